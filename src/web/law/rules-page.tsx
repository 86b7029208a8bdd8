/** The rules of the edition in force, to read: by stage of enforcement, each version with its article, term and validity. */

import { addDays } from "../../base/day.ts";
import { currentEdition } from "../../law/edition.ts";
import { ownerWords } from "../../law/owner.ts";
import type { RuleVersion } from "../../law/rule.ts";
import type { Series } from "../../law/series.ts";
import { writeCitation } from "../../law/sources.ts";
import { stages } from "../../law/stages/stages.ts";
import { confidenceWords, directionWords, unitWords } from "../../law/telling/words.ts";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { formatDay } from "../parts/day-text.ts";
import { withQuery } from "../parts/pager.tsx";
import { Table } from "../parts/table.tsx";
import { ruleTitle } from "../words/law.ts";

const path = "/console/law/rules";

const versionsOf: ReadonlyMap<Series, readonly RuleVersion[]> = Map.groupBy(
  currentEdition.rules,
  ({ series }) => series,
);

export async function showRules(c: ConsoleContext): Promise<Response> {
  const asked = c.req.query("stage");
  const [first] = stages;
  const stage = stages.find(({ name }) => name === asked) ?? first;
  const rules = Object.keys(stage.names).flatMap((name) =>
    currentEdition.rules.filter(({ series }) => series === name),
  );
  return showPage(c, {
    title: `Quy tắc: ${stage.words.vi}`,
    children: (
      <>
        <Stages current={stage.name} />
        <p>
          Bộ quy tắc số {currentEdition.number}: {currentEdition.rules.length} phiên bản của {versionsOf.size} quy tắc.
          Dòng chưa đối chiếu với văn bản chỉ cho gợi ý, không kết luận vi phạm.
        </p>
        <Table
          caption={`${rules.length} phiên bản quy tắc, theo giai đoạn ${stage.words.vi}`}
          rows={rules}
          columns={[
            { head: "Quy tắc", cell: (rule) => <Name rule={rule} /> },
            { head: "Điều luật", cell: ({ citation }) => writeCitation(citation, "vi") },
            { head: "Thời hạn", cell: termWords },
            { head: "Bên phải làm", cell: ({ owner }) => ownerWords[owner].vi },
            { head: "Hiệu lực", cell: validity },
            { head: "Đã đọc", cell: ({ confidence }) => confidenceWords[confidence].vi },
          ]}
        />
      </>
    ),
  });
}

function Stages({ current }: { readonly current: string }) {
  return (
    <nav aria-label="Giai đoạn">
      <ul>
        {stages.map(({ name, words }) => (
          <li>
            <a href={withQuery(path, { stage: name })} {...(name === current ? { "aria-current": "page" } : {})}>
              {words.vi}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Name({ rule: { series, version, note } }: { readonly rule: RuleVersion }) {
  return (
    <>
      {ruleTitle(series)}
      {note === undefined ? undefined : <div class="detail">{note.vi}</div>}
      <div class="detail">
        <span class="code">
          {series} {version}
        </span>
      </div>
    </>
  );
}

function termWords({ term, direction }: RuleVersion): string {
  if ("length" in term) return `${term.length} ${unitWords[term.unit].vi}, ${directionWords[direction].vi}`;
  return direction === "after" ? unitWords[term.unit].vi : directionWords[direction].vi;
}

function validity({ from, until }: RuleVersion): string {
  return until === undefined ? `từ ${formatDay(from)}` : `${formatDay(from)} đến ${formatDay(addDays(until, -1))}`;
}
