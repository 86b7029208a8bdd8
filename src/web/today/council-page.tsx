/** The page for delegates of the People's Council, which says that there is nothing for them yet. */

import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";

export async function showCouncil(c: ConsoleContext): Promise<Response> {
  return showPage(c, {
    title: "Hội đồng nhân dân",
    children: (
      <>
        <p>
          Chưa có báo cáo cho đại biểu. Trang này sẽ có một năm trên một trang, cạnh chỉ tiêu, mỗi con số tự kiểm tra
          được.
        </p>
        <p>
          Đã có thể <a href="/console/log">kiểm tra nhật ký</a>.
        </p>
      </>
    ),
  });
}
