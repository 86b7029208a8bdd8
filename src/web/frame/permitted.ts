/** The permissions of this person towards an office: a screen does not offer an act that would be refused to them. */

import type { OfficeId } from "../../base/ids.ts";
import { mayDo, type Permission } from "../../domain/permission.ts";
import { relationTo } from "../../service/streams/reader.ts";
import type { Visit } from "./visit.ts";

export type May = (permission: Permission) => boolean;

export async function mayWith(office: OfficeId | undefined, { reader, host }: Visit): Promise<May> {
  const relation = await relationTo(reader, office, host);
  return (permission) => mayDo(reader.acting.roles, permission, relation);
}
