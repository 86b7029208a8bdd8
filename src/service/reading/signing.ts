/**
 * Signing an instrument: makes the text that the head of the procuracy is to sign, and checks the signature. The server
 * never holds a person's key. The signature is a detached JWS (RFC 7515 appendix F) over the UTF-8 of the canonical
 * text.
 */

import { base64url, calculateJwkThumbprint, errors, flattenedVerify, importJWK, type JWK } from "jose";
import type { Json } from "../../base/canonical-json.ts";
import type { InstrumentId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { streamName } from "../../domain/event.ts";
import type { IssueInput } from "../../domain/instruments/commands/issuing.ts";
import type { InstrumentState } from "../../domain/instruments/instrument.ts";
import { type CheckedSignature, signedPayload } from "../../domain/instruments/signing.ts";
import { keyInForce, type PersonState, type SigningKey } from "../../domain/offices/person.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { loadStates } from "../streams/load-states.ts";
import type { Host } from "../host.ts";
import { unseen } from "./instrument-page.ts";
import { mayRead, type Reader } from "../streams/reader.ts";

/** The input of the signer's tool, which recomputes each commitment from value and salt before it signs. */
export interface SigningText {
  readonly issuedOn: string;
  readonly payload: string;
  /** The committed fields of the text; `path` is a JSON Pointer within it. */
  readonly fields: readonly { readonly path: string; readonly salt: string; readonly value: Json }[];
  /** The reader's own keys that are in force today. */
  readonly keys: readonly SigningKey[];
}

/** Makes the text as it would be signed today. */
export async function signingTextOf(
  instrument: InstrumentId,
  reader: Reader,
  host: Host,
): Promise<Outcome<SigningText, Refusal>> {
  const read = await readDraft(instrument, reader, host);
  if (!read.ok) return read;
  const { state, person } = read.value;
  const { today, acting } = reader;
  const fields = await fieldsOf(state, host);
  const stream = streamName("instrument", instrument);
  await host.journal.note({ ...acting, shown: [{ stream, sealed: sealedIn(state) }] });
  const keys = person.keys.filter(({ key }) => keyInForce(person, key, today) !== undefined);
  return done({ issuedOn: today, payload: signedPayload(state, { issuedOn: today }), fields, keys });
}

/** Checks the signature over the draft as it is now; undefined if it does not hold. The decider checks again. */
export async function checkSignature(
  input: IssueInput,
  reader: Reader,
  host: Host,
): Promise<CheckedSignature | undefined> {
  const { instrument, key, signature, issuedOn } = input;
  const { states } = await loadStates(() => [streamName("instrument", instrument), personOf(reader)], host);
  const state = states.of("instrument", instrument);
  const person = states.of("person", reader.acting.person);
  const signing = person && keyInForce(person, key, reader.today);
  if (state?.status !== "drafted" || signing === undefined) return undefined;
  const payload = signedPayload(state, { issuedOn });
  return (await holds(signature, payload, signing)) ? { payload, key, signature } : undefined;
}

interface ReadDraft {
  readonly state: InstrumentState;
  readonly person: PersonState;
}

async function readDraft(instrument: InstrumentId, reader: Reader, host: Host): Promise<Outcome<ReadDraft, Refusal>> {
  const { states } = await loadStates(() => [streamName("instrument", instrument), personOf(reader)], host);
  const state = states.of("instrument", instrument);
  const person = states.of("person", reader.acting.person);
  if (state === undefined) return refused({ code: "unknown-instrument", at: "/instrument" });
  if (!(await mayRead(reader, "read-draft", state.issuer, host)) || person === undefined) return refused(unseen(state));
  if (state.status !== "drafted")
    return refused({ code: "wrong-moment", at: "/instrument", detail: { status: state.status } });
  return done({ state, person });
}

function personOf({ acting }: Reader) {
  return streamName("person", acting.person);
}

/** Reveals all committed fields of the draft; the text holds each at the same path as the event. */
async function fieldsOf(state: InstrumentState, host: Host): Promise<SigningText["fields"]> {
  const revealed = await host.vault.reveal(sealedIn(state));
  return [...revealed.values()].map(({ path, salt, value }) => ({ path, salt, value }));
}

function sealedIn({ body, items }: InstrumentState): readonly string[] {
  return [body, ...items.map(({ demand }) => demand)].map((field) => field.sealed);
}

async function holds(signature: string, payload: string, signing: SigningKey): Promise<boolean> {
  const [header = "", , mark = ""] = signature.split(".");
  const publicKey: JWK = { kty: "OKP", crv: "Ed25519", x: signing.publicKey };
  if (!(await headersOf(signing, publicKey)).includes(header)) return false;
  const jws = { protected: header, payload: base64url.encode(payload), signature: mark };
  try {
    await flattenedVerify(jws, await importJWK(publicKey, "EdDSA"), { algorithms: ["EdDSA"] });
    return true;
  } catch (fault) {
    if (fault instanceof errors.JOSEError || fault instanceof TypeError) return false;
    throw fault;
  }
}

/**
 * Lists the headers that are accepted. The header stands in the leaf for ever, so it is one of these texts: nobody can
 * write words of their own in the clear, and no extension (RFC 7797: b64) can make the signature one over other bytes.
 */
async function headersOf({ key }: SigningKey, publicKey: JWK): Promise<readonly string[]> {
  const headers = [{}, { kid: key }, { kid: await calculateJwkThumbprint(publicKey) }];
  return headers.map((more) => base64url.encode(JSON.stringify({ alg: "EdDSA", ...more })));
}
