/**
 * A new key pair for a log: Ed25519, the private half as Go's note package writes it, the public half in hexadecimal.
 */

import { concatBytes, bytesToBase64, bytesToHex } from "../../src/base/bytes.ts";
import { keyId } from "../../src/log/note.ts";

export interface LogKeyPair {
  readonly LOG_KEY: string;
  readonly LOG_PUBLIC_KEY: string;
}

/** makeLogKey returns the pair; `origin` is the name of the key and of the log. */
export async function makeLogKey(origin: string): Promise<LogKeyPair> {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("no key pair was made");
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const id = keyId({ name: origin, publicKey }).toString(16).padStart(8, "0");
  const typed = concatBytes(Uint8Array.of(1), pkcs8.subarray(pkcs8.length - 32));
  return { LOG_KEY: `PRIVATE+KEY+${origin}+${id}+${bytesToBase64(typed)}`, LOG_PUBLIC_KEY: bytesToHex(publicKey) };
}
