/**
 * Rules on exemption and reduction of what is owed to the State budget: procuracy, court, protest, superior court.
 *
 * Law 26/2008: verification not older than 3 months; the court accepts in 2 working days, hears in 20 days, sends in 5 working days;
 * the procuracy protests in 7 days, the superior one in 15 (61-64), and reviews the file in 15 days (JC 12/2015 7).
 */

import type { RuleVersion } from "../../rule.ts";
import { type Citation, cite } from "../../sources.ts";
import { calendarDays, duty, l2008, l2008Unamended, l2025, workingDays } from "../phrases.ts";
import { answered, happened, received, sent } from "../../act-day.ts";
import { statutoryDay } from "../../statutory-day.ts";

const acceptance = {
  ...duty,
  series: "EXEMPT_ACCEPT",
  owner: "court",
  starts: [received("exemption-proposed")],
  metBy: [happened("exemption-accepted")],
  term: workingDays(2),
} as const;

const session = {
  ...duty,
  series: "EXEMPT_SESSION",
  owner: "court",
  starts: [happened("exemption-accepted")],
  metBy: [happened("exemption-session-held")],
  term: calendarDays(20),
} as const;

const sending = {
  ...duty,
  series: "EXEMPT_SEND",
  owner: "court",
  starts: [happened("exemption-decided")],
  metBy: [sent("exemption-decision-sent")],
  term: workingDays(5),
} as const;

const protest = { mode: "window", direction: "after", confidence: "V" } as const;

const sameLevel = {
  ...protest,
  series: "EXEMPT_PROTEST_SAME",
  owner: "procuracy",
  starts: [received("exemption-decision-sent")],
  metBy: [answered("exemption-protested", { level: ["same-level"] })],
  term: calendarDays(7),
} as const;

const superior = {
  ...protest,
  series: "EXEMPT_PROTEST_SUPERIOR",
  owner: "procuracy",
  starts: [received("exemption-decision-sent")],
  metBy: [answered("exemption-protested", { level: ["superior"] })],
  term: calendarDays(15),
} as const;

const forwarding = {
  ...duty,
  series: "EXEMPT_FORWARD",
  owner: "court",
  starts: [received("exemption-protested")],
  metBy: [sent("exemption-file-forwarded")],
  term: calendarDays(7),
} as const;

const hearing = {
  ...duty,
  series: "EXEMPT_HEAR",
  owner: "court",
  starts: [received("exemption-file-forwarded")],
  metBy: [happened("exemption-protest-heard")],
  // A protest that is withdrawn is not heard (26/2008 Art.64, 106/2025 Art.45(4)), for which there is no act.
  accuses: { done: happened("exemption-protest-heard"), by: "ever" },
  term: calendarDays(15),
} as const;

const freshness = {
  ...duty,
  series: "EXEMPT_VERIFY_FRESH",
  owner: "agency",
  starts: [sent("exemption-proposed")],
  metBy: [happened("conditions-verified")],
  accuses: { not: { done: answered("verification-delegation-answered"), by: "start" } },
  term: { unit: "month", length: 3 },
  direction: "lookback_max",
} as const;

const review = {
  ...duty,
  series: "EXEMPT_VKS_REVIEW",
  owner: "procuracy",
  starts: [received("exemption-file-sent-to-procuracy")],
  metBy: [answered("exemption-opinion-given")],
  term: calendarDays(15),
  citation: cite("12/2015/TTLT-BTP-BTC-TANDTC-VKSNDTC", "7(2)"),
} as const;

/** The circular explains law 26/2008, and nothing read says whether it lives on under the new law. */
const reviewUnderNewLaw = {
  ...review,
  ...l2025,
  confidence: "U",
  note: {
    vi: "chưa tìm thấy thông tư thay thế theo khoản 6 Điều 42 Luật 106/2025",
    en: "post-2026 successor circular under law 106/2025 Art.42(6) not found",
  },
} as const;

const in2008 = (place: string): { readonly citation: Citation } & typeof l2008Unamended => ({
  ...l2008Unamended,
  citation: cite("26/2008/QH12", place),
});
const in2025 = (place: string): { readonly citation: Citation } & typeof l2025 => ({
  ...l2025,
  citation: cite("106/2025/QH15", place),
});

export const exemptingLimits: readonly RuleVersion[] = [
  { ...acceptance, ...in2008("63(2)") },
  { ...acceptance, ...in2025("44(2)") },
  { ...session, ...in2008("63(2)") },
  { ...session, ...in2025("44(2)") },
  { ...sending, ...in2008("63(4)") },
  { ...sending, ...in2025("44(4)") },
  { ...sameLevel, ...in2008("64(1)") },
  { ...sameLevel, ...in2025("45(1)") },
  { ...superior, ...in2008("64(1)") },
  { ...superior, ...in2025("45(1)") },
  { ...forwarding, ...in2008("64(2)") },
  { ...forwarding, ...in2025("45(2)") },
  { ...hearing, ...in2008("64(3)") },
  { ...hearing, ...in2025("45(3)") },
  { ...freshness, ...in2008("62(3)") },
  { ...freshness, ...in2025("43(3)") },
  { ...review, ...l2008, from: statutoryDay("2015-11-01") },
  reviewUnderNewLaw,
];
