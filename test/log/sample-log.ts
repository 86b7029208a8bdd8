/** A small log as the system makes one: events in canonical form, wrapped, linked and signed. Keys and instants are fixed. */

import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { utf8 } from "../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../src/base/canonical-json.ts";
import { wrapEvent, noPrev } from "../../src/log/entry.ts";
import { type Hash, leafHash } from "../../src/log/hash.ts";
import { keyId, type NoteKey, type Signer } from "../../src/log/note.ts";

/** someSigner returns a signer whose seed is 32 equal bytes, with its public key. */
export function someSigner(name: string, seed: number): Signer & NoteKey {
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)]);
  const secret = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const publicKey = new Uint8Array(createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32));
  const signMessage: Signer["sign"] = (message) => Promise.resolve(new Uint8Array(sign(null, message, secret)));
  return { name, publicKey, id: keyId({ name, publicKey }), sign: signMessage };
}

export function someId(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** someEvent returns the opening, and after it events of two cases in turn, a minute apart. */
export function someEvent(index: number): Record<string, Json> {
  const first = index === 0;
  return {
    actor: first
      ? { system: "opening" }
      : { office: someId("office"), person: someId("person"), role: "agency-officer" },
    at: new Date(Date.UTC(2026, 10, 23) + index * 60_000).toISOString(),
    data: first ? { origin: "example.com/log" } : { subject: someId(`subject ${index}`), happenedOn: "2026-11-20" },
    nonce: someId(`nonce ${index}`),
    stream: first ? "log/log" : `case/${someId(`case ${index % 2}`)}`,
    type: first ? "log-opened" : "act-recorded",
    v: 1,
    version: first ? 1 : Math.ceil(index / 2),
  };
}

export type Change = (event: Record<string, Json>, index: number) => Json;

/** someLog returns the leaves of a log of this size. `change` edits each event before it is wrapped, so the links are right. */
export function someLog(size: number, change: Change = (event) => event): Uint8Array[] {
  return linkLeaves(Array.from({ length: size }, (_, index) => utf8(canonicalJson(change(someEvent(index), index)))));
}

/** linkLeaves wraps events one after the other, as the operator of a log can always do again after an edit. */
export function linkLeaves(events: readonly Uint8Array[]): Uint8Array[] {
  let prev: Hash = noPrev;
  return events.map((event, index) => {
    const leaf = wrapEvent({ event, index, prev });
    prev = leafHash(leaf);
    return leaf;
  });
}
