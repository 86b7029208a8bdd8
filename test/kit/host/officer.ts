/** An officer of a story's agency, as the actor of what a test records past the commands. */

import { parseId, type PersonId } from "../../../src/base/ids.ts";
import type { Actor } from "../../../src/domain/event.ts";
import { grantRole, registerPerson } from "../../../src/domain/offices/commands.ts";
import type { Host } from "../../../src/service/host.ts";
import { recordedEvents } from "../../../src/service/recording/recorded-events.ts";
import { loginId } from "../../../src/service/streams/who.ts";
import { administratorAsks, identity, type Story, todayOf } from "./story.ts";

export async function registerOfficer({ agency: office }: Story, host: Host): Promise<Actor> {
  const login = await loginId({ ...identity, subject: "officer" }, host);
  const registered = await administratorAsks(host, registerPerson, {
    body: { name: "Chấp hành viên", login },
    key: "officer",
  });
  if (!registered.ok) throw new Error(JSON.stringify(registered.refusal));
  const event = recordedEvents(registered.value.placement).find(({ type }) => type === "person-registered");
  const person = parseId<PersonId>(event?.data["person"]);
  if (person === undefined) throw new Error("no officer was registered");
  const role = "agency-officer";
  const body = { person, office, role, from: await todayOf(host) };
  const granted = await administratorAsks(host, grantRole, { body, key: "role-officer" });
  if (!granted.ok) throw new Error(JSON.stringify(granted.refusal));
  return { person, office, role };
}
