/** An instrument's state says which act came last, never that it is late: lateness depends on today. */

import { given } from "../../base/given.ts";
import type { Day } from "../../base/day.ts";
import type { FindingId } from "../../base/ids.ts";
import type { DatedDay } from "../../law/act.ts";
import type { EventOf } from "../events.ts";
import type { CommittedField } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import { type Dispute, evolveDispute } from "./dispute.ts";
import type { channels, reopeningReasons, withdrawalReasons } from "./events.ts";
import { claimed, type Track, unclaimed, untouched, verified } from "./item.ts";
import type { Step } from "./instrument-act.ts";

type Event = EventOf<"instrument">;
type DataOf<Type extends Event["type"]> = Extract<Event, { type: Type }>["data"];

export type Drafted = DataOf<"instrument-drafted">;
export type DraftedItem = Drafted["items"][number];

interface Content extends Drafted {
  /** The number of events in the stream. */
  readonly version: number;
  readonly draftedOn: Day;
}

interface Contest extends DataOf<"day-contested"> {
  readonly contestedOn: Day;
}

export interface Claim extends Step {
  readonly entries: readonly number[];
  readonly note?: CommittedField | undefined;
}

interface Service extends Step {
  readonly channel: (typeof channels)[number];
}

/** An instrument that has left the procuracy. */
export interface Sent extends Content {
  readonly issue: DataOf<"instrument-issued"> & { readonly version: number; readonly recordedOn: Day };
  readonly service?: Service | undefined;
  readonly receipt?: Step | undefined;
  readonly contests: readonly Contest[];
  readonly replies: readonly Step[];
  readonly claims: readonly Claim[];
  readonly dispute: Dispute;
  /** Keyed by the id of the finding. */
  readonly tracks: Readonly<Record<string, Track>>;
  readonly reopened: readonly { readonly on: Day; readonly reason: (typeof reopeningReasons)[number] }[];
}

export type DraftedInstrument = Content & { readonly status: "drafted" };
export type SentInstrument = Sent &
  (
    | { readonly status: "issued" }
    | { readonly status: "served"; readonly service: Service }
    | { readonly status: "received"; readonly receipt: Step }
    | { readonly status: "closed"; readonly receipt: Step; readonly closedOn: Day }
    | { readonly status: "withdrawn"; readonly withdrawal: Step; readonly reason: (typeof withdrawalReasons)[number] }
  );
export type ReceivedInstrument = Extract<SentInstrument, { status: "received" }>;
export type InstrumentState =
  | DraftedInstrument
  | (Content & { readonly status: "discarded"; readonly discardedOn: Day })
  | SentInstrument;

export function isSent(state: InstrumentState): state is SentInstrument {
  return state.status !== "drafted" && state.status !== "discarded";
}

export function findingsOf(state: Pick<Drafted, "items">): readonly FindingId[] {
  return state.items.flatMap((item) => item.findings);
}

/**
 * receiptOf returns the step by which the addressee received the instrument. The system's own delivery is a receipt, whether
 * or not a desk has shown it: a recipient can contest the day but cannot withhold it.
 */
export function receiptOf({ service, receipt }: Sent): Step | undefined {
  return service?.channel === "system" ? service : receipt;
}

export function evolveInstrument(
  state: InstrumentState | undefined,
  event: Event,
  at: { readonly recordedOn: Day },
): InstrumentState {
  if (event.type === "instrument-drafted") {
    if (state !== undefined) throw new ImpossibleEvent(event.type, "the instrument exists");
    return { ...event.data, status: "drafted", version: 1, draftedOn: at.recordedOn };
  }
  if (state === undefined) throw new ImpossibleEvent(event.type, "no such instrument");
  const step = { version: state.version + 1, recordedOn: at.recordedOn };
  return { ...next(state, event, step), version: step.version };
}

type Later = Exclude<Event, { type: "instrument-drafted" }>;
type Mark = Omit<Step, "on">;

function next(state: InstrumentState, event: Later, mark: Mark): InstrumentState {
  switch (event.type) {
    case "draft-discarded":
      return { ...drafted(state, event), status: "discarded", discardedOn: event.data.on };
    case "instrument-issued":
      return issued(drafted(state, event), event.data, mark);
    default:
      return nextSent(sent(state, event), event, mark);
  }
}

function issued(state: DraftedInstrument, data: DataOf<"instrument-issued">, mark: Mark): SentInstrument {
  const tracks = Object.fromEntries(findingsOf(state).map((finding) => [finding, untouched]));
  const empty = { contests: [], replies: [], claims: [], reopened: [], dispute: { stage: "none" } } as const;
  return { ...state, ...empty, status: "issued", issue: { ...data, ...mark }, tracks };
}

