/**
 * SHA-256 (FIPS 180-4) on Node: the one-shot `hash` of node:crypto, asked for a string of bytes. Measured on Node 24:
 * 0.3 µs for 65 bytes and 0.6 µs for 600, where a Buffer as the result costs 1.1 µs and 1.4 µs.
 */

import { hash } from "node:crypto";

export function sha256(data: Uint8Array): Uint8Array {
  const text = hash("sha256", data, "binary");
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = text.charCodeAt(i);
  return digest;
}
