/**
 * Rules on recommendations and on requests of the procuracy.
 *
 * Law 106/2025: a recommendation is replied to in 15 days and carried out in 5 working days (113(1)); before, no law gave a number.
 * Law 63/2014: a request to issue a decision, to enforce or to supply a file is met at once, one to self-inspect in 30 days (28(6)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { statutoryDay } from "../../statutory-day.ts";
import {
  calendarDays,
  l2008,
  l2025,
  never,
  underInstrument,
  vksnd2014,
  vksnd2025,
  withdrawn,
  workingDays,
} from "../phrases.ts";
import { answered, happened, received } from "../../act-day.ts";

const recommendationReply = {
  ...underInstrument,
  series: "RECOMMENDATION_REPLY",
  starts: [received("recommendation-received")],
  metBy: [answered("recommendation-replied")],
} as const;

const recommendationLimits: readonly RuleVersion[] = [
  {
    ...recommendationReply,
    version: "L2008",
    from: statutoryDay("2015-06-01"),
    until: l2008.until,
    owner: "agency",
    term: { unit: "no_limit_stated" },
    citation: cite("63/2014/QH13", "5(2)"),
    note: {
      vi: "trước 01/07/2026 luật không ghi số ngày; văn bản kiến nghị thường ấn định",
      en: "no number in either law before 2026-07-01; the instrument usually sets one",
    },
  },
  {
    ...recommendationReply,
    ...l2025,
    owner: "agency-or-office-head",
    term: calendarDays(15),
    citation: cite("106/2025/QH15", "113(1)"),
  },
  {
    ...underInstrument,
    ...l2025,
    series: "RECOMMENDATION_COMPLY",
    owner: "agency-or-office-head",
    starts: [answered("recommendation-replied", { outcome: ["accepted", "partly"] })],
    metBy: [happened("recommendation-complied")],
    excusedBy: [...withdrawn, answered("recommendation-replied", { outcome: ["disagreed"] })],
    term: workingDays(5),
    citation: cite("106/2025/QH15", "113(1)"),
  },
  {
    ...underInstrument,
    ...l2025,
    series: "RECOMMENDATION_DISAGREE",
    mode: "window",
    owner: "agency-or-office-head",
    starts: [received("recommendation-received")],
    metBy: [answered("recommendation-replied", { outcome: ["disagreed"] })],
    // Art.113(4) has no number of its own, and a late reply breaches RECOMMENDATION_REPLY already, so this never accuses.
    accuses: never,
    term: calendarDays(15),
    citation: cite("106/2025/QH15", "113(4)", "Art.113(4) with 113(1)"),
    note: { vi: "riêng khoản 4 Điều 113 không ghi số ngày", en: "113(4) itself has no number" },
  },
];

const selfInspection = { demand: ["self-inspect"] };
const otherDemands = { demand: ["issue-decision", "enforce", "supply-file"] };

const request = { ...underInstrument, owner: "agency", metBy: [answered("procuracy-request-complied")] } as const;
const requestComply = {
  ...request,
  series: "REQUEST_COMPLY",
  starts: [received("procuracy-request-received", otherDemands)],
  term: { unit: "immediate" },
} as const;
const requestSelfInspect = {
  ...request,
  series: "REQUEST_SELF_INSPECT",
  starts: [received("procuracy-request-received", selfInspection)],
  term: calendarDays(30),
} as const;

const article28 = cite("63/2014/QH13", "28(6)");
const amended28 = cite("82/2025/QH15", "28", "VKSND Law Art.28 as amended by 82/2025");
const amendedUnread = {
  citation: amended28,
  confidence: "U",
  note: { vi: "giả định không thay đổi; phải kiểm tra", en: "assumed unchanged; must be checked" },
} as const;

const requestLimits: readonly RuleVersion[] = [
  { ...requestComply, ...vksnd2014, citation: article28 },
  { ...requestComply, ...vksnd2025, ...amendedUnread },
  { ...requestSelfInspect, ...vksnd2014, citation: article28 },
  { ...requestSelfInspect, ...vksnd2025, ...amendedUnread },
];

export const recommendingLimits: readonly RuleVersion[] = [...recommendationLimits, ...requestLimits];
