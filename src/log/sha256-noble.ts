/** SHA-256 (FIPS 180-4) in JavaScript, for workerd and browsers, whose WebCrypto digests only asynchronously. */

import { sha256 as noble } from "@noble/hashes/sha2.js";

export function sha256(data: Uint8Array): Uint8Array {
  return noble(data);
}
