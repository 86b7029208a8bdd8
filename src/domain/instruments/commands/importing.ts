/** An instrument of the past, with its printed number; what should not have happened is recorded too. */

import { asksFault, asksSchema, saysWhatItAsks } from "../asks.ts";
import { z } from "zod";
import type { Day } from "../../../base/day.ts";
import type { InstrumentId } from "../../../base/ids.ts";
import { done, type Outcome, refused } from "../../../base/outcome.ts";
import type { DatedDay } from "../../../law/act.ts";
import type { Command, Context, Decision, NewEvent } from "../../command.ts";
import { streamName } from "../../event.ts";
import { day, id, instrumentNumber } from "../../field.ts";
import { procuracyKinds } from "../../offices/office.ts";
import type { Refusal } from "../../refusal.ts";
import { typed, typedText } from "../../typed-input.ts";
import { addresseeOf } from "../addressee.ts";
import { demands, instrumentKinds, withdrawalReasons } from "../events.ts";
import { type ProtestLevel, protestLevel } from "../level.ts";
import { isPrinted } from "../numbering.ts";
import { type AppliedWindow, protestWindow, windowData, windowLaw } from "../window.ts";
import { freesFindings, takenOut } from "../withdrawal.ts";
import { endNotices, fileReads } from "./ended-files.ts";
import { numberGiven, yearOf } from "./issuing.ts";
import { composeItems, itemInput, itemReads } from "./items.ts";
import { type InstrumentEvent, instrumentEvent } from "./on-instrument.ts";

const past = z
  .strictObject({
    issuer: id<"office">(),
    kind: z.enum(instrumentKinds),
    number: instrumentNumber,
    issuedOn: day,
    addressee: id<"office">(),
    items: z.array(itemInput).min(1).max(50),
    asks: z.enum(demands).optional(),
    groundOn: day.optional(),
    body: typedText,
    served: z.strictObject({ channel: z.enum(["post", "hand"]), sentOn: day }).optional(),
    receivedOn: day.optional(),
    withdrawn: z.strictObject({ on: day, reason: z.enum(withdrawalReasons), note: typedText.optional() }).optional(),
  })
  .refine(saysWhatItAsks, asksFault)
  .meta(asksSchema);
type Past = z.infer<typeof past>;

export const importInstrument: Command<Past, "import-instrument"> = {
  name: "import-instrument",
  input: past,
  reads: ({ items, issuer, addressee }, states) => [
    streamName("numbering", issuer),
    ...itemReads(items, [issuer, addressee], states),
    ...fileReads(
      items.flatMap((item) => item.findings),
      states,
    ),
  ],
  about: ({ issuer }) => issuer,
  appliesLaw: true,
  decide: decideImport,
};

function decideImport(input: Past, context: Context): Outcome<Decision, Refusal> {
  const refusal = impossibleDay(input, context.today) ?? unknownIssuer(input, context) ?? taken(input, context);
  if (refusal !== undefined) return refused(refusal);
  const { kind, issuer, issuedOn } = input;
  const addressee = addresseeOf(input.addressee, { kind, states: context.states, day: issuedOn });
  if (!addressee.ok) return addressee;
  const between = { issuer, addressee: input.addressee, day: issuedOn };
  const instrument = context.newId<InstrumentId>();
  const composed = composeItems(instrument, input.items, { ...context, between });
  if (!composed.ok) return composed;
  const level = kind === "protest" ? protestLevel({ ...between, states: context.states }) : undefined;
  const window = level === undefined ? undefined : windowOf(input, level, context);
  const drafted = draftedData(input, { instrument, level, items: composed.value.items });
  const events = [
    instrumentEvent(instrument, { type: "instrument-drafted", data: drafted }),
    ...composed.value.put,
    ...issueEvents(input, instrument, window),
    ...laterEvents(input).map((event) => instrumentEvent(instrument, event)),
    ...freed(input, instrument),
  ];
  return done({ events });
}

/** impossibleDay refuses days that do not follow one another, and days in the future. */
function impossibleDay({ groundOn, issuedOn, served, receivedOn, withdrawn }: Past, today: Day): Refusal | undefined {
  const stated: readonly (readonly [string, Day | undefined, Day | undefined])[] = [
    ["/groundOn", groundOn, undefined],
    ["/issuedOn", issuedOn, groundOn],
    ["/served/sentOn", served?.sentOn, issuedOn],
    ["/receivedOn", receivedOn, served?.sentOn ?? issuedOn],
    ["/withdrawn/on", withdrawn?.on, issuedOn],
  ];
  for (const [at, on, notBefore] of stated) {
    if (on !== undefined && on > today) return { code: "day-in-future", at, detail: { day: on } };
    if (on !== undefined && notBefore !== undefined && on < notBefore)
      return { code: "days-contradict", at, detail: { day: on, notBefore } };
  }
  return undefined;
}

function unknownIssuer({ issuer }: Past, { states }: Context): Refusal | undefined {
  const kind = states.of("office", issuer)?.kind;
  return kind !== undefined && procuracyKinds.includes(kind) ? undefined : { code: "unknown-office", at: "/issuer" };
}

function taken({ issuer, kind, issuedOn, number }: Past, { states }: Context): Refusal | undefined {
  const given = isPrinted(states.of("numbering", issuer), { kind, year: yearOf(issuedOn) }, number);
  return given ? { code: "already-exists", at: "/number", detail: { number } } : undefined;
}

function windowOf(
  { groundOn, issuedOn, items }: Past,
  level: ProtestLevel,
  { states }: Context,
): AppliedWindow | undefined {
  if (groundOn === undefined) return undefined;
  const findings = items.flatMap((item) => item.findings);
  return protestWindow({ level, groundOn, endNotices: endNotices(findings, states), issuedOn });
}

type DraftedData = Extract<InstrumentEvent, { type: "instrument-drafted" }>["data"];

function draftedData(input: Past, made: Pick<DraftedData, "instrument" | "items" | "level">): DraftedData {
  const { kind, issuer, addressee, asks, groundOn, body } = input;
  return { ...made, kind, issuer, addressee, asks, groundOn: groundOn && imported(groundOn), body: typed(body) };
}

function issueEvents(input: Past, instrument: InstrumentId, window: AppliedWindow | undefined): readonly NewEvent[] {
  const { issuer, kind, number, issuedOn } = input;
  const data = { number, issuedOn, source: "import", window: window && windowData(window) } as const;
  const issued = instrumentEvent(instrument, { type: "instrument-issued", data }, window && windowLaw(window));
  return [issued, numberGiven(issuer, { instrument, kind, year: yearOf(issuedOn), number, source: "import" })];
}

function laterEvents({ served, receivedOn, withdrawn }: Past): readonly InstrumentEvent[] {
  const events: InstrumentEvent[] = [];
  if (served !== undefined)
    events.push({ type: "instrument-served", data: { channel: served.channel, sentOn: imported(served.sentOn) } });
  if (receivedOn !== undefined)
    events.push({ type: "instrument-received", data: { receivedOn: imported(receivedOn) } });
  if (withdrawn !== undefined) {
    const { on, reason, note } = withdrawn;
    events.push({ type: "instrument-withdrawn", data: { on, reason, note: typed(note) } });
  }
  return events;
}

function freed({ withdrawn, items }: Past, instrument: InstrumentId): readonly NewEvent[] {
  if (withdrawn === undefined || !freesFindings(withdrawn.reason)) return [];
  return items.flatMap((item) => item.findings.map((finding) => takenOut(finding, instrument)));
}

function imported(on: Day): DatedDay {
  return { day: on, source: "import" };
}
