/** The two administrators of the demonstration: what one alone may not do, one proposes and the other adopts. */

import { changeCommands } from "../../src/domain/offices/changes/commands.ts";
import { type DemoActors, idIn } from "./actors.ts";

export const administrator = "administrator";
export const secondAdministrator = "second-administrator";

export function administratorsOf(issuer: string) {
  return [
    { identity: { issuer, subject: administrator }, name: "Quản trị danh bạ" },
    { identity: { issuer, subject: secondAdministrator }, name: "Quản trị danh bạ thứ hai" },
  ] as const;
}

/** agree makes a change by two persons, in two entries. */
export async function agree(actors: DemoActors, change: object): Promise<void> {
  const proposed = await actors.act(administrator, { command: changeCommands["propose-change"], input: { change } });
  const [event] = proposed;
  const input = { proposal: idIn(proposed, "change-proposed", "proposal"), digest: event?.data["digest"] };
  await actors.act(secondAdministrator, { command: changeCommands["adopt-change"], input });
}
