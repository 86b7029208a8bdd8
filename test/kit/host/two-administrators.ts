/** Three administrators of a story: two of them give the third what nobody gives to themself. */

import { canonicalJson, type Json } from "../../../src/base/canonical-json.ts";
import { parseId, type PersonId } from "../../../src/base/ids.ts";
import type { Outcome } from "../../../src/base/outcome.ts";
import type { Command } from "../../../src/domain/command.ts";
import { changeCommands } from "../../../src/domain/offices/changes/commands.ts";
import { registerPerson } from "../../../src/domain/offices/commands.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { Founders } from "../../../src/service/recording/founding.ts";
import { type Answer, type Denial, handle } from "../../../src/service/recording/handle.ts";
import { recordedEvents } from "../../../src/service/recording/recorded-events.ts";
import type { Host } from "../../../src/service/host.ts";
import { loginId } from "../../../src/service/streams/who.ts";

const issuer = "http://issuer.test";
export const [first, second, third] = ["administrator", "second-administrator", "third-administrator"] as const;

export function administratorIdentity(subject: string) {
  return { issuer, subject };
}

export const founders: Founders = {
  operator: { code: "van-hanh", name: "Đơn vị vận hành" },
  administrators: [
    { identity: administratorIdentity(first), name: "Quản trị danh bạ" },
    { identity: administratorIdentity(second), name: "Quản trị danh bạ thứ hai" },
  ],
};

interface Asked {
  readonly as: string;
  readonly body: Json;
  readonly key: string;
}

export async function subjectAsks<Input>(
  host: Host,
  command: Command<Input, CommandName>,
  { as, body, key }: Asked,
): Promise<Outcome<Answer, Denial>> {
  const input = command.input.parse(body);
  return handle({ identity: administratorIdentity(as), command, input, key, body: canonicalJson(body) }, host);
}

async function subjectDoes<Input>(host: Host, command: Command<Input, CommandName>, asked: Asked): Promise<Answer> {
  const answered = await subjectAsks(host, command, asked);
  if (!answered.ok) throw new Error(`${command.name}: ${JSON.stringify(answered.refusal)}`);
  return answered.value;
}

/** agree makes a change by two administrators, the first and the second unless it is for one of them. */
export async function agree(
  host: Host,
  change: Readonly<Record<string, Json>>,
  { key, by: [proposer, adopter] = [first, second] }: { readonly key: string; readonly by?: readonly [string, string] },
): Promise<Answer> {
  const proposing = { as: proposer, body: { change }, key: `propose ${key}` };
  const { placement } = await subjectDoes(host, changeCommands["propose-change"], proposing);
  const [event] = recordedEvents(placement);
  const body = { proposal: String(event?.data["proposal"]), digest: String(event?.data["digest"]) };
  return subjectDoes(host, changeCommands["adopt-change"], { as: adopter, body, key: `adopt ${key}` });
}

export async function register(host: Host, subject: string): Promise<PersonId> {
  const body = { name: `Người ${subject}`, login: await loginId(administratorIdentity(subject), host) };
  const { placement } = await subjectDoes(host, registerPerson, { as: first, body, key: `register ${subject}` });
  const event = recordedEvents(placement).find(({ type }) => type === "person-registered");
  const person = parseId<PersonId>(event?.data["person"]);
  if (person === undefined) throw new Error(`no ${subject} was registered`);
  return person;
}
