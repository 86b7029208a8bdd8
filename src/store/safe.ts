/**
 * The safe: values behind commitments, encrypted with AES-256-GCM under a fresh key of their subject for each recording,
 * the key wrapped by the key of the environment. Destroying the wrapped keys of a subject destroys its values (erasure).
 */

import { createCipheriv, createDecipheriv } from "node:crypto";
import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { bytesToBase64, bytesToHex, concatBytes, parseUtf8, utf8 } from "../base/bytes.ts";
import type { SecretValue } from "../service/ports.ts";

interface EnclosedKey {
  readonly id: string;
  readonly subject: string;
  readonly wrapped: Uint8Array;
}

interface EnclosedValue {
  readonly commitment: Uint8Array;
  readonly stream: string;
  readonly path: string;
  readonly class: "reference" | "personal";
  readonly key: string;
  readonly box: Uint8Array;
}

interface Opened {
  readonly salt: string;
  readonly value: Json;
}

export interface Safe {
  enclose(
    secrets: readonly SecretValue[],
  ): Promise<{ readonly keys: readonly EnclosedKey[]; readonly values: readonly EnclosedValue[] }>;
  open(enclosed: Pick<EnclosedValue, "commitment" | "class" | "box"> & { readonly key: EnclosedKey }): Opened;
}

type Random = (length: number) => Uint8Array;

interface Means {
  readonly environmentKey: Uint8Array;
  readonly random: Random;
}

/** `environmentKey`: 32 bytes. */
export function makeSafe(environmentKey: Uint8Array, random: Random): Safe {
  return {
    enclose: async (secrets) => enclose(secrets, { environmentKey, random }),
    open: ({ key, box, ...labelled }) => {
      const dataKey = decrypt(environmentKey, key.wrapped, wrapLabel(key));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was authenticated is what `sealBox` wrote
      return JSON.parse(parseUtf8(decrypt(dataKey, box, boxLabel(labelled)))) as Opened;
    },
  };
}

async function enclose(
  secrets: readonly SecretValue[],
  means: Means,
): Promise<{ keys: EnclosedKey[]; values: EnclosedValue[] }> {
  const bySubject = new Map<string, { readonly key: EnclosedKey; readonly dataKey: Uint8Array }>();
  const values = secrets.map((secret) => {
    const made = bySubject.get(secret.subject) ?? makeKey(secret.subject, means);
    bySubject.set(secret.subject, made);
    const { commitment, stream, path } = secret;
    return {
      commitment,
      stream,
      path,
      class: secret.class,
      key: made.key.id,
      box: sealBox(made.dataKey, secret, means.random),
    };
  });
  return { keys: [...bySubject.values()].map(({ key }) => key), values };
}

function makeKey(subject: string, { environmentKey, random }: Means): { key: EnclosedKey; dataKey: Uint8Array } {
  const dataKey = random(32);
  const id = bytesToHex(random(16));
  const how = { key: environmentKey, nonce: random(12), bound: wrapLabel({ id, subject }) };
  const wrapped = encrypt(dataKey, how);
  return { key: { id, subject, wrapped }, dataKey };
}

/** What a wrapped key is bound to: it opens nothing under another id or subject. */
function wrapLabel({ id, subject }: { readonly id: string; readonly subject: string }): Uint8Array {
  return utf8(`minh-chung/subject-key/v1\n${id}\n${subject}`);
}

function sealBox(dataKey: Uint8Array, secret: SecretValue, random: Random): Uint8Array {
  const plain = utf8(canonicalJson({ salt: bytesToBase64(secret.salt), value: secret.value }));
  return encrypt(plain, { key: dataKey, nonce: random(12), bound: boxLabel(secret) });
}

/**
 * What a box is bound to: it opens behind no other commitment, and what was put in as personal does not open as a
 * reference, which is shown without an entry of the log.
 */
function boxLabel({ commitment, class: secretClass }: Pick<EnclosedValue, "commitment" | "class">): Uint8Array {
  return concatBytes(utf8(`minh-chung/sealed-value/v1\n${secretClass}\n`), commitment);
}

interface Encrypting {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  /** Authenticated with the text, not kept in it. */
  readonly bound: Uint8Array;
}

/** nonce (12 bytes) || ciphertext || tag (16 bytes). */
function encrypt(plain: Uint8Array, { key, nonce, bound }: Encrypting): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(bound);
  const text = concatBytes(cipher.update(plain), cipher.final());
  return concatBytes(nonce, text, cipher.getAuthTag());
}

function decrypt(key: Uint8Array, box: Uint8Array, bound: Uint8Array): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, box.subarray(0, 12));
  decipher.setAAD(bound);
  decipher.setAuthTag(box.subarray(box.length - 16));
  return concatBytes(decipher.update(box.subarray(12, box.length - 16)), decipher.final());
}
