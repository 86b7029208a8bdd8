/** Entry 0: the log says whose it is, which key signs it, which format it has and with which edition of the law it began. */

import { bytesToHex, utf8 } from "../base/bytes.ts";
import type { NewEvent } from "../domain/command.ts";
import { streamName } from "../domain/event.ts";
import { code, logKey, origin as originField } from "../domain/field.ts";
import { currentEdition, editionText } from "../law/edition.ts";
import { digest } from "../log/hash.ts";
import { compose } from "./compose.ts";
import type { Host } from "./host.ts";

const stream = streamName("log", "log");

/** Opens an empty log; does nothing to one that is open. Two processes that start at once open it once. */
export async function openLog(host: Host): Promise<void> {
  const loaded = await host.records.load([stream]);
  if (loaded.streams.has(stream)) return;
  const event: NewEvent = { kind: "log", id: "log", event: { type: "log-opened", data: openingData(host) } };
  const composed = compose([event], {
    loaded: new Map(),
    actor: { system: "opening" },
    now: loaded.now,
    random: host.random,
  });
  if (!composed.ok) throw new Error("entry 0 does not fit");
  const scope = digest(utf8("minh-chung/opening/v1"));
  const recorded = await host.records.record({ scope, body: scope, status: 201, reads: [], ...composed.value });
  if (recorded.status === "recorded") await host.remember((await host.seal(recorded.events)).size);
}

function openingData({ key }: Host) {
  return {
    origin: originField.parse(key.signer.name),
    key: logKey.parse(key.vkey),
    format: 1 as const,
    edition: currentEdition.number,
    editionDigest: code.parse(bytesToHex(digest(utf8(editionText(currentEdition))))),
  };
}
