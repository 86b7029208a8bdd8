/**
 * Edition 1, kept as what edition 2 changed of it: its digest is that under which it was adopted. It is never edited; the
 * next edition that changes a rule keeps edition 2 in the same way.
 */

import type { CalendarYear } from "../calendar/calendar-years.ts";
import { statutoryDay } from "../statutory-day.ts";
import type { Changes } from "./changes.ts";

/** What was otherwise in the rule versions that edition 2 changed. */
const rules: Changes["rules"] = {
  "COURT_TRANSFER_FINAL L2008 2009-07-01": { from: statutoryDay("2015-07-01") },
  "COURT_TRANSFER_DEFAULT L2025 2026-07-01": { succeeds: undefined },
  "DECISION_OWN_MOTION L2025 2026-07-01": { accuses: undefined },
  "VERIFY_FIRST L2008 2015-07-01": { accuses: undefined },
  "VERIFY_FIRST L2025 2026-07-01": { accuses: undefined },
  "FAILED_AUCTION_NOTICE L2025 2026-07-01": { carriesOver: undefined },
  "PRICE_CUT_DECISION L2025 2026-07-01": { carriesOver: undefined },
  "AUCTION_DELIVER L2008 2025-01-01": {
    excusedBy: [{ act: "auction-result-cancelled", days: ["happenedOn"] }],
    from: statutoryDay("2020-05-01"),
    note: {
      vi: "chưa tách được ngày hiệu lực với Nghị định 152/2024/NĐ-CP (01/01/2025) trong bản pháp điển",
      en: "start date of this text not separated from D152/2024 (2025-01-01) in the codified copy",
    },
  },
  "AUCTION_DELIVER L2025 2026-07-01": {
    excusedBy: [{ act: "auction-result-cancelled", days: ["happenedOn"] }],
    citation: { law: "152/2026/NĐ-CP", article: "67", text: "D152/2026 Art.67" },
    note: undefined,
  },
  "PAY_OUT L2008 2015-07-01": {
    when: undefined,
    accuses: undefined,
    starts: [
      { act: "money-collected", days: ["happenedOn"] },
      { act: "asset-collected", days: ["happenedOn"] },
    ],
    settledBy: undefined,
    citation: { law: "26/2008/QH12", article: "47", clause: "5", text: "Art.47(5)" },
  },
  "PAY_OUT L2025 2026-07-01": {
    when: { not: { trait: "origin", among: ["asset-sale"] } },
    accuses: undefined,
    settledBy: undefined,
  },
};

/** Keys of the rule versions that edition 1 did not have. */
const added: readonly string[] = [
  "ORD_SORT L2008 2015-07-01",
  "ORD_SORT L2025 2026-07-01",
  "ORD_SEPARATE_BOOK L2008 2015-09-01",
  "ORD_SEPARATE_BOOK L2025 2026-07-01",
  "ORD_RETURN L2008 2015-07-01",
  "ORD_RETURN L2025 2026-07-01",
  "ORD_PROTEST_POSTPONE L2008 2015-07-01",
  "ORD_PROTEST_POSTPONE L2025 2026-07-01",
  "ORD_CASSATION L2008 2009-07-01",
  "ORD_CASSATION L2025 2026-07-01",
  "ORD_VOLUNTARY L2008 2015-07-01",
  "ORD_VOLUNTARY L2025 2026-07-01",
  "ORD_NOTICE_FIRST L2008 2015-07-01",
  "ORD_NOTICE_FIRST L2025 2026-07-01",
  "ORD_COERCION_DECISION L2008 2015-07-01",
  "ORD_COERCION_DECISION L2025 2026-07-01",
  "ORD_CONDITIONS L2008 2015-07-01",
  "ORD_CONDITIONS L2025 2026-07-01",
  "ORD_PLAN L2008 2015-07-01",
  "ORD_PLAN L2025 2026-07-01",
  "AUCTION_BUYER_PAY D62-2015 2015-09-01",
  "AUCTION_DELIVER D62-2015 2015-09-01",
  "AUCTION_DELIVER D33-2020 2020-05-01",
  "AUCTION_DELIVER_DIFFICULT D33-2020 2020-05-01",
  "ORD_VALUE_AFTER_SEIZURE L2008 2015-07-01",
  "ORD_VALUE_AFTER_SEIZURE L2025 2026-07-01",
  "ORD_DELIVER_PAID L2008 2015-09-01",
  "ORD_DELIVER_PAID L2025 2026-07-01",
  "ORD_AUCTION_AFTER_REVALUE L2025 2026-07-01",
  "ORD_PAY_DELIVERED L2008 2015-09-01",
  "ORD_PAY_DELIVERED L2025 2026-07-01",
];

/** The calendars that edition 2 changed, as they were. */
const years: readonly CalendarYear[] = [
  {
    year: 2021,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "02-10": "tet",
      "02-11": "tet",
      "02-12": "tet",
      "02-15": "tet",
      "02-16": "tet",
      "04-21": "hung-kings",
      "04-30": "reunification",
      "05-03": "made-up",
      "09-02": "national-day",
      "09-03": "national-day",
    },
    saturdaysWorked: [],
    sources: ["Labour Code 2019 Arts.111(3), 112(1)", "notice 4875/TB-LĐTBXH"],
    confidence: "V2",
    note: "1 May was a Saturday: made up on Monday 3 May.",
  },
  {
    year: 2023,
    version: 1,
    daysOff: {
      "01-02": "made-up",
      "01-20": "tet",
      "01-23": "tet",
      "01-24": "tet",
      "01-25": "tet",
      "01-26": "tet",
      "05-01": "labour-day",
      "05-02": "made-up",
      "05-03": "made-up",
      "09-01": "national-day",
      "09-04": "made-up",
    },
    saturdaysWorked: [],
    sources: ["Labour Code 2019 Arts.111(3), 112(1)", "notice 5034/TB-LĐTBXH"],
    confidence: "V2",
    note: "2 September was a Saturday: made up on Monday 4 September.",
  },
  {
    year: 2024,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "02-08": "tet",
      "02-09": "tet",
      "02-12": "tet",
      "02-13": "tet",
      "02-14": "tet",
      "04-18": "hung-kings",
      "04-29": "swapped",
      "04-30": "reunification",
      "05-01": "labour-day",
      "09-02": "national-day",
      "09-03": "national-day",
    },
    saturdaysWorked: ["05-04"],
    sources: ["Labour Code 2019 Arts.111(3), 112(1)", "notices 5015/TB-LĐTBXH, 1570/TB-LĐTBXH"],
    confidence: "V2",
    note: "Monday 29 April swapped for Saturday 4 May.",
  },
];

/** What edition 2 changed of edition 1. */
export const changesOfSecond: Changes = { rules, added, years, addedYears: [2016, 2017, 2018, 2019, 2020] };
