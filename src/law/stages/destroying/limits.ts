/**
 * Rules on exhibits that are confiscated or destroyed.
 *
 * Law 26/2008: destruction council in 1 month (125), destruction in 10 days (D62/2015 33).
 * Law 106/2025: council in 1 month (58(2)), destruction in 20 days (D152/2026 40).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, d62, duty, goesOn, l2008Unamended, l2025, standstill } from "../phrases.ts";
import { decided, happened } from "../../act-day.ts";

const listed = (...fate: readonly string[]) => happened("exhibit-listed", { fate });

const handover = {
  series: "CONFISCATED_HANDOVER",
  ...duty,
  owner: "agency",
  starts: [{ ...decided("enforcement"), each: listed("confiscation") }],
  metBy: [happened("exhibit-handed-over")],
  excusedBy: standstill,
  // An exhibit that the agency was given later cannot be handed over before; confiscated money is remitted.
  accuses: {
    all: [goesOn, { done: listed("confiscation"), by: "due" }, { asset: ["movable", "immovable", "right"] }],
  },
  term: calendarDays(10),
} as const;

const council = {
  series: "DESTRUCTION_COUNCIL",
  ...duty,
  owner: "agency-head",
  metBy: [happened("destruction-council-set-up")],
  // Some things must be destroyed at once, without a council (106/2025 Art.58(2)).
  excusedBy: [...standstill, happened("exhibit-destroyed")],
  accuses: { all: [goesOn, { not: { done: happened("exhibit-destroyed"), by: "due" } }] },
  // A destruction decision says so by its kind, an enforcement decision by the exhibits that it lists.
  when: {
    any: [
      { trait: "decision", among: ["destruction"] },
      { done: listed("destruction"), by: "due" },
    ],
  },
  term: { unit: "month", length: 1 },
} as const;

const destruction = {
  series: "DESTRUCTION_DO",
  ...duty,
  owner: "destruction-council",
  starts: [{ ...happened("destruction-council-set-up"), each: listed("destruction") }],
  metBy: [happened("exhibit-destroyed")],
  excusedBy: standstill,
  accuses: goesOn,
} as const;

export const destroyingLimits: readonly RuleVersion[] = [
  { ...handover, ...l2008Unamended, citation: cite("26/2008/QH12", "124(1)") },
  { ...handover, ...l2025, citation: cite("106/2025/QH15", "57(1)") },
  { ...council, ...l2008Unamended, starts: [decided("enforcement")], citation: cite("26/2008/QH12", "125(1)") },
  { ...council, ...l2025, starts: [decided("enforcement", "destruction")], citation: cite("106/2025/QH15", "58(2)") },
  { ...destruction, ...d62, term: calendarDays(10), citation: cite("62/2015/NĐ-CP", "33(1)") },
  { ...destruction, ...l2025, term: calendarDays(20), citation: cite("152/2026/NĐ-CP", "40") },
];
