/** Lists every file page by page in one fixed order, so that a sweep that stopped knows where to go on. */

import { fileKinds, type FileName, fileName } from "../../domain/event.ts";
import type { Host } from "../host.ts";

/** The list of the read models that holds the files of each kind. */
const lists = { intake: "intakes", case: "cases", instrument: "instruments", register: "registers" } as const;

/** Returns the files after `last`; fewer than `limit` mean that there are no more. */
export async function filesAfter(
  last: FileName | undefined,
  limit: number,
  host: Pick<Host, "views">,
): Promise<readonly FileName[]> {
  const found: FileName[] = [];
  for (const kind of fileKinds.slice(last === undefined ? 0 : fileKinds.indexOf(last.kind))) {
    const after = kind === last?.kind ? last.id : undefined;
    const query = { limit: limit - found.length, ...(after === undefined ? {} : { after }) };
    const rows = await host.views[lists[kind]](query);
    found.push(...rows.map(({ key }) => fileName.parse({ kind, id: key })));
    if (found.length === limit) break;
  }
  return found;
}
