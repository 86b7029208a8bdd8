/** The bench runs and prints every line within a second or two, with figures that mean nothing. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measure } from "../../scripts/bench/measurements.ts";
import { quickPlan } from "../../scripts/bench/plan.ts";
import { formatLine, type Line } from "../../scripts/bench/report.ts";
import { comparePaired, median } from "../../scripts/bench/rounds.ts";
import { freshDatabase } from "../kit/postgres/postgres.ts";

describe("the bench", () => {
  it("measures every goal, and the share of every step of a command", async () => {
    const lines: Line[] = [];
    const database = await freshDatabase();
    const folder = mkdtempSync(join(tmpdir(), "minh-chung-test-bench-"));
    try {
      await measure({ ...database, folder, plan: quickPlan, report: (line) => lines.push(line) });
    } finally {
      rmSync(folder, { recursive: true });
      await database.drop();
    }
    expect(lines.map(({ name, goal }) => (goal === undefined ? name : `${name}: ${goal}`))).toEqual([
      "fsync of 8 KiB",
      "sealed commands, 1 at once: 1.5",
      "sealed commands, 64 at once: 1.5",
      "over HTTP, 1 at once: 1",
      "over HTTP, 64 at once: 1",
      "60 at once on one file: 1",
      "bulk of 100 lines: 0.5",
      "single acts beside bulks, 95th percentile: 0.33",
      "verification of the whole log, one core: 1",
      "files of 25 acts assessed, one core: 1",
      "detections, first page of an office: 0.5",
      "detections, first page of every office: 0.5",
      "detections, a page deep in an office's list: 0.5",
      ...["HTTP, schema", "token", "load", "decide", "record", "seal", "receipt"].map((name) => `share of ${name}`),
    ]);
    expect(lines.filter(({ measured }) => !Number.isFinite(measured))).toEqual([]);
  });

  it("reports the median of the rounds' ratios, whichever competitor went first", async () => {
    const [ours, theirs] = [
      [10, 20, 90],
      [10, 10, 10],
    ];
    const next = (rates: number[]) => async () => rates.shift() ?? 0;
    expect(await comparePaired(3, next(ours ?? []), next(theirs ?? []))).toEqual({ ours: 20, theirs: 10, ratio: 2 });
    expect(median([1, 4, 2, 3])).toBe(2.5);
  });

  it("says of a line whether its goal is met", () => {
    const line = { name: "x", unit: "/s", measured: 1500, against: 1000, ratio: 1.5 };
    expect(formatLine({ ...line, goal: 1.5 })).toMatch(/1,500 \/s +against 1,000 +ratio 1\.50 +goal 1\.5: met$/);
    expect(formatLine({ ...line, goal: 1.6 })).toMatch(/goal 1\.6: missed$/);
  });
});
