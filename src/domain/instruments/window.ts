/**
 * The window of a protest. A protest is in time if any window that applies is open on its day (law 26/2008 Art.160(2); law
 * 106/2025 Arts.112(2), 116(2)), and that window is named; out of time, the one that closed last is named.
 */

import type { Day } from "../../base/day.ts";
import type { Edition } from "../../law/edition.ts";
import { writeCitation } from "../../law/sources.ts";
import { protestWindows, type ProtestWindow } from "../../law/telling/protest-windows.ts";
import type { CaseState } from "../files/case.ts";
import { type AppliedLaw, appliedBy } from "../applied-law.ts";
import { code } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import type { InstrumentState } from "./instrument.ts";
import type { ProtestLevel } from "./level.ts";

interface Protesting {
  readonly level: ProtestLevel;
  /** The day on which the decision was received or the act discovered. */
  readonly groundOn: Day;
  /** For each file of the protest, the day on which the notice of its end was received, if enforcement has ended. */
  readonly endNotices: readonly (Day | undefined)[];
  readonly issuedOn: Day;
}

export interface AppliedWindow {
  readonly window: ProtestWindow;
  readonly inTime: boolean;
}

/** protestWindow returns undefined when the ground opened no window at all. */
export function protestWindow(
  { level, groundOn, endNotices, issuedOn }: Protesting,
  edition?: Edition,
): AppliedWindow | undefined {
  const byGround = protestWindows({ level, actDiscoveredOn: groundOn }, edition);
  const byEnd = endNotices.map((received) =>
    received === undefined ? [] : protestWindows({ level, endNoticeReceivedOn: received }, edition),
  );
  const open = byGround.find((window) => isOpen(window, issuedOn)) ?? openForAll(byEnd, issuedOn);
  if (open !== undefined) return { window: open, inTime: true };
  const [widest] = [...byGround, ...byEnd.flat()].toSorted(closingLastFirst);
  return widest && { window: widest, inTime: false };
}

/** draftWindow returns the window in which a drafted protest must be issued, if its ground opens one. */
export function draftWindow(state: InstrumentState): ProtestWindow | undefined {
  const { status, level, groundOn } = state;
  if (status !== "drafted" || level === undefined || groundOn === undefined) return undefined;
  return protestWindows({ level, actDiscoveredOn: groundOn.day })[0];
}

/** windowData returns what the event records of the window. */
export function windowData({ window, inTime }: AppliedWindow) {
  const { lastDay, explanation } = window;
  return {
    rule: code.parse(window.rule),
    version: code.parse(window.version),
    startedOn: explanation.trigger.day,
    lastDay,
    inTime,
  };
}

export function windowLaw({ window }: AppliedWindow): AppliedLaw {
  return appliedBy(window.explanation);
}

export function outOfTime({ window }: AppliedWindow): Refusal {
  const { rule, citation, lastDay } = window;
  return { code: "protest-out-of-time", at: "/issuedOn", rule, citation: writeCitation(citation, "vi"), lastDay };
}

/** endNoticeOf returns the day on which the procuracy received the notice that enforcement ended; of several notices, the last. */
export function endNoticeOf(state: CaseState): Day | undefined {
  return state.acts.findLast((act) => act.type === "end-notice-received")?.days.receivedOn?.day;
}

function isOpen({ startsOn, lastDay }: ProtestWindow, day: Day): boolean {
  return startsOn <= day && day <= lastDay;
}

/** openForAll asks a protest about several ended files to be in time for each, and names the window that closes first. */
function openForAll(files: readonly (readonly ProtestWindow[])[], day: Day): ProtestWindow | undefined {
  const open = files.map((windows) => windows.find((window) => isOpen(window, day)));
  if (open.length === 0 || open.includes(undefined)) return undefined;
  return open
    .filter((window) => window !== undefined)
    .toSorted(closingLastFirst)
    .at(-1);
}

function closingLastFirst(a: ProtestWindow, b: ProtestWindow): number {
  return a.lastDay < b.lastDay ? 1 : -1;
}