type SentEvent = Exclude<Later, { type: "draft-discarded" | "instrument-issued" }>;

function nextSent(state: SentInstrument, event: SentEvent, mark: Mark): SentInstrument {
  switch (event.type) {
    case "instrument-served":
      if (state.status !== "issued") throw new ImpossibleEvent(event.type, `the instrument is ${state.status}`);
      return { ...state, status: "served", service: { ...mark, on: event.data.sentOn, channel: event.data.channel } };
    case "instrument-received":
      if (state.status !== "issued" && state.status !== "served")
        throw new ImpossibleEvent(event.type, `the instrument is ${state.status}`);
      return { ...state, status: "received", receipt: { ...mark, on: event.data.receivedOn } };
    case "day-contested":
      return { ...state, contests: [...state.contests, { ...event.data, contestedOn: mark.recordedOn }] };
    case "instrument-withdrawn":
      if (state.status === "closed") throw new ImpossibleEvent(event.type, "the instrument is closed");
      return {
        ...state,
        status: "withdrawn",
        withdrawal: { ...mark, on: bySystem(event.data.on) },
        reason: event.data.reason,
      };
    case "instrument-reopened": {
      if (state.status !== "closed") throw new ImpossibleEvent(event.type, `the instrument is ${state.status}`);
      const { closedOn: _closedOn, ...open } = state;
      return {
        ...open,
        status: "received",
        reopened: [...state.reopened, { on: event.data.on, reason: event.data.reason }],
      };
    }
    default:
      return nextReceived(received(state, event), event, mark);
  }
}

type ReceivedEvent = Exclude<
  SentEvent,
  {
    type:
      | "instrument-served"
      | "instrument-received"
      | "day-contested"
      | "instrument-withdrawn"
      | "instrument-reopened";
  }
>;

function nextReceived(state: ReceivedInstrument, event: ReceivedEvent, mark: Mark): SentInstrument {
  switch (event.type) {
    case "reply-given":
      return replied(state, event.data, mark);
    case "correction-claimed": {
      const { on, entries, note } = event.data;
      const claim = { ...mark, on, entries, ...given({ note }) };
      return {
        ...changed(state, event.data.findings, (track) => claimed(track, mark.version)),
        claims: [...state.claims, claim],
      };
    }
    case "claim-withdrawn":
      return changed(state, event.data.findings, unclaimed);
    case "correction-verified": {
      const { findings, outcome, on } = event.data;
      return changed(state, findings, (track) => verified(track, { status: outcome, on }));
    }
    case "findings-withdrawn": {
      const { findings, on, reason } = event.data;
      return changed(state, findings, (track) => ({ ...track, withdrawn: { on, reason } }));
    }
    case "instrument-closed":
      return { ...state, status: "closed", closedOn: event.data.on };
    default:
      return { ...state, dispute: evolveDispute(state.dispute, event, mark) };
  }
}

function bySystem(day: Day): DatedDay {
  return { day, source: "system" };
}

function replied(state: ReceivedInstrument, data: DataOf<"reply-given">, mark: Mark): ReceivedInstrument {
  let after: ReceivedInstrument = { ...state, replies: [...state.replies, { ...mark, on: data.repliedOn }] };
  for (const { findings, answer, reason } of data.answers) {
    const given = { answer, version: mark.version, ...(reason === undefined ? {} : { reason }) };
    after = changed(after, findings, (track) => ({ ...track, answers: [...track.answers, given] }));
  }
  return after;
}

function changed(
  state: ReceivedInstrument,
  findings: readonly FindingId[],
  change: (track: Track) => Track,
): ReceivedInstrument {
  const tracks = { ...state.tracks };
  for (const finding of findings) {
    const track = tracks[finding];
    if (track === undefined) throw new ImpossibleEvent("instrument", `it has no finding ${finding}`);
    tracks[finding] = change(track);
  }
  return { ...state, tracks };
}

function drafted(state: InstrumentState, event: Event): DraftedInstrument {
  if (state.status !== "drafted") throw new ImpossibleEvent(event.type, `the instrument is ${state.status}`);
  return state;
}

function sent(state: InstrumentState, event: Event): SentInstrument {
  if (!isSent(state) || state.status === "withdrawn")
    throw new ImpossibleEvent(event.type, `the instrument is ${state.status}`);
  return state;
}

function received(state: SentInstrument, event: Event): ReceivedInstrument {
  if (state.status !== "received") throw new ImpossibleEvent(event.type, `the instrument is ${state.status}`);
  return state;
}
