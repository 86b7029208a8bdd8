/** Two law keepers: one proposes any edition that the host has, the other adopts it. */

import { canonicalJson } from "../../../src/base/canonical-json.ts";
import type { Command } from "../../../src/domain/command.ts";
import { adoptEdition, type EditionInput, proposeEdition } from "../../../src/domain/editions/commands.ts";
import { editionName } from "../../../src/domain/editions/offer.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { Edition } from "../../../src/law/edition.ts";
import { handle } from "../../../src/service/recording/handle.ts";
import type { Host } from "../../../src/service/host.ts";
import { withKnown } from "../../../src/service/reading/law-page.ts";
import { identity, type Story } from "./story.ts";
import { agree, register } from "./two-administrators.ts";

const keepers = ["first-keeper", "second-keeper"] as const;

export async function registerKeepers({ operator }: Story, host: Host): Promise<void> {
  for (const subject of keepers) {
    const person = await register(host, subject);
    await agree(host, { do: "grant-role", person, office: operator, role: "law-keeper" }, { key: subject });
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
