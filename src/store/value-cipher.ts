/**
 * The values behind commitments, encrypted with AES-256-GCM. Each recording draws a fresh key for each subject and wraps it
 * with the key of the environment. Destroying the wrapped keys of a subject destroys its values (erasure).
 */

import { createCipheriv, createDecipheriv } from "node:crypto";
import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { mapSliced, type Sliced } from "../base/slices.ts";
import { bytesToBase64, bytesToHex, concatBytes, parseUtf8, utf8 } from "../base/bytes.ts";
import type { SecretValue } from "../service/ports.ts";

interface WrappedKey {
  readonly id: string;
  readonly subject: string;
  readonly wrapped: Uint8Array;
}

interface EncryptedValue {
  readonly commitment: Uint8Array;
  readonly stream: string;
  readonly path: string;
  readonly class: "reference" | "personal";
  readonly key: string;
  readonly box: Uint8Array;
}

export interface Encrypted {
  readonly keys: readonly WrappedKey[];
  readonly values: readonly EncryptedValue[];
}

interface Opening {
  readonly salt: string;
  readonly value: Json;
}

export interface ValueCipher {
  /** encrypt may pause between the values. */
  encrypt(secrets: readonly SecretValue[]): Sliced<Encrypted>;
  /** decrypt throws when the box, its key or what they are bound to was changed. */
  decrypt(encrypted: Pick<EncryptedValue, "commitment" | "class" | "box"> & { readonly key: WrappedKey }): Opening;
}

type Random = (length: number) => Uint8Array;

interface Means {
  readonly environmentKey: Uint8Array;
  readonly random: Random;
}

/** makeValueCipher takes an `environmentKey` of 32 bytes, which wraps the keys of all subjects. */
export function makeValueCipher(environmentKey: Uint8Array, random: Random): ValueCipher {
  return {
    encrypt: (secrets) => encryptSecrets(secrets, { environmentKey, random }),
    decrypt: ({ key, box, ...labelled }) => {
      const dataKey = decryptBytes(environmentKey, key.wrapped, wrapLabel(key));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was authenticated is what `encryptValue` wrote
      return JSON.parse(parseUtf8(decryptBytes(dataKey, box, boxLabel(labelled)))) as Opening;
    },
  };
}

/** Values that are encrypted before others may run: some two milliseconds. */
const valuesOfSlice = 64;

function* encryptSecrets(secrets: readonly SecretValue[], means: Means): Sliced<Encrypted> {
  const bySubject = new Map<string, { readonly key: WrappedKey; readonly dataKey: Uint8Array }>();
  const values = yield* mapSliced(secrets, valuesOfSlice, (secret) => {
    const made = bySubject.get(secret.subject) ?? makeKey(secret.subject, means);
    bySubject.set(secret.subject, made);
    const { commitment, stream, path } = secret;
    return {
      commitment,
      stream,
      path,
      class: secret.class,
      key: made.key.id,
      box: encryptValue(made.dataKey, secret, means.random),
    };
  });
  return { keys: [...bySubject.values()].map(({ key }) => key), values };
}

function makeKey(subject: string, { environmentKey, random }: Means): { key: WrappedKey; dataKey: Uint8Array } {
  const dataKey = random(32);
  const id = bytesToHex(random(16));
  const how = { key: environmentKey, nonce: random(12), bound: wrapLabel({ id, subject }) };
  const wrapped = encryptBytes(dataKey, how);
  return { key: { id, subject, wrapped }, dataKey };
}

/** wrapLabel binds a wrapped key to its id and subject: under another id or subject it does not unwrap. */
function wrapLabel({ id, subject }: { readonly id: string; readonly subject: string }): Uint8Array {
  return utf8(`minh-chung/subject-key/v1\n${id}\n${subject}`);
}

function encryptValue(dataKey: Uint8Array, secret: SecretValue, random: Random): Uint8Array {
  const plain = utf8(canonicalJson({ salt: bytesToBase64(secret.salt), value: secret.value }));
  return encryptBytes(plain, { key: dataKey, nonce: random(12), bound: boxLabel(secret) });
}

/**
 * boxLabel binds a box to its commitment and its class. It opens behind no other commitment, and a personal value does not
 * open as a reference, because a reference is shown without an entry in the log.
 */
function boxLabel({ commitment, class: secretClass }: Pick<EncryptedValue, "commitment" | "class">): Uint8Array {
  return concatBytes(utf8(`minh-chung/committed-value/v1\n${secretClass}\n`), commitment);
}

interface Encrypting {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  /** Additional authenticated data: checked at decryption and not stored in the result. */
  readonly bound: Uint8Array;
}

/** encryptBytes returns nonce (12 bytes) || ciphertext || tag (16 bytes). */
function encryptBytes(plain: Uint8Array, { key, nonce, bound }: Encrypting): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(bound);
  const text = concatBytes(cipher.update(plain), cipher.final());
  return concatBytes(nonce, text, cipher.getAuthTag());
}

function decryptBytes(key: Uint8Array, box: Uint8Array, bound: Uint8Array): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, box.subarray(0, 12));
  decipher.setAAD(bound);
  decipher.setAuthTag(box.subarray(box.length - 16));
  return concatBytes(decipher.update(box.subarray(12, box.length - 16)), decipher.final());
}
