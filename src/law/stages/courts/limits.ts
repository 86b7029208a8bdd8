/**
 * Rules for the court that is asked about the judgment: explanation, correction, cassation review, reopening.
 *
 * Law 26/2008: the court explains its judgment in 15 days, 30 if complex.
 * Law 106/2025: in 30 days, 45 if complex (13(3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, duty, l2008, l2025, never } from "../phrases.ts";
import { answered, received } from "../../act-day.ts";

const explanation = {
  ...duty,
  owner: "court",
  starts: [received("explanation-requested")],
  metBy: [answered("judgment-explained")],
} as const;

const complex = { trait: "complexity", among: ["complex"] } as const;

const ordinary = {
  ...explanation,
  series: "COURT_EXPLAIN",
  when: { not: complex },
  // The court may find the matter complex, so a late answer is a violation only where the matter is known to be ordinary.
  accuses: { trait: "complexity", among: ["ordinary"] },
} as const;

const ofComplex = { ...explanation, series: "COURT_EXPLAIN_COMPLEX", when: complex } as const;

export const courtLimits: readonly RuleVersion[] = [
  { ...ordinary, ...l2008, term: calendarDays(15), citation: cite("26/2008/QH12", "179(2)") },
  { ...ordinary, ...l2025, term: calendarDays(30), citation: cite("106/2025/QH15", "13(3)") },
  { ...ofComplex, ...l2008, term: calendarDays(30), citation: cite("26/2008/QH12", "179(2)") },
  { ...ofComplex, ...l2025, term: calendarDays(45), citation: cite("106/2025/QH15", "13(3)") },
  {
    ...l2008,
    series: "COURT_GDT_REPLY",
    ...duty,
    owner: "court",
    starts: [received("cassation-proposed")],
    metBy: [answered("cassation-proposal-answered")],
    // Three months, four where it is complex, says the joint circular (11/2016/TTLT Art.10(1)), and the file does not say which.
    accuses: never,
    term: calendarDays(90),
    citation: cite("26/2008/QH12", "170(2)(b)"),
    note: {
      vi: "điểm b khoản 1 Điều 11 Luật 106/2025 không ghi số ngày",
      en: "law 106/2025 Art.11(1)(b) gives no number",
    },
  },
];
