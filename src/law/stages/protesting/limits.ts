/**
 * Rules on protests: when the procuracy may issue one, how the agency answers it, how a dispute over it ends.
 *
 * Law 26/2008: a protest comes in 15 days, 30 from the superior procuracy, of receipt of the decision or discovery of the act
 * (160); it is replied to in 15 days and carried out in 5 working days; a disagreement is decided by the superior in 30 days, by
 * the Minister in 30 (161).
 * Law 106/2025: 15 days for area and province, 30 for the Supreme Procuracy, 1 year after the end of enforcement (112(2)); a
 * request to reconsider is answered in 10 days, a disagreement decided in 30, by the Minister in 30 (113(2), (3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, l2008, l2008Unamended, l2025, underInstrument, withdrawn, workingDays } from "../phrases.ts";
import { answered, happened, received } from "../../act-day.ts";

const protest = {
  mode: "window",
  starts: [received("decision-sent-to-procuracy"), happened("violation-discovered")],
  direction: "after",
  confidence: "V",
} as const;

const protestBy = (...level: readonly string[]): RuleVersion["metBy"] => [happened("protest-issued", { level })];

const protestWindowRules: readonly RuleVersion[] = [
  {
    ...protest,
    ...l2008Unamended,
    series: "PROTEST_SAME_LEVEL",
    owner: "procuracy",
    metBy: protestBy("district", "area", "provincial", "military-region"),
    term: calendarDays(15),
    citation: cite("26/2008/QH12", "160(2)"),
  },
  {
    ...protest,
    ...l2008Unamended,
    series: "PROTEST_SUPERIOR",
    owner: "superior-procuracy",
    metBy: protestBy("superior", "supreme", "central-military"),
    term: calendarDays(30),
    citation: cite("26/2008/QH12", "160(2)"),
  },
  {
    ...protest,
    ...l2025,
    series: "PROTEST_AREA_PROVINCE",
    owner: "area-or-provincial-procuracy",
    // The 2025 law goes by the procuracy's own tier, so a provincial procuracy above an area agency no longer has 30 days.
    metBy: protestBy("district", "area", "provincial", "military-region", "superior"),
    term: calendarDays(15),
    citation: cite("106/2025/QH15", "112(2)"),
  },
  {
    ...protest,
    ...l2025,
    series: "PROTEST_SUPREME",
    owner: "supreme-procuracy",
    metBy: protestBy("supreme", "central-military"),
    term: calendarDays(30),
    citation: cite("106/2025/QH15", "112(2)"),
  },
  {
    ...protest,
    ...l2025,
    series: "PROTEST_AFTER_CASE_END",
    owner: "procuracy",
    starts: [received("end-notice-received")],
    metBy: [happened("protest-issued")],
    term: { unit: "year", length: 1 },
    citation: cite("106/2025/QH15", "112(2)"),
    reachesBack: cite("106/2025/QH15", "116(2)"),
    note: {
      vi: "cả với việc đã kết thúc trước 01/07/2026 (khoản 2 Điều 116)",
      en: "also for cases ended before 2026-07-01 (Art.116(2))",
    },
  },
];

const protestReply = {
  ...underInstrument,
  series: "PROTEST_REPLY",
  starts: [received("protest-received")],
  metBy: [answered("protest-replied")],
  term: calendarDays(15),
} as const;

const protestComply = {
  ...underInstrument,
  series: "PROTEST_COMPLY",
  // A dispute excuses this clock; the binding answer starts another.
  starts: [
    answered("protest-replied", { outcome: ["accepted", "partly"] }),
    answered("binding-answer-given", { outcome: ["upheld"] }),
    answered("minister-answered", { outcome: ["upheld"] }),
  ],
  metBy: [happened("protest-complied")],
  // The last answer counts: a reply that takes the acceptance back in time excuses the clock as a dispute does.
  excusedBy: [
    ...withdrawn,
    answered("protest-replied", { outcome: ["disagreed"] }),
    answered("reconsideration-requested"),
    answered("dispute-reported"),
  ],
  term: workingDays(5),
} as const;

const escalation = {
  ...underInstrument,
  series: "PROTEST_ESCALATION_REPLY",
  starts: [received("dispute-reported")],
  metBy: [answered("binding-answer-given")],
  term: calendarDays(30),
} as const;

const minister = {
  ...underInstrument,
  series: "PROTEST_MINISTER_REPLY",
  owner: "minister",
  starts: [received("minister-asked")],
  metBy: [answered("minister-answered")],
  term: calendarDays(30),
} as const;

const protestAnswers: readonly RuleVersion[] = [
  { ...protestReply, ...l2008, owner: "agency-head", citation: cite("26/2008/QH12", "161(1)") },
  { ...protestReply, ...l2025, owner: "agency-or-office-head", citation: cite("106/2025/QH15", "113(1)") },
  { ...protestComply, ...l2008, owner: "agency-head", citation: cite("26/2008/QH12", "161(1)") },
  { ...protestComply, ...l2025, owner: "agency-or-office-head", citation: cite("106/2025/QH15", "113(1)") },
  {
    ...underInstrument,
    ...l2025,
    series: "PROTEST_RECONSIDER_REPLY",
    owner: "procuracy",
    starts: [received("reconsideration-requested")],
    metBy: [answered("reconsideration-answered")],
    term: calendarDays(10),
    citation: cite("106/2025/QH15", "113(2)"),
  },
  { ...escalation, ...l2008, owner: "superior-agency-head", citation: cite("26/2008/QH12", "161(2)") },
  { ...escalation, ...l2025, owner: "management-agency", citation: cite("106/2025/QH15", "113(2)") },
  { ...minister, ...l2008, citation: cite("26/2008/QH12", "161(3)") },
  { ...minister, ...l2025, citation: cite("106/2025/QH15", "113(3)") },
];

export const protestingLimits: readonly RuleVersion[] = [...protestWindowRules, ...protestAnswers];
