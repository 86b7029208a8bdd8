/** The list of detections that a correction took away, across files, so that a supervisor sees what was corrected. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { goneFor } from "../../service/reading/desk.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { readableOffices } from "../../service/reading/supervised.ts";
import { cursorIn, cursorOf, deadlineKey } from "../parts/cursor.ts";
import { More } from "../parts/pager.tsx";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { subjectsIn } from "../parts/subjects-in.ts";
import { GoneTable } from "./gone-table.tsx";

const detectionsOnPage = 60;

export async function listGone(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const office = parseId<OfficeId>(c.req.query("agency"));
  const names = await namedOffices(await readableOffices("read-deadlines", reader, host), host);
  const rows = await goneFor(
    reader,
    { office, after: cursorIn(c.req.query("after"), deadlineKey), limit: detectionsOnPage },
    host,
  );
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
        <GoneTable rows={rows} names={names} numbers={numbers} subjects={subjects} />
        <More
          path="/console/detections/gone"
          query={{ agency: office }}
          after={rows.length < detectionsOnPage ? undefined : cursorOf(rows.at(-1))}
        />
      </>
    ),
  });
}
