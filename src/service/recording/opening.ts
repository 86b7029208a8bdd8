/** Entry 0: it names the log's origin, its key, its format, and the edition of the law with which it began. */

import type { NewEvent } from "../../domain/command.ts";
import { editionName } from "../../domain/editions/offer.ts";
import { streamName } from "../../domain/event.ts";
import { code, verifierKey, origin as originField } from "../../domain/field.ts";
import type { Host } from "../host.ts";
import { systemScope, recordBySystem } from "./system-recording.ts";

const stream = streamName("log", "log");

/** Opens an empty log, and leaves an open one alone. Two processes that start at once open it once. */
export async function openLog(host: Host): Promise<void> {
  const loaded = await host.load([stream]);
  if (loaded.streams.has(stream)) return;
  const event: NewEvent = { kind: "log", id: "log", event: { type: "log-opened", data: openingData(host) } };
  await recordBySystem(
    { events: [event], loaded, actor: { system: "opening" }, scope: systemScope("opening/v1") },
    host,
  );
}

function openingData({ key, law }: Pick<Host, "key" | "law">) {
  const { edition, digest } = editionName(law.running);
  return {
    origin: originField.parse(key.signer.name),
    key: verifierKey.parse(key.vkey),
    format: 1 as const,
    edition,
    editionDigest: code.parse(digest),
  };
}
