/** How pages write the name of a person whom their reader may know by name. */

import type { Named } from "../../service/reading/rights.ts";

export function nameText({ name }: Pick<Named, "name">): string {
  return name ?? "(họ tên đã xóa)";
}
