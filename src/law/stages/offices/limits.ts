/**
 * Rules for private enforcement offices and for the agency that takes over a file from one (law 106/2025 Art.31).
 *
 * Law 106/2025: an office owes the procuracy its decisions and, in 5 working days, notice that a service contract ended (31(7)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { duty, l2025, workingDays } from "../phrases.ts";
import { decided, happened, received, sent } from "../../act-day.ts";

const owed = { ...duty, ...l2025 } as const;

export const officeLimits: readonly RuleVersion[] = [
  {
    ...owed,
    series: "OFFICE_DECISION",
    owner: "office-head",
    starts: [happened("service-contract-signed")],
    metBy: [decided("enforcement")],
    term: workingDays(5),
    citation: cite("106/2025/QH15", "31(4)"),
  },
  {
    ...owed,
    series: "OFFICE_FILE_TRANSFER",
    owner: "office-head",
    starts: [happened("service-contract-ended", { liquidation: ["moved-to-agency"] })],
    metBy: [decided("withdrawal"), sent("office-file-handed-over")],
    metByAll: true,
    term: workingDays(2),
    citation: cite("106/2025/QH15", "31(6)"),
  },
  {
    ...owed,
    series: "OFFICE_FILE_TAKEOVER",
    owner: "agency-head",
    starts: [received("office-file-received")],
    metBy: [decided("enforcement")],
    term: workingDays(5),
    citation: cite("106/2025/QH15", "31(6)"),
  },
  {
    ...owed,
    series: "OFFICE_END_NOTICE_VKS",
    owner: "enforcement-office",
    starts: [happened("service-contract-ended")],
    metBy: [
      sent("contract-end-notice-sent", { to: ["procuracy"] }),
      sent("contract-end-notice-sent", { to: ["enforcement-agency"] }),
    ],
    metByAll: true,
    term: workingDays(5),
    citation: cite("106/2025/QH15", "31(7)"),
  },
];
