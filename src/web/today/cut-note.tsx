/** CutNote says below a list that it was cut. */

import type { Cut } from "../../service/reading/cut.ts";

export function CutNote({ list }: { readonly list: Cut<unknown> }) {
  return list.more ? <p>Danh sách chưa hết: mới tính {list.rows.length} mục đầu.</p> : undefined;
}
