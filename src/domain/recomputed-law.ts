/** The law of an event, recomputed from what stood before it, so that an audit need not believe the event. */

import type { Day } from "../base/day.ts";
import type { CaseId, InstrumentId } from "../base/ids.ts";
import type { Edition } from "../law/edition.ts";
import { explanationOf } from "../law/telling/explain-deadline.ts";
import { type AppliedLaw, appliedBy } from "./applied-law.ts";
import type { States } from "./command.ts";
import { missed } from "./deadlines/missed.ts";
import type { EventOf } from "./events.ts";
import { assessed, detection } from "./findings/detected.ts";
import { deadlineKeyOf } from "./findings/finding.ts";
import { findingData } from "./findings/judging.ts";
import { startedLaw } from "./instruments/started-law.ts";
import { endNoticeOf, protestWindow, windowData, windowLaw } from "./instruments/window.ts";

type OnInstrument<Type> = Extract<EventOf<"instrument">, { type: Type }> & { readonly instrument: InstrumentId };

/** The events that name the law. rule: the one in the event's own `law`. cases: one for each finding, undefined where it is about no case. */
export type LawEvent =
  | Extract<EventOf<"finding">, { type: "violation-confirmed" | "detection-dismissed" }>
  | (EventOf<"deadline"> & { readonly rule: string })
  | OnInstrument<"instrument-served" | "instrument-received">
  | (OnInstrument<"instrument-issued"> & { readonly cases: readonly (CaseId | undefined)[] });

interface Before {
  readonly states: States;
  /** The day on which the event was recorded. */
  readonly today: Day;
  readonly edition: Edition;
}

/** The law of the event, and the part of its data that follows from the law and not from a person's word. */
export interface Recomputed {
  readonly law: AppliedLaw | undefined;
  readonly data: object;
}

/** recomputeLaw returns undefined when what stood before the event cannot have led to it. */
export function recomputeLaw(event: LawEvent, before: Before): Recomputed | undefined {
  switch (event.type) {
    case "violation-confirmed":
    case "detection-dismissed":
      return judgedAnew(event, before);
    case "deadline-missed":
      return missedAnew(event, before);
    case "instrument-served":
    case "instrument-received":
      return startedAnew(event, before);
    case "instrument-issued":
      return issuedAnew(event, before);
  }
}

function judgedAnew(
  { data }: Extract<LawEvent, { data: { finding: unknown } }>,
  before: Before,
): Recomputed | undefined {
  const { states, edition } = before;
  const [about, deadline] = [data.about, deadlineKeyOf(data)];
  const obligations = assessed(about, before);
  const found = obligations && detection(about, deadline, { states, obligations });
  if (found?.ok !== true) return undefined;
  const law = appliedBy(explanationOf(found.value.obligation, edition));
  return { law, data: findingData({ about, deadline }, found.value, { office: data.procuracy }) };
}

function missedAnew(
  { data, rule }: Extract<LawEvent, { type: "deadline-missed" }>,
  before: Before,
): Recomputed | undefined {
  const { about, startedBy, subject, dueOn } = data;
  const obligations = assessed(about, before);
  const due = { about, deadline: deadlineKeyOf({ rule, startedBy, subject }), dueOn };
  const found = obligations && missed(due, { ...before, obligations });
  return found && { law: found.law, data: found.event.data };
}

function startedAnew(
  { instrument, ...event }: OnInstrument<"instrument-served" | "instrument-received">,
  { states, today, edition }: Before,
): Recomputed | undefined {
  const state = states.of("instrument", instrument);
  return state && { law: startedLaw(state, event, { today, edition }), data: {} };
}

function issuedAnew(
  { instrument, data, cases }: Extract<LawEvent, { type: "instrument-issued" }>,
  { states, edition }: Before,
): Recomputed | undefined {
  const state = states.of("instrument", instrument);
  if (state === undefined) return undefined;
  const { level, groundOn } = state;
  if (level === undefined || groundOn === undefined) return noWindow;
  const endNotices = cases.map((each) => {
    const state = each && states.of("case", each);
    return state && endNoticeOf(state);
  });
  const window = protestWindow({ level, groundOn: groundOn.day, endNotices, issuedOn: data.issuedOn }, edition);
  return window === undefined ? noWindow : { law: windowLaw(window), data: { window: windowData(window) } };
}

const noWindow: Recomputed = { law: undefined, data: { window: undefined } };
