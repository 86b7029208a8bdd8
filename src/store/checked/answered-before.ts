/** What was recorded under an idempotency key: a repeated request is answered with it. */

import { bytesToHex } from "../../base/bytes.ts";
import { Foreign } from "../../service/kept-rows.ts";
import type { Key, Ports, Repeated } from "../../service/ports.ts";
import { recordingTag } from "../../service/sealing/tags.ts";

/** What the database says was recorded under a key. */
interface KnownRecording {
  readonly digest: Buffer;
  readonly status: number;
  readonly tag: Buffer;
  readonly events: readonly string[];
  readonly bodies: readonly Buffer[];
}

/** answeredBefore throws unless a server recorded these very events under this key: a row swapped would answer with another's. */
export async function answeredBefore(
  { scope, body }: Key,
  { digest, status, tag, events, bodies }: KnownRecording,
  keyed: Ports["keyed"],
): Promise<Repeated> {
  if (!tag.equals(await recordingTag(keyed, { scope, body: digest, status }, bodies)))
    throw new Foreign("recording-foreign", `scope ${bytesToHex(scope)}`);
  return { status, events: events.map(BigInt), sameBody: digest.equals(body) };
}
