/**
 * Signed notes, c2sp.org/signed-note@v1.0.0, with Ed25519 keys (signature type 0x01). Private keys stay outside: a signer is a
 * name, a key id and a function. A note of more than 16 signatures or 64 KiB is refused, so that opening one stays cheap.
 */

import { bytesToBase64, bytesToHex, concatBytes, equalBytes, parseBase64, utf8 } from "../base/bytes.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { digest } from "./hash.ts";

/** A name and an Ed25519 public key of 32 bytes. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };

/** The name and id of a key. `id` has 32 bits, which only hint at the key to try: it is no fingerprint. */
type KeyHint = { readonly name: string; readonly id: number };

export type Signer = KeyHint & { readonly sign: (message: Uint8Array) => Promise<Uint8Array> };
export type Verifier = KeyHint & {
  readonly verify: (message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
};
type NoteSignature = KeyHint & { readonly signature: Uint8Array };

/** A note with its verified `signatures`, at least one. Signatures of unknown keys are left out. */
export type OpenNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

export type NoteRefusal = "note-too-large" | "note-malformed" | "note-signature-wrong" | "note-signer-unknown";

const maxNoteBytes = 65_536;
const maxSignatures = 16;
const ed25519Type = 1;

/** keyId returns the first four bytes of SHA-256(name || "\n" || 0x01 || public key). */
export function keyId({ name, publicKey }: NoteKey): number {
  return readId(digest(concatBytes(utf8(`${name}\n`), Uint8Array.of(ed25519Type), publicKey)));
}

/** formatVkey writes a verifier key: `name+<8 hex: key id>+<base64: 0x01 || public key>`. */
export function formatVkey(key: NoteKey): string {
  const typed = concatBytes(Uint8Array.of(ed25519Type), key.publicKey);
  return `${key.name}+${bytesToHex(formatKeyId(keyId(key)))}+${bytesToBase64(typed)}`;
}

/** parseVkey reads an Ed25519 verifier key whose key id is right, and returns undefined for any other text. */
export function parseVkey(text: string): NoteKey | undefined {
  const [, name, encoded] = /^([^+]*)\+[0-9a-f]{8}\+(.*)$/.exec(text) ?? [];
  const typed = encoded === undefined ? undefined : parseBase64(encoded);
  if (name === undefined || !isKeyName(name) || typed?.length !== 33 || typed[0] !== ed25519Type) return undefined;
  const key = { name, publicKey: typed.subarray(1) };
  return formatVkey(key) === text ? key : undefined;
}

export function ed25519Verifier(key: NoteKey): Verifier {
  const verify: Verifier["verify"] = async (message, signature) => verifyEd25519(key.publicKey, message, signature);
  return { name: key.name, id: keyId(key), verify };
}

/** verifyEd25519 verifies a signature of RFC 8032 with WebCrypto, which Node, workerd and browsers have. */
export async function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = await crypto.subtle.importKey("raw", new Uint8Array(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, new Uint8Array(signature), new Uint8Array(message));
}

/** signNote returns the note of a text with one signature. The text must end in a newline. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  if (!text.endsWith("\n") || !isNoteText(text)) throw new RangeError("this text cannot be signed as a note");
  if (!isKeyName(signer.name)) throw new RangeError(`not a key name: ${signer.name}`);
  const signature = await signer.sign(utf8(text));
  return `${text}\n${formatSignature({ name: signer.name, id: signer.id, signature })}`;
}

/**
 * openNote ignores signatures of unknown (name, id) pairs. One wrong signature of a known pair refuses the note, wherever it
 * stands; several right ones count once, since who wants several signers means several keys.
 */
export async function openNote(
  note: string | Uint8Array,
  verifiers: readonly Verifier[],
): Promise<Outcome<OpenNote, NoteRefusal>> {
  const read = readNote(note);
  if (!read.ok) return read;
  const { text, signatures } = read.value;
  const verified: NoteSignature[] = [];
  for (const signature of signatures) {
    const verifier = verifiers.find((each) => isOfOneKey(each, signature));
    if (verifier === undefined) continue;
    if (!(await verifier.verify(utf8(text), signature.signature))) return refused("note-signature-wrong");
    if (!verified.some((other) => isOfOneKey(other, signature))) verified.push(signature);
  }
  return verified.length === 0 ? refused("note-signer-unknown") : done({ text, signatures: verified });
}

function isOfOneKey(a: KeyHint, b: KeyHint): boolean {
  return a.name === b.name && a.id === b.id;
}

/** readNote splits a note into its text and signatures and verifies none of them. */
function readNote(input: string | Uint8Array): Outcome<OpenNote, NoteRefusal> {
  if ((typeof input === "string" ? utf8(input) : input).length > maxNoteBytes) return refused("note-too-large");
  const note = readText(input);
  // The text may hold blank lines; it ends at the last one.
  const textEnd = note?.lastIndexOf("\n\n") ?? -1;
  if (note === undefined || textEnd < 0 || !note.endsWith("\n") || !isNoteText(note)) return refused("note-malformed");
  const lines = note.slice(textEnd + 2, -1).split("\n");
  if (lines.length > maxSignatures) return refused("note-too-large");
  const signatures = lines.map(parseSignature);
  if (!signatures.every((signature) => signature !== undefined)) return refused("note-malformed");
  return done({ text: note.slice(0, textEnd + 1), signatures });
}

/** readText returns the text whose UTF-8 is exactly these bytes, or undefined if there is none. */
function readText(note: string | Uint8Array): string | undefined {
  const text = typeof note === "string" ? note : new TextDecoder("utf-8", { ignoreBOM: true }).decode(note);
  return typeof note === "string" || equalBytes(utf8(text), note) ? text : undefined;
}

/** formatSignature writes U+2014, space, name, space, base64(key id || signature). */
function formatSignature({ name, id, signature }: NoteSignature): string {
  return `\u2014 ${name} ${bytesToBase64(concatBytes(formatKeyId(id), signature))}\n`;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, encoded] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const blob = encoded === undefined ? undefined : parseBase64(encoded);
  if (name === undefined || !isKeyName(name) || blob === undefined || blob.length < 5) return undefined;
  return { name, id: readId(blob), signature: blob.subarray(4) };
}

/** isKeyName demands a name that is not empty and has no Unicode space, no plus and nothing that UTF-8 cannot hold. */
function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+]+$/u.test(name) && isNoteText(name);
}

/** isNoteText allows no control character below U+0020 except the newline, and nothing that UTF-8 cannot hold. */
function isNoteText(text: string): boolean {
  return text.isWellFormed() && Array.from(text).every((character) => character >= " " || character === "\n");
}

function readId(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

function formatKeyId(id: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id);
  return bytes;
}
