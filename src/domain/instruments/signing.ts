/**
 * The text that the head of the procuracy signs: the instrument as the log holds it, with its id, commitments in place of
 * values, and its day, as RFC 8785 text. The number is not in it: the head signs, and then the clerk gives the number, so
 * two heads who sign at once do not wait for one another. Anyone with the log can check the signature. Before it signs, the signer's tool
 * recomputes each commitment from the value and salt it was shown. The signature is a detached JWS (RFC 7515 appendix F).
 */

import { canonicalJson, type Json } from "../../base/canonical-json.ts";
import type { Day } from "../../base/day.ts";
import type { DetachedJws } from "../field.ts";
import type { KeyId } from "../offices/person.ts";
import type { Drafted, DraftedItem } from "./instrument.ts";

export interface Signed {
  readonly issuedOn: Day;
}

/** A signature that the service checked, with the text and the person's key it was checked with. It is never part of a request. */
export interface CheckedSignature {
  readonly payload: string;
  readonly key: KeyId;
  readonly signature: DetachedJws;
}

/** signingText returns the signed text as a JSON value. */
export function signingText(draft: Drafted, { issuedOn }: Signed): Json {
  const { instrument, kind, issuer, addressee, body } = draft;
  return present({
    form: "minh-chung/instrument/v1",
    instrument,
    kind,
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

/** signedPayload returns the text whose UTF-8 bytes are the payload of the JWS. */
export function signedPayload(draft: Drafted, signed: Signed): string {
  return canonicalJson(signingText(draft, signed));
}

function itemText({ demand, correctBy, ...item }: DraftedItem): Json {
  return present({ ...item, demand: { ...demand }, correctBy });
}

/** present drops undefined fields, because JSON has no undefined. */
function present(fields: Readonly<Record<string, Json | undefined>>): Json {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
