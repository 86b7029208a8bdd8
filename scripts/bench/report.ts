/**
 * What the bench prints: one line per measurement, with its goal, the figure and the ratio to the competitor; or JSON.
 */

export interface Line {
  readonly name: string;
  readonly unit: string;
  readonly measured: number;
  /** The competitor's figure in the same rounds. */
  readonly against?: number;
  /** The ratio of `measured` to `against`, or to the goal where there is no competitor. */
  readonly ratio?: number;
  /** The value that the ratio should reach. */
  readonly goal?: number;
}

export type Report = (line: Line) => void;

export function formatLine({ name, unit, measured, against, ratio, goal }: Line): string {
  const parts = [
    name.padEnd(46),
    `${formatNumber(measured).padStart(9)} ${unit}`.padEnd(22),
    against === undefined ? "" : `against ${formatNumber(against)}`,
    ratio === undefined ? "" : `ratio ${ratio.toFixed(2)}`,
    goal === undefined || ratio === undefined ? "" : `goal ${formatGoal(goal)}: ${ratio >= goal ? "met" : "missed"}`,
  ];
  return parts
    .filter((part) => part !== "")
    .join("  ")
    .trimEnd();
}

function formatGoal(goal: number): string {
  return goal.toFixed(goal < 0.5 ? 2 : 1);
}

function formatNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 1 : 3);
}
