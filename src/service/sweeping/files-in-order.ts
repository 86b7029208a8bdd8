/** Every intake, case, instrument and register, page by page in one fixed order: whoever stops knows where to go on. */

import { fileKinds } from "../../domain/event.ts";
import { id } from "../../domain/field.ts";
import type { About } from "../../domain/findings/finding.ts";
import type { Host } from "../host.ts";

const subjectId = id<"subject">();

/** The files after this one; fewer than `limit`: there are no more. */
export async function filesAfter(last: About | undefined, limit: number, host: Host): Promise<readonly About[]> {
  const found: About[] = [];
  for (const kind of fileKinds.slice(last === undefined ? 0 : fileKinds.indexOf(last.kind))) {
    const after = kind === last?.kind ? last.id : undefined;
    const query = { limit: limit - found.length, ...(after === undefined ? {} : { after }) };
    const rows = await pageOf(kind, query, host);
    found.push(...rows.map(({ key }) => ({ kind, id: subjectId.parse(key) })));
    if (found.length === limit) break;
  }
  return found;
}

async function pageOf(
  kind: About["kind"],
  query: { readonly limit: number; readonly after?: string },
  { views }: Host,
): Promise<readonly { readonly key: string }[]> {
  switch (kind) {
    case "intake":
      return views.intakes(query);
    case "case":
      return views.cases(query);
    case "instrument":
      return views.instruments(query);
    case "register":
      return views.registers(query);
  }
}
