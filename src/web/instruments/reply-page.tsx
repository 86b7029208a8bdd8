/** The page for replying to each finding: accepted, partly, disagreed. The last answer to each counts. */

import { given } from "../../base/given.ts";
import type { FindingId } from "../../base/ids.ts";
import { giveReply } from "../../domain/instruments/commands/answering.ts";
import { answers } from "../../domain/instruments/events.ts";
import { isSent } from "../../domain/instruments/instrument.ts";
import { answerOf } from "../../domain/instruments/item.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { type Filling, Select, targetId, TextArea, optionsOf } from "../form/fields.tsx";
import { filled, type FormValues, formValues } from "../form/form-values.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import { cutWords } from "../parts/cut.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { answerWords } from "../words/instruments.ts";
import { findingsIn, type ItemFinding, nameFindings, type NamedFinding } from "./finding-names.ts";
import { instrumentActPage } from "./on-instrument.tsx";

/** With a choice for each of 150 findings the page stays under 100 kB. */
const findingsListed = 150;

export async function replyPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, (page) => {
    const findings = answerable(page);
    return {
      title: "Trả lời",
      command: giveReply,
      input: (values) => inputOf(values, page, findings),
      labels: { answers: "Trả lời", "answers.reason": "Lý do", repliedOn: "Ngày trả lời", instrument: "Văn bản" },
      initial: formValues([["all", "accepted"]]),
      fields: async (filling) => {
        const named = await nameFindings(findings.slice(0, findingsListed), c.var.visit);
        return <Fields filling={filling} named={named} all={findings.length} state={page.state} />;
      },
      button: "Gửi trả lời, ghi vào nhật ký",
    };
  });
}

function answerable(page: InstrumentPage): readonly ItemFinding[] {
  const { state } = page;
  return findingsIn(page).filter(({ id }) => isSent(state) && state.tracks[id]?.withdrawn === undefined);
}

/** inputOf groups findings by their answer. A finding without a choice of its own takes the common answer. */
function inputOf(values: FormValues, { state }: InstrumentPage, findings: readonly ItemFinding[]): unknown {
  const all = filled(values, "all");
  const chosen = Map.groupBy(findings, ({ id }) => filled(values, `answer.${id}`) ?? all);
  return {
    instrument: state.instrument,
    ...given({ repliedOn: typedDay(values, "repliedOn") }),
    answers: answers.flatMap((answer) => groupOf(values, answer, chosen.get(answer)?.map(({ id }) => id) ?? [])),
  };
}

function groupOf(values: FormValues, answer: string, findings: readonly FindingId[]): readonly unknown[] {
  if (findings.length === 0) return [];
  return [given({ findings, answer, reason: filled(values, `reason.${answer}`) })];
}

interface ReplyFields {
  readonly filling: Filling;
  readonly named: readonly NamedFinding[];
  /** The number of findings, those that are not listed included. */
  readonly all: number;
  readonly state: InstrumentPage["state"];
}

function Fields({ filling, named, all, state }: ReplyFields) {
  return (
    <>
      <div id={targetId("answers", filling)} tabindex={-1}>
        <Select
          name="all"
          label="Trả lời chung cho các vi phạm"
          filling={filling}
          options={[{ value: "", label: "(chọn từng vi phạm)" }, ...optionsOf(answerWords)]}
        />
      </div>
      <OneByOne filling={filling} named={named} all={all} state={state} />
      <div id={targetId("answers.reason", filling)} tabindex={-1}>
        <TextArea
          name="reason.partly"
          label="Lý do chấp nhận một phần"
          hint="Bắt buộc nếu có vi phạm chấp nhận một phần."
          filling={filling}
        />
        <TextArea
          name="reason.disagreed"
          label="Lý do không nhất trí"
          hint="Bắt buộc nếu có vi phạm không nhất trí."
          filling={filling}
        />
      </div>
      <StatedDay name="repliedOn" label="Ngày trả lời" hint="Để trống là hôm nay." filling={filling} />
    </>
  );
}

function OneByOne({ filling, named, all, state }: ReplyFields) {
  const options = [{ value: "", label: "như trên" }, ...optionsOf(answerWords)];
  const others = "các vi phạm khác theo trả lời chung";
  const cut = cutWords({ listed: named.length, total: all, what: "vi phạm", others });
  return (
    <fieldset>
      <legend>Trả lời riêng từng vi phạm</legend>
      {cut === undefined ? undefined : <p>{cut}</p>}
      {named.map((finding) => (
        <Select name={`answer.${finding.id}`} label={labelOf(finding, state)} filling={filling} options={options} />
      ))}
    </fieldset>
  );
}

/** labelOf adds the answer that was given before: another may follow, and the last counts. */
function labelOf({ id, item, name }: NamedFinding, state: InstrumentPage["state"]): string {
  const track = isSent(state) ? state.tracks[id] : undefined;
  const given = track && answerOf(track);
  return `Mục ${item}. ${name}${given === undefined ? "" : ` (đã trả lời: ${answerWords[given]})`}`;
}
