/** The signing key of the log, and the keys that are derived from the secret of the environment. */

import { createHmac, createPrivateKey, createSecretKey, type KeyObject, sign as signBytes } from "node:crypto";
import { concatBytes, parseBase64, parseHex, utf8 } from "../base/bytes.ts";
import { formatVkey, keyId, type NoteKey } from "../log/note.ts";
import type { KeyedUse, LogKey, Ports } from "../service/ports.ts";

/** The bytes of PKCS #8 (RFC 8410) before the 32 bytes of an Ed25519 seed. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * readLogKey reads a key as Go's note package writes it, PRIVATE+KEY+<name>+<id>+<base64(0x01 || seed)>, with its public key in
 * hexadecimal. It throws when the two are not of one pair.
 */
export async function readLogKey(privateKey: string, publicKey: string): Promise<LogKey> {
  const [, name, id, encoded] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(privateKey) ?? [];
  const typed = encoded === undefined ? undefined : parseBase64(encoded);
  const point = parseHex(publicKey);
  if (name === undefined || typed?.length !== 33 || typed[0] !== 1 || point?.length !== 32)
    throw new Error("LOG_KEY does not parse");
  const noteKey: NoteKey = { name, publicKey: point };
  if (keyId(noteKey) !== Number.parseInt(id ?? "", 16))
    throw new Error("LOG_KEY and LOG_PUBLIC_KEY are not of one pair");
  const der = Buffer.from(concatBytes(pkcs8, typed.subarray(1)));
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  // Node signs in one call; WebCrypto would make it a job of the thread pool, while the log waits.
  const sign = async (message: Uint8Array): Promise<Uint8Array> => new Uint8Array(signBytes(null, message, key));
  return { signer: { name, id: keyId(noteKey), sign }, vkey: formatVkey(noteKey) };
}

/** deriveKey derives the key of one use from the secret of the environment: HKDF-SHA-256 (RFC 5869) with the use as info. */
export async function deriveKey(secret: Uint8Array, use: string): Promise<Uint8Array> {
  const base = await crypto.subtle.importKey("raw", new Uint8Array(secret), "HKDF", false, ["deriveBits"]);
  const how = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(32),
    info: new Uint8Array(utf8(`minh-chung/${use}/v1`)),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
}

export async function makeKeyed(secret: Uint8Array): Promise<Ports["keyed"]> {
  const keyOf = async (use: string): Promise<KeyObject> => createSecretKey(await deriveKey(secret, use));
  const keys: Readonly<Record<KeyedUse, KeyObject>> = {
    idempotency: await keyOf("idempotency"),
    login: await keyOf("login"),
    recording: await keyOf("recording"),
    stream: await keyOf("stream"),
    checkpoint: await keyOf("checkpoint"),
  };
  // Node's HMAC is one call; WebCrypto's is a job of the thread pool, and every command makes some ten.
  return async (label, message) => new Uint8Array(createHmac("sha256", keys[label]).update(message).digest());
}
