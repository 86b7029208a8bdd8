/** The clocks that an act starts, told before it is recorded: who must do what, by which day, under which article. */

import type { Day } from "../../base/day.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import { ownerWords } from "../../law/owner.ts";
import { writeCitation } from "../../law/sources.ts";
import { Due, Why } from "../parts/obligation.tsx";
import { Table } from "../parts/table.tsx";
import { ruleName } from "../words/law.ts";

interface StartedParts {
  readonly clocks: readonly Obligation[];
  readonly today: Day;
}

export function StartedClocks({ clocks, today }: StartedParts) {
  if (clocks.length === 0) return undefined;
  return (
    <section aria-labelledby="started">
      <h2 id="started">Thời hạn bắt đầu từ đây</h2>
      <Table
        caption="Thời hạn mà việc ghi này làm bắt đầu"
        rows={clocks}
        columns={[
          { head: "Phải làm", cell: ({ rule }) => ruleName(rule) },
          { head: "Bên phải làm", cell: ({ owner }) => ownerWords[owner].vi },
          {
            head: "Hạn cuối",
            cell: ({ dueOn, provisional }) => (
              <Due dueOn={dueOn} today={today} running={true} provisional={provisional} />
            ),
          },
          {
            head: "Căn cứ",
            cell: (clock) => (
              <>
                {writeCitation(clock.citation, "vi")}
                <Why obligation={clock} />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
