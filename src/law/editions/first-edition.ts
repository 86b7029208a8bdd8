/**
 * Edition 1, kept as what edition 2 changed of it: its digest is that under which it was adopted. It is never edited; the
 * next edition that changes a rule keeps edition 2 in the same way.
 */

import type { CalendarYear } from "../calendar/calendar-years.ts";
import { type Changes } from "./changes.ts";
import { firstRules } from "./first-rules.ts";

/** The calendars that edition 2 changed, as they were. */
const years: readonly CalendarYear[] = [];

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

/** What edition 2 changed of edition 1. */
export const changesOfSecond: Changes = {
  rules: { ...firstRules },
  added,
  years,
  addedYears: [2016, 2017, 2018, 2019, 2020],
};
