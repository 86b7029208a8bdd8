/** Joint statistics (joint circular 12/2021): each report has its own clocks, in the register of the office that makes or signs it. */

import { expect, test } from "vitest";
import { act, file, obligations, states, subject } from "../given.ts";

const [quarter, year] = [subject("report", "quarter"), subject("report", "year")];
const register = (acts: Parameters<typeof file>[0]) => file(acts, { parties: [], assets: [] });

test.each([
  ["2025-09-30", "2025-10-01", "violation"],
  ["2026-09-30", "2026-10-01", "hint"],
])(
  "figures must be closed within a day of the end of the period (Art.8(2)(a)): of %s by %s, a breach is a %s",
  (ended, dueOn, weight) => {
    const acts = [
      act("reporting-period-ended", quarter, ended),
      act("reporting-period-ended", year, ended),
      act("figures-closed", year, dueOn),
    ];
    // Nothing read says whether the circular lives on under law 106/2025, so from 1 July 2026 it accuses nobody.
    expect(obligations("STAT_CLOSE", register(acts), "2026-10-05")).toMatchObject([
      { subject: quarter, dueOn, state: "missed", weight },
      { subject: year, dueOn, state: "met" },
    ]);
  },
);

test("the province must compile within two working days and send to the centre within five (Arts.8(2)(b), 9(1)(b))", () => {
  const received = { receivedOn: "2026-10-02" };
  const acts = [
    act("unit-reports-received", quarter, received),
    act("unit-reports-received", year, received),
    act("province-report-compiled", quarter, "2026-10-06"),
    act("province-report-compiled", year, "2026-10-07"),
    act("report-sent-to-centre", year, { sentOn: "2026-10-09" }),
  ];
  expect(states("STAT_PROVINCE_COMPILE", register(acts), "2026-10-12")).toEqual({ quarter: "met", year: "late" });
  expect(states("STAT_SEND_CENTRAL", register(acts), "2026-10-12")).toEqual({ quarter: "missed", year: "met" });
});

test("a report must be signed and returned within two working days of its receipt (Art.8(3)(b))", () => {
  const [first, second] = [quarter, year].map((of) =>
    act("report-received-to-countersign", of, { receivedOn: "2026-10-02" }),
  );
  if (first === undefined || second === undefined) throw new Error("two reports");
  const acts = [first, second, act("report-countersigned", year, { sentOn: "2026-10-06" }, { answers: [second] })];
  expect(states("STAT_COUNTERSIGN", register(acts), "2026-10-07")).toEqual({ quarter: "missed", year: "met" });
});
