/** Two law keepers: one proposes any edition that the host has, the other adopts it. */

import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { parseId, type PersonId } from "../../../src/base/ids.ts";
import type { Command } from "../../../src/domain/command.ts";
import { adoptEdition, type EditionInput, proposeEdition } from "../../../src/domain/editions/commands.ts";
import { editionName } from "../../../src/domain/editions/offer.ts";
import { grantRole, registerPerson } from "../../../src/domain/offices/commands.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { Edition } from "../../../src/law/edition.ts";
import { handle } from "../../../src/service/recording/handle.ts";
import { recordedEvents } from "../../../src/service/recording/recorded-events.ts";
import type { Host } from "../../../src/service/host.ts";
import { withKnown } from "../../../src/service/reading/law-page.ts";
import { loginId } from "../../../src/service/streams/who.ts";
import { administratorAsks, identity, type Story, todayOf } from "./story.ts";

const keepers = ["first-keeper", "second-keeper"] as const;

export async function registerKeepers({ operator }: Story, host: Host): Promise<void> {
  for (const subject of keepers) {
    const login = await loginId({ ...identity, subject }, host);
    const body = { name: `Người ${subject}`, login };
    const answer = await administratorAsks(host, registerPerson, { body, key: subject });
    if (!answer.ok) throw new Error(`no ${subject} was registered: ${JSON.stringify(answer.refusal)}`);
    const event = recordedEvents(answer.value.placement).find(({ type }) => type === "person-registered");
    const registered = parseId<PersonId>(event?.data["person"]);
    if (registered === undefined) throw new Error(`no ${subject} was registered`);
    const grant = { person: registered, office: operator, role: "law-keeper", from: await todayOf(host) };
    const granted = await administratorAsks(host, grantRole, { body: grant, key: `role-${subject}` });
    if (!granted.ok) throw new Error(JSON.stringify(granted.refusal));
  }
}

export async function adoptByTwo(edition: Edition, host: Host): Promise<void> {
  await keeperAsks(keepers[0], proposeEdition, { edition, host });
  await keeperAsks(keepers[1], adoptEdition, { edition, host });
}

async function keeperAsks(
  subject: string,
  command: Command<EditionInput, CommandName>,
  { edition, host }: { readonly edition: Edition; readonly host: Host },
): Promise<void> {
  const body = { ...editionName(edition) };
  const input = withKnown(body, host);
  const key = `${command.name} ${edition.number}`;
  const answer = await handle(
    { identity: { ...identity, subject }, command, input, key, body: canonicalJson(body) },
    host,
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
}
