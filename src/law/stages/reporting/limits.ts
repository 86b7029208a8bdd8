/** Rules on joint statistics (JC 12/2021) and on requests of data subjects. */

import { type RuleVersion, transitionDay } from "../../rule.ts";
import { cite, citeWhole, type LawNumber } from "../../sources.ts";
import { calendarDays, duty, l2025, workingDays } from "../phrases.ts";
import type { Words } from "../../language.ts";
import { answered, happened, received, sent } from "../../act-day.ts";
import { statutoryDay } from "../../statutory-day.ts";

const circular: LawNumber = "12/2021/TTLT-BTP-VKSNDTC-TANDTC";

const statistics = {
  version: "JC12-2021",
  from: statutoryDay("2022-02-25"),
  until: transitionDay,
  ...duty,
} as const;

const reports: readonly RuleVersion[] = [
  {
    ...statistics,
    series: "STAT_CLOSE",
    owner: "agency-and-procuracy",
    starts: [happened("reporting-period-ended")],
    metBy: [happened("figures-closed")],
    term: calendarDays(1),
    citation: cite(circular, "8(2)(a)"),
  },
  {
    ...statistics,
    series: "STAT_PROVINCE_COMPILE",
    owner: "provincial-agency-and-procuracy",
    starts: [received("unit-reports-received")],
    metBy: [happened("province-report-compiled")],
    term: workingDays(2),
    citation: cite(circular, "8(2)(b)"),
    note: { vi: "cấp huyện không còn từ 2025", en: "district tier abolished 2025" },
  },
  {
    ...statistics,
    series: "STAT_COUNTERSIGN",
    owner: "cooperating-body",
    starts: [received("report-received-to-countersign")],
    metBy: [answered("report-countersigned")],
    term: workingDays(2),
    citation: cite(circular, "8(3)(b)"),
  },
  {
    ...statistics,
    series: "STAT_SEND_CENTRAL",
    owner: "provincial-agency-and-procuracy",
    starts: [received("unit-reports-received")],
    metBy: [sent("report-sent-to-centre")],
    term: workingDays(5),
    citation: cite(circular, "9(1)(b)"),
  },
];

const unchecked: Words = {
  vi: "cần kiểm tra còn hiệu lực sau 01/07/2026",
  en: "check whether replaced after 2026-07-01",
};

/** The circular speaks of the bodies of three tiers, and nothing read says whether it lives on under law 106/2025. */
const statisticsLimits: readonly RuleVersion[] = reports.flatMap((report) => {
  const { until: _until, ...lasting } = report;
  return [report, { ...lasting, ...l2025, confidence: "U", note: unchecked }];
});

const dataRequest = {
  mode: "duty",
  owner: "data-controller",
  starts: [received("data-request-received")],
  direction: "after",
  confidence: "V2",
} as const;

const dataLimits: readonly RuleVersion[] = [
  {
    ...dataRequest,
    version: "D13-2023",
    from: statutoryDay("2023-07-01"),
    until: statutoryDay("2026-01-01"),
    series: "PDP_72H",
    metBy: [answered("data-request-carried-out")],
    term: { unit: "hour", length: 72 },
    citation: citeWhole("13/2023/NĐ-CP"),
  },
  {
    ...dataRequest,
    version: "PDPL2025",
    from: statutoryDay("2026-01-01"),
    series: "PDP_ACK",
    metBy: [answered("data-request-acknowledged")],
    term: workingDays(2),
    citation: citeWhole("356/2025/NĐ-CP"),
    note: { vi: "thay thời hạn 72 giờ của Nghị định 13/2023/NĐ-CP", en: "replaces 72h of Decree 13/2023" },
  },
];

export const reportingLimits: readonly RuleVersion[] = [...statisticsLimits, ...dataLimits];
