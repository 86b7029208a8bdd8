/**
 * How much the bench does: minutes for figures worth reading, a second or two for the test that the bench still runs.
 */

export interface Plan {
  /**
   * How many files the commands act on in turn: more than the concurrency, or the competitor would conflict with
   * itself.
   */
  readonly files: number;
  readonly linesOfBulk: number;
  /** How many paired rounds there are: each competitor runs once in each. */
  readonly rounds: number;
  /** How long one competitor runs in one round, in milliseconds. */
  readonly milliseconds: number;
  readonly concurrencies: readonly number[];
  /** The numbers of cases on which the detections list is read. */
  readonly cases: { readonly few: number; readonly many: number };
}

export const fullPlan: Plan = {
  files: 6000,
  linesOfBulk: 10_000,
  rounds: 7,
  milliseconds: 2500,
  concurrencies: [1, 64],
  cases: { few: 10_000, many: 1_000_000 },
};

export const quickPlan: Plan = {
  files: 100,
  linesOfBulk: 100,
  rounds: 1,
  milliseconds: 60,
  concurrencies: [1, 64],
  cases: { few: 100, many: 1000 },
};
