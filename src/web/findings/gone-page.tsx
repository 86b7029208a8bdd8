/** The list of detections that a correction took away, across files, so that a supervisor sees what was corrected. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { goneList } from "../../service/listing/detections.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { readableOffices } from "../../service/reading/supervised.ts";
import { placeIn } from "../frame/list-place.ts";
import { deadlineKey, More } from "../parts/pager.tsx";
import { Downloads } from "../frame/downloads.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { subjectsIn } from "../parts/subjects-in.ts";
import { GoneTable } from "./gone-table.tsx";

const detectionsOnPage = 60;

export async function listGone(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const office = parseId<OfficeId>(c.req.query("agency"));
  const names = await namedOffices(await readableOffices("read-deadlines", reader, host), host);
  const list = await goneList({ office })(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const place = placeIn(c, deadlineKey);
  const { rows, next } = await list.value.page(place.after, detectionsOnPage);
  const files = rows.map(({ stream }) => stream);
  const numbers = await numbersOf(files, reader, host);
  const subjects = await subjectsIn(files, host);
  return showPage(c, {
    title: "Phát hiện hết do đính chính",
    children: (
      <>
        <p>
          Đính chính làm một phát hiện không còn: phát hiện vẫn ở đây, với cách đọc trước và sau, và mục nhật ký của
          đính chính. <a href="/console/detections">Xem phát hiện chưa xem xét</a>
        </p>
        <Downloads list="gone" query={{ agency: office }} total={await list.value.total()} />
        <GoneTable rows={rows} names={names} numbers={numbers} subjects={subjects} />
        <More path="/console/detections/gone" query={{ agency: office }} after={next} place={place} />
      </>
    ),
  });
}
