/**
 * Rules on complaints: lodging, accepting and resolving one, and sending the decision to the procuracy.
 *
 * Law 26/2008: a complaint is lodged in 15 days before measures, 3 working days about a freeze, 10 days about security, 30 about and
 * after coercion, 15 for the second; accepted in 5 working days; resolved in 15 and 30 days, 5 working days, 30 and 45, 15 and 30,
 * with 30 more at most (140-152).
 * Law 106/2025: about a freeze 10 days (96(2)(b)); a second complaint is accepted in 10 days (104); after coercion resolved in 30 and
 * 45 (102(3)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite, citeTogether } from "../../sources.ts";
import { calendarDays, duty, l2008, l2008Unamended, l2025, never, workingDays } from "../phrases.ts";
import { answered, happened, received, sent } from "../../act-day.ts";
import { denunciationLimits } from "./denunciation-limits.ts";
import { statutoryDay } from "../../statutory-day.ts";

const lodging = {
  mode: "window",
  owner: "complainant",
  direction: "after",
  confidence: "V",
  // A complaint out of time breaches nothing; it may be refused.
  accuses: never,
} as const;

const lodged = (category: readonly string[]) => ({
  starts: [happened("party-notified"), happened("complaint-ground-known")],
  metBy: [answered("complaint-lodged", { instance: ["first"], category })],
});

const beforeMeasures = {
  ...lodging,
  ...lodged(["before-measures"]),
  series: "COMPLAIN_BEFORE_MEASURES",
  term: calendarDays(15),
} as const;
const aboutSecurity = { ...lodging, series: "COMPLAIN_SECURITY", term: calendarDays(10) } as const;
const aboutCoercion = { ...lodging, series: "COMPLAIN_COERCION", term: calendarDays(30) } as const;
const again = {
  ...lodging,
  series: "COMPLAIN_SECOND",
  starts: [received("complaint-decision-received")],
  metBy: [answered("complaint-lodged", { instance: ["second"] })],
  term: calendarDays(15),
} as const;

const lodgings: readonly RuleVersion[] = [
  { ...beforeMeasures, ...l2008Unamended, citation: cite("26/2008/QH12", "140(2)(a)") },
  { ...beforeMeasures, ...l2025, citation: cite("106/2025/QH15", "96(2)(a)") },
  {
    ...lodging,
    ...lodged(["freeze"]),
    ...l2008Unamended,
    series: "COMPLAIN_FREEZE",
    term: workingDays(3),
    citation: cite("26/2008/QH12", "140(2)(b)"),
  },
  { ...aboutSecurity, ...lodged(["security"]), ...l2008Unamended, citation: cite("26/2008/QH12", "140(2)(b)") },
  { ...aboutSecurity, ...lodged(["security", "freeze"]), ...l2025, citation: cite("106/2025/QH15", "96(2)(b)") },
  { ...aboutCoercion, ...lodged(["coercion"]), ...l2008Unamended, citation: cite("26/2008/QH12", "140(2)(c)") },
  {
    ...aboutCoercion,
    ...lodged(["coercion", "after-coercion"]),
    ...l2025,
    citation: cite("106/2025/QH15", "96(2)(c)"),
  },
  {
    ...lodging,
    ...lodged(["after-coercion"]),
    ...l2008Unamended,
    series: "COMPLAIN_AFTER_COERCION",
    term: calendarDays(30),
    citation: cite("26/2008/QH12", "140(2)(d)"),
  },
  { ...again, ...l2008Unamended, citation: cite("26/2008/QH12", "140(2)") },
  { ...again, ...l2025, citation: cite("106/2025/QH15", "96(3)") },
];

const resolver = { ...duty, owner: "complaint-resolver" } as const;

const acceptance = {
  ...resolver,
  series: "COMPLAINT_ACCEPT",
  starts: [received("complaint-lodged", { instance: ["first"] })],
  metBy: [happened("complaint-accepted"), happened("complaint-refused")],
  excusedBy: [happened("complaint-withdrawn")],
  term: workingDays(5),
} as const;

const secondAcceptance = {
  ...acceptance,
  series: "COMPLAINT_ACCEPT_SECOND",
  starts: [received("complaint-lodged", { instance: ["second"] })],
  term: calendarDays(10),
} as const;

const acceptances: readonly RuleVersion[] = [
  { ...acceptance, ...l2008Unamended, citation: cite("26/2008/QH12", "148") },
  { ...acceptance, ...l2025, citation: cite("106/2025/QH15", "104") },
  { ...secondAcceptance, ...l2008, from: statutoryDay("2022-02-13"), citation: cite("13/2021/TT-BTP", "9(1)") },
  { ...secondAcceptance, ...l2025, citation: cite("106/2025/QH15", "104") },
];

const resolution = {
  ...resolver,
  metBy: [happened("complaint-resolved")],
  excusedBy: [happened("complaint-withdrawn"), happened("complaint-extended")],
} as const;

const first = ["first"];
const second = ["second"];
const accepted = (category: readonly string[], instance?: readonly string[]) => [
  happened("complaint-accepted", instance === undefined ? { category } : { category, instance }),
];

const a1 = { ...resolution, series: "COMPLAINT_RESOLVE_A1", starts: accepted(["before-measures"], first) } as const;
const a2 = { ...resolution, series: "COMPLAINT_RESOLVE_A2", starts: accepted(["before-measures"], second) } as const;
const b = {
  ...resolution,
  series: "COMPLAINT_RESOLVE_B",
  starts: accepted(["freeze", "security"]),
  term: workingDays(5),
} as const;
const c1 = { ...resolution, series: "COMPLAINT_RESOLVE_C1", term: calendarDays(30) } as const;
const c2 = { ...resolution, series: "COMPLAINT_RESOLVE_C2", term: calendarDays(45) } as const;
const d1 = { ...resolution, series: "COMPLAINT_RESOLVE_D1", starts: accepted(["after-coercion"], first) } as const;
const d2 = { ...resolution, series: "COMPLAINT_RESOLVE_D2", starts: accepted(["after-coercion"], second) } as const;
const ofCoercion = ["coercion"];
// From 2026-07-01 complaints after coercion have the time limits of complaints about coercion.
const ofCoercionAndAfter = ["coercion", "after-coercion"];
const thirtyMore = { note: { vi: "thêm 30 ngày nếu phức tạp", en: "30 more days if complex" } };
const finalAtOnce = { note: { vi: "có hiệu lực thi hành ngay (khoản 5 Điều 105)", en: "final at once (Art.105(5))" } };

const resolutions: readonly RuleVersion[] = [
  { ...a1, ...l2008, term: calendarDays(15), citation: cite("26/2008/QH12", "146(1)") },
  { ...a1, ...l2025, term: calendarDays(15), citation: cite("106/2025/QH15", "102(1)") },
  { ...a2, ...l2008, term: calendarDays(30), citation: cite("26/2008/QH12", "146(1)") },
  { ...a2, ...l2025, term: calendarDays(30), citation: cite("106/2025/QH15", "102(1)") },
  { ...b, ...l2008, citation: cite("26/2008/QH12", "146(2)") },
  { ...b, ...l2025, ...finalAtOnce, citation: cite("106/2025/QH15", "102(2)") },
  { ...c1, ...l2008, ...thirtyMore, starts: accepted(ofCoercion, first), citation: cite("26/2008/QH12", "146(3)") },
  {
    ...c1,
    ...l2025,
    ...thirtyMore,
    starts: accepted(ofCoercionAndAfter, first),
    citation: cite("106/2025/QH15", "102(3)"),
  },
  { ...c2, ...l2008, ...thirtyMore, starts: accepted(ofCoercion, second), citation: cite("26/2008/QH12", "146(3)") },
  {
    ...c2,
    ...l2025,
    ...thirtyMore,
    starts: accepted(ofCoercionAndAfter, second),
    citation: cite("106/2025/QH15", "102(3)"),
  },
  { ...d1, ...l2008, term: calendarDays(15), citation: cite("26/2008/QH12", "146(4)") },
  { ...d2, ...l2008, term: calendarDays(30), citation: cite("26/2008/QH12", "146(4)") },
];

// An extension in time replaces the first time limit and runs from the end of it.
const extension = {
  ...resolver,
  series: "COMPLAINT_EXTENSION",
  metBy: [happened("complaint-resolved")],
  excusedBy: [happened("complaint-withdrawn")],
  when: { done: happened("complaint-extended"), by: "start" },
  term: calendarDays(30),
  direction: "maximum",
} as const;

const extensions: readonly RuleVersion[] = [
  {
    ...extension,
    ...l2008,
    starts: [
      { endOf: "COMPLAINT_RESOLVE_A1" },
      { endOf: "COMPLAINT_RESOLVE_A2" },
      { endOf: "COMPLAINT_RESOLVE_B" },
      { endOf: "COMPLAINT_RESOLVE_C1" },
      { endOf: "COMPLAINT_RESOLVE_C2" },
      { endOf: "COMPLAINT_RESOLVE_D1" },
      { endOf: "COMPLAINT_RESOLVE_D2" },
    ],
    citation: citeTogether("Art.146(3),(5)", ["26/2008/QH12", "146(3)"], ["26/2008/QH12", "146(5)"]),
  },
  {
    ...extension,
    ...l2025,
    starts: [
      { endOf: "COMPLAINT_RESOLVE_A1" },
      { endOf: "COMPLAINT_RESOLVE_A2" },
      { endOf: "COMPLAINT_RESOLVE_B" },
      { endOf: "COMPLAINT_RESOLVE_C1" },
      { endOf: "COMPLAINT_RESOLVE_C2" },
    ],
    citation: citeTogether("Art.102(3),(4)", ["106/2025/QH15", "102(3)"], ["106/2025/QH15", "102(4)"]),
  },
];

const copies: readonly RuleVersion[] = [
  {
    version: "L2008",
    from: statutoryDay("2016-09-30"),
    until: l2008.until,
    series: "SEND_COMPLAINT_DECISION_VKS",
    mode: "duty",
    owner: "agency",
    starts: [happened("complaint-resolved"), happened("denunciation-resolved")],
    metBy: [sent("complaint-decision-sent-to-procuracy")],
    term: workingDays(3),
    direction: "after",
    citation: cite("11/2016/TTLT-BTP-TANDTC-VKSNDTC", "13"),
    confidence: "C",
    note: {
      vi: "mâu thuẫn với Thông tư 13/2021/TT-BTP: 07 ngày làm việc với quyết định lần hai (khoản 1 Điều 14), 05 ngày làm việc với kết luận tố cáo (khoản 1 Điều 24)",
      en: "conflicts with C13/2021 Art.14(1): 7 working days for second-instance; Art.24(1): 5 for the denunciation conclusion",
    },
  },
];

export const complainingLimits: readonly RuleVersion[] = [
  ...lodgings,
  ...acceptances,
  ...resolutions,
  ...extensions,
  ...copies,
  ...denunciationLimits,
];
