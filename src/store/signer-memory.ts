/**
 * The signer's memory in S3: one object for each origin, swapped against its tag (src/README.md#the-signer-remembers). An object
 * of its own keeps what was signed under an origin when the log goes on under another.
 */

import { parseUtf8 } from "../base/bytes.ts";
import { type SignerMemory, TryAgain } from "../service/ports.ts";
import type { Objects } from "./objects.ts";

export function makeSignerMemory(objects: Objects, origin: string): SignerMemory {
  const latest = `signer/${origin}/latest`;
  return {
    async read() {
      const object = await objects.get(latest);
      return object && { note: object.bytes, tag: object.tag };
    },
    async swap(note, from) {
      // A process that was left running with the key of an earlier origin reads the checkpoints of the later one.
      if (!parseUtf8(note).startsWith(`${origin}\n`)) throw new TryAgain("log-key-other", "yes");
      const tag = await objects.putIf(latest, note, from);
      return tag === undefined ? { status: "moved" } : { status: "swapped", tag };
    },
  };
}
