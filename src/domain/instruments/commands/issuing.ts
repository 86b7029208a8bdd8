/**
 * Issuing: the head of the procuracy signs, and the next number of the office is given when that is recorded, without gaps.
 * A protest out of time is refused (law 106/2025 Art.112(2)). The server holds no key of a person; it only checks the signature.
 */

import { z } from "zod";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { Context, NewEvent, States } from "../../command.ts";
import { streamName } from "../../event.ts";
import { day, detachedJws, id, type InstrumentNumber } from "../../field.ts";
import { keyInForce } from "../../offices/person.ts";
import type { Refusal } from "../../refusal.ts";
import { type DraftedInstrument, findingsOf } from "../instrument.ts";
import { nextNumber } from "../numbering.ts";
import { type CheckedSignature, signedPayload } from "../signing.ts";
import { type AppliedWindow, outOfTime, protestWindow, windowData, windowLaw } from "../window.ts";
import { endNotices, fileReads } from "./ended-files.ts";
import { instrumentEvent, isDrafted, ofIssuer, onInstrument } from "./on-instrument.ts";

const signed = z.strictObject({
  instrument: id<"instrument">(),
  issuedOn: day,
  key: id<"key">(),
  signature: detachedJws,
});

/**
 * The service adds `checked` after it has checked the JWS over `signedPayload` under the person's public key. A request
 * cannot hold it, because unknown fields are refused. The decision compares it with the state it is made on.
 */
export interface IssueInput extends z.infer<typeof signed> {
  readonly checked?: CheckedSignature;
}

const input: z.ZodType<IssueInput> = signed;

export const issueInstrument = onInstrument({
  name: "issue-instrument",
  input,
  of: ofIssuer,
  when: isDrafted,
  appliesLaw: true,
  reads: (state, _input, { states, acting }) => [
    streamName("numbering", state.issuer),
    streamName("person", acting.person),
    ...(state.kind === "protest" ? fileReads(findingsOf(state), states) : []),
  ],
  decide: (state, asked, context) => {
    const refusal = unsignable(state, asked, context);
    if (refusal !== undefined) return refused(refusal);
    const window = windowOf(state, asked, context.states);
    if (!window.ok) return window;
    const series = { kind: state.kind, year: yearOf(asked.issuedOn) };
    const number = nextNumber(context.states.of("numbering", state.issuer), series);
    return done({ events: issueEvents(state, { ...asked, number }, window.value) });
  },
});

function unsignable(
  state: DraftedInstrument,
  { issuedOn, key, signature, checked }: IssueInput,
  context: Context,
): Refusal | undefined {
  const { states, today, acting } = context;
  // A successor of the issuer has numbers of its own, so it drafts the instrument anew.
  if (acting.office !== state.issuer) return { code: "office-closed", at: "/instrument" };
  if (issuedOn !== today) return { code: "days-contradict", at: "/issuedOn", detail: { today } };
  const person = states.of("person", acting.person);
  if (person === undefined || keyInForce(person, key, today) === undefined) return { code: "unknown-key", at: "/key" };
  const holds =
    checked?.key === key && checked.signature === signature && checked.payload === signedPayload(state, { issuedOn });
  return holds ? undefined : { code: "signature-invalid", at: "/signature" };
}

function windowOf(
  state: DraftedInstrument,
  { issuedOn }: IssueInput,
  states: States,
): Outcome<AppliedWindow | undefined, Refusal> {
  const { kind, level, groundOn } = state;
  if (kind !== "protest") return done(undefined);
  if (level === undefined || groundOn === undefined) return refused({ code: "ground-day-missing", at: "/instrument" });
  const window = protestWindow({
    level,
    groundOn: groundOn.day,
    endNotices: endNotices(findingsOf(state), states),
    issuedOn,
  });
  if (window === undefined) return refused({ code: "protest-out-of-time", at: "/issuedOn" });
  return window.inTime ? done(window) : refused(outOfTime(window));
}

function issueEvents(
  state: DraftedInstrument,
  asked: IssueInput & { readonly number: InstrumentNumber },
  window: AppliedWindow | undefined,
): readonly NewEvent[] {
  const { instrument, kind, issuer } = state;
  const { number, issuedOn, key, signature } = asked;
  const data = { number, issuedOn, key, signature, source: "system", window: window && windowData(window) } as const;
  const issued = instrumentEvent(instrument, { type: "instrument-issued", data }, window && windowLaw(window));
  return [issued, numberGiven(issuer, { instrument, kind, year: yearOf(issuedOn), number, source: "system" })];
}

type NumberGiven = Extract<NewEvent, { kind: "numbering" }>["event"]["data"];

export function numberGiven(issuer: DraftedInstrument["issuer"], data: NumberGiven): NewEvent {
  return { kind: "numbering", id: issuer, event: { type: "number-given", data } };
}

export function yearOf(issuedOn: string): number {
  return Number(issuedOn.slice(0, 4));
}
