/**
 * What the head of the procuracy signs: the instrument as the log holds it, commitments in place of sealed values, with
 * its number and day, as RFC 8785 text. Anyone with the log can check the signature; the signer's tool recomputes each
 * commitment from the value and salt it was shown before it signs. The signature is a detached JWS (RFC 7515 appendix F).
 */

import { canonicalJson, type Json } from "../../base/canonical-json.ts";
import type { Day } from "../../base/day.ts";
import type { DetachedJws, InstrumentNumber } from "../field.ts";
import type { KeyId } from "../offices/person.ts";
import type { Drafted, DraftedItem } from "./instrument.ts";

export interface Signed {
  readonly number: InstrumentNumber;
  readonly issuedOn: Day;
}

/** A signature that the service checked: over which text, under which of the person's keys. Never part of a request. */
export interface CheckedSignature {
  readonly payload: string;
  readonly key: KeyId;
  readonly signature: DetachedJws;
}

/** What is signed, as a value. */
export function signingText(draft: Drafted, { number, issuedOn }: Signed): Json {
  const { instrument, kind, issuer, addressee, body } = draft;
  return present({
    form: "minh-chung/instrument/v1",
    instrument,
    kind,
    number,
    issuedOn,
    issuer,
    addressee,
    asks: draft.asks,
    level: draft.level,
    deviation: draft.deviation,
    groundOn: draft.groundOn === undefined ? undefined : { ...draft.groundOn },
    items: draft.items.map(itemText),
    body: { ...body },
  });
}

/** The payload of the JWS: the UTF-8 bytes of this text. */
export function signedPayload(draft: Drafted, signed: Signed): string {
  return canonicalJson(signingText(draft, signed));
}

function itemText({ demand, correctBy, ...item }: DraftedItem): Json {
  return present({ ...item, demand: { ...demand }, correctBy });
}

/** JSON has no undefined: what is absent is left out. */
function present(fields: Readonly<Record<string, Json | undefined>>): Json {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
