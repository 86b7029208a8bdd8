/** What the machine found and nobody has judged, across files: violations first, hints apart. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type Day, parseDay } from "../../base/day.ts";
import { detectionsFor } from "../../service/desk.ts";
import { namedOffices } from "../../service/office-names.ts";
import type { DeadlineRow } from "../../service/views.ts";
import { supervisedOffices } from "../../service/supervised.ts";
import { ChooseAgency } from "../files/list-page.tsx";
import { More } from "../pager.tsx";
import { showPage } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { DetectionTable } from "./detection-table.tsx";

const shown = 60;

export async function listDetections(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const mine = [...(await supervisedOffices(reader, host)), reader.acting.office];
  const names = await namedOffices(mine, host);
  const office = parseId<OfficeId>(c.req.query("agency"));
  const weight = c.req.query("weight") === "hint" ? "hint" : "violation";
  const rows = await detectionsFor(
    reader,
    { office, weight, after: cursorIn(c.req.query("after")), limit: shown },
    host,
  );
  return showPage(c, {
    title: weight === "hint" ? "Gợi ý chưa xem xét" : "Phát hiện chưa xem xét",
    children: (
      <>
        <p>
          {weight === "hint" ? (
            <a href="/console/detections">Xem vi phạm</a>
          ) : (
            <a href="/console/detections?weight=hint">Xem gợi ý</a>
          )}
          . Máy chỉ phát hiện; Kiểm sát viên kết luận.
        </p>
        <ChooseAgency path="/console/detections" names={names} agency={office} />
        <DetectionTable
          rows={rows}
          names={names}
          today={reader.today}
          caption={weight === "hint" ? "Gợi ý" : "Vi phạm do máy phát hiện"}
        />
        <More
          path="/console/detections"
          query={{ agency: office, weight }}
          after={rows.length < shown ? undefined : cursorOf(rows.at(-1))}
        />
      </>
    ),
  });
}

function cursorOf(row: DeadlineRow | undefined): string | undefined {
  return row && `${row.dueOn ?? "infinity"}~${row.key}`;
}

/** Whoever made the link chose it: what is no cursor of ours begins the list anew. */
function cursorIn(text: string | undefined): string | undefined {
  const day: Day | undefined = parseDay(text?.split("~")[0]);
  return day !== undefined && text !== undefined && /^[0-9-]+~[A-Z0-9_]+\/[0-9a-f]{32}\/[0-9a-f]{32}$/.test(text)
    ? text
    : undefined;
}
