/** The signer's memory in S3: one object, swapped against its tag (service/signer-memory.ts holds the order). */

import type { SignerMemory } from "../service/ports.ts";
import type { Objects } from "./objects.ts";

const latest = "signer/latest";

export function makeSignerMemory(objects: Objects): SignerMemory {
  return {
    async read() {
      const object = await objects.get(latest);
      return object && { note: object.bytes, tag: object.tag };
    },
    async swap(note, from) {
      const tag = await objects.putIf(latest, note, from);
      return tag === undefined ? { status: "moved" } : { status: "swapped", tag };
    },
  };
}
