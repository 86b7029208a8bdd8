/** What follows from a reply, finding by finding, before it is recorded: the file, the article, the answer and what it entails. */

import type { FindingId } from "../../base/ids.ts";
import type { NewEvent } from "../../domain/command.ts";
import type { answers } from "../../domain/instruments/events.ts";
import type { InstrumentKind } from "../../domain/instruments/numbering.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { Table } from "../parts/table.tsx";
import type { Visit } from "../frame/visit.ts";
import { citationIn } from "../words/law.ts";
import { answerWords } from "../words/instruments.ts";
import { findingsIn, nameFindings } from "./finding-names.ts";

type AnswerCode = (typeof answers)[number];

type Replies = readonly { readonly findings: readonly FindingId[]; readonly answer: AnswerCode }[];

/** With an answer in each row, 130 findings keep the preview under 100 kB; the counts below speak of all of them. */
const rowsListed = 130;

export async function replyFollows(events: readonly NewEvent[], page: InstrumentPage, visit: Visit) {
  const replies: Replies = events.flatMap(({ event }) => (event.type === "reply-given" ? event.data.answers : []));
  const answerTo = new Map(replies.flatMap(({ findings, answer }) => findings.map((id) => [id, answer] as const)));
  const answered = findingsIn(page).filter(({ id }) => answerTo.has(id));
  const named = await nameFindings(answered.slice(0, rowsListed), visit);
  const versions = new Map(answered.map(({ id, rule, state }) => [id, citationIn(rule, state?.version)]));
  const cut = answered.length - named.length;
  const given = replies.map(({ answer }) => answer);
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">Bạn trả lời {answered.length} vi phạm</h2>
      <Table
        caption="Trả lời từng vi phạm"
        rows={named}
        columns={[
          { head: "Vi phạm", cell: ({ item, name }) => `Mục ${item}. ${name}` },
          { head: "Điều luật", cell: ({ id }) => versions.get(id) ?? "" },
          {
            head: "Trả lời",
            cell: ({ id }) => {
              const answer = answerTo.get(id);
              return answer === undefined ? "" : <strong>{answerWords[answer]}</strong>;
            },
          },
        ]}
      />
      {cut === 0 ? undefined : (
        <p>
          Và {cut} vi phạm nữa của văn bản này: {countWords(replies)} trong tất cả.
        </p>
      )}
      <ul>
        {[...new Set(given)].map((answer) => (
          <li>
            <strong>{answerWords[answer]}</strong>: {consequences[answer](page.state.kind)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function countWords(replies: Replies): string {
  const counts = Map.groupBy(replies, ({ answer }) => answer);
  return [...counts]
    .map(([answer, all]) => `${answerWords[answer]} ${all.reduce((sum, { findings }) => sum + findings.length, 0)}`)
    .join(", ");
}

const must =
  "phải thực hiện trong thời hạn ghi ở phần “Thời hạn bắt đầu từ đây”, rồi báo đã khắc phục để Viện kiểm sát kiểm chứng.";

const consequences: Readonly<Record<AnswerCode, (kind: InstrumentKind) => string>> = {
  accepted: () => must,
  partly: () => `phần chấp nhận ${must} Phần còn lại theo lý do đã nêu.`,
  disagreed: (kind) =>
    kind === "protest"
      ? "lý do đã nêu được ghi cùng. Muốn xem xét lại thì gửi thêm đề nghị xem xét lại; Viện kiểm sát giữ nguyên hoặc rút kháng nghị."
      : "lý do đã nêu được ghi cùng. Viện kiểm sát xem lý do, có thể rút vi phạm này khỏi văn bản hoặc giữ nguyên.",
};
