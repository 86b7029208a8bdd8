/** How much the bench does: minutes for figures worth reading, a second or two for the test that it still runs. */

export interface Plan {
  /** Enforcement files that the commands act on in turn: more than are acted on at once, or the competitor conflicts. */
  readonly files: number;
  readonly linesOfBulk: number;
  /** Paired rounds: each competitor runs once in each. */
  readonly rounds: number;
  /** How long one competitor runs in one round. */
  readonly milliseconds: number;
  readonly concurrencies: readonly number[];
  /** Of which the detections list is read. */
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
