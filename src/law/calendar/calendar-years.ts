/**
 * The days off of each known year, Monday to Friday only, and the Saturdays worked instead. They are data, not computed: the
 * Prime Minister fixes Tết and National Day year by year (Labour Code Art.112(3)), and notices move working days.
 */

export type Holiday =
  | "new-year"
  | "tet"
  | "hung-kings"
  | "reunification"
  | "labour-day"
  | "national-day"
  | "culture-day"
  | "made-up"
  | "swapped";

export type CalendarYear = {
  readonly year: number;
  /** Goes up by one when a notice during the year changes its days. */
  readonly version: number;
  /** Keyed by month and day. `made-up` makes up a holiday on a weekend (Art.111(3)); `swapped` is a working day moved to a Saturday. */
  readonly daysOff: Readonly<Record<string, Holiday>>;
  readonly saturdaysWorked: readonly string[];
  readonly sources: readonly string[];
  /** V and V2 were compared with their notices; M is written from memory, and a breach that rests on it is a hint. */
  readonly confidence: "V" | "V2" | "M";
  readonly note: string;
};

/** Holidays whose date the law itself fixes: Labour Code Art.112(1), Resolution 28/2026/QH16 Art.2. */
export const fixedHolidays: readonly (readonly [monthDay: string, holiday: Holiday])[] = [
  ["01-01", "new-year"],
  ["04-30", "reunification"],
  ["05-01", "labour-day"],
  ["09-02", "national-day"],
  ["11-24", "culture-day"],
];

/** Labour Code 2012, whose National Day had one day; the notices of these years were not read. */
const memory = ["Labour Code 2012 Arts.111(3), 115(1)", "from memory, not compared with the notices"] as const;

export const calendarYears: readonly CalendarYear[] = [
  {
    year: 2016,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "02-08": "tet",
      "02-09": "tet",
      "02-10": "tet",
      "02-11": "tet",
      "02-12": "made-up",
      "04-18": "made-up",
      "05-02": "made-up",
      "05-03": "made-up",
      "09-02": "national-day",
    },
    saturdaysWorked: [],
    sources: memory,
    confidence: "M",
    note: "The eve of Tết was a Sunday, Hung Kings' day a Saturday, 30 April and 1 May a weekend: all made up.",
  },
  {
    year: 2017,
    version: 1,
    daysOff: {
      "01-02": "made-up",
      "01-26": "tet",
      "01-27": "tet",
      "01-30": "tet",
      "01-31": "made-up",
      "02-01": "made-up",
      "04-06": "hung-kings",
      "05-01": "labour-day",
      "05-02": "made-up",
      "09-04": "made-up",
    },
    saturdaysWorked: [],
    sources: memory,
    confidence: "M",
    note: "1 January and 30 April were Sundays, 2 September a Saturday: all made up.",
  },
  {
    year: 2018,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "02-14": "tet",
      "02-15": "tet",
      "02-16": "tet",
      "02-19": "made-up",
      "02-20": "made-up",
      "04-25": "hung-kings",
      "04-30": "reunification",
      "05-01": "labour-day",
      "09-03": "made-up",
      "12-31": "swapped",
    },
    saturdaysWorked: [],
    sources: memory,
    confidence: "M",
    note: "2 September was a Sunday: made up. Monday 31 December swapped for Saturday 5 January 2019.",
  },
  {
    year: 2019,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "02-04": "tet",
      "02-05": "tet",
      "02-06": "tet",
      "02-07": "tet",
      "02-08": "tet",
      "04-15": "made-up",
      "04-29": "swapped",
      "04-30": "reunification",
      "05-01": "labour-day",
      "09-02": "national-day",
    },
    saturdaysWorked: ["01-05", "05-04"],
    sources: memory,
    confidence: "M",
    note: "Hung Kings' day was a Sunday: made up. Monday 29 April swapped for Saturday 4 May.",
  },
  {
    year: 2020,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "01-23": "tet",
      "01-24": "tet",
      "01-27": "tet",
      "01-28": "made-up",
      "01-29": "made-up",
      "04-02": "hung-kings",
      "04-30": "reunification",
      "05-01": "labour-day",
      "09-02": "national-day",
    },
    saturdaysWorked: [],
    sources: memory,
    confidence: "M",
    note: "Two days of Tết fell on a weekend: made up.",
  },
  {
    year: 2021,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "02-10": "tet",
      "02-11": "tet",
      "02-12": "tet",
      "02-15": "made-up",
      "02-16": "made-up",
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
    year: 2022,
    version: 1,
    daysOff: {
      "01-03": "made-up",
      "01-31": "tet",
      "02-01": "tet",
      "02-02": "tet",
      "02-03": "tet",
      "02-04": "tet",
      "04-11": "made-up",
      "05-02": "made-up",
      "05-03": "made-up",
      "09-01": "national-day",
      "09-02": "national-day",
    },
    saturdaysWorked: [],
    sources: ["Labour Code 2019 Arts.111(3), 112(1)", "notice 119/TB-LĐTBXH"],
    confidence: "V2",
    note: "1 January was a Saturday, Hung Kings' day a Sunday, 30 April and 1 May a weekend: all made up.",
  },
  {
    year: 2023,
    version: 1,
    daysOff: {
      "01-02": "made-up",
      "01-20": "tet",
      "01-23": "tet",
      "01-24": "tet",
      "01-25": "made-up",
      "01-26": "made-up",
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
      "02-13": "made-up",
      "02-14": "made-up",
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
  {
    year: 2025,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "01-27": "tet",
      "01-28": "tet",
      "01-29": "tet",
      "01-30": "tet",
      "01-31": "tet",
      "04-07": "hung-kings",
      "04-30": "reunification",
      "05-01": "labour-day",
      "05-02": "swapped",
      "09-01": "national-day",
      "09-02": "national-day",
    },
    saturdaysWorked: ["04-26"],
    sources: ["Labour Code 2019 Arts.111(3), 112(1)", "notice 6150/TB-BLĐTBXH of 2024-12-03"],
    confidence: "V",
    note: "Friday 2 May swapped for Saturday 26 April.",
  },
  {
    year: 2026,
    version: 1,
    daysOff: {
      "01-01": "new-year",
      "01-02": "swapped",
      "02-16": "tet",
      "02-17": "tet",
      "02-18": "tet",
      "02-19": "tet",
      "02-20": "tet",
      "04-27": "made-up",
      "04-30": "reunification",
      "05-01": "labour-day",
      "08-31": "swapped",
      "09-01": "national-day",
      "09-02": "national-day",
      "11-24": "culture-day",
    },
    saturdaysWorked: ["01-10", "08-22"],
    sources: [
      "Labour Code 2019 Arts.111(3), 112(1)",
      "letter 12729/VPCP-KGVX of 2025-12-25 (2 January for 10 January)",
      "notice 9441/TB-BNV of 2025-10-16 (Tết, National Day, 31 August for 22 August)",
      "letter 3383/BNV-CVL (no swap at 30 April)",
      "Resolution 28/2026/QH16 Art.2, in force 2026-07-01 (24 November)",
    ],
    confidence: "V2",
    note: "24 November is outside Art.112(1), so Art.111(3) does not make it up. A swap of 23 November for 28 November was proposed and never found decided: it is not here.",
  },
];
