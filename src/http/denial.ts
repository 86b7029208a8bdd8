/** From what the service answers or throws to the problem that the caller is told. Exhaustive: a new denial does not compile. */

import type { Refusal } from "../domain/refusal.ts";
import type { Denial } from "../service/handle.ts";
import { TryAgain } from "../service/ports.ts";
import { LogStopped } from "../service/seal.ts";
import type { Problem, Violation } from "./problem.ts";

/** Seconds after which the same request may well be answered. */
const soon = "2";

export function denialProblem(denial: Denial): Problem {
  switch (denial.kind) {
    case "refused":
      return refusalProblem(denial.refusal);
    case "limited":
      return { code: "rate-limited", headers: { "retry-after": String(denial.retryAfter) } };
    case "still-running":
      return { code: "still-running", headers: { "retry-after": soon } };
    case "key-reused":
      return { code: "idempotency-key-reused" };
    case "moved":
      return { code: "moved", current: denial.current, detail: `${denial.stream}: v${denial.current}.` };
    case "unavailable":
      return {
        code: denial.code,
        recorded: "no",
        ...(denial.reason === undefined ? {} : { reason: denial.reason }),
        headers: { "retry-after": denial.code === "sealing-behind" ? soon : "60" },
      };
  }
}

export function refusalProblem(refusal: Refusal): Problem {
  const { code, rule, citation, lastDay } = refusal;
  const exact = exactly(refusal);
  const violations = violationsOf(refusal);
  return {
    code,
    ...(exact === "" ? {} : { detail: `${exact}.` }),
    ...(violations.length === 0 ? {} : { violations }),
    ...(rule === undefined ? {} : { rule }),
    ...(citation === undefined ? {} : { citation }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}

/** One place; or, of a bulk, each bad line. */
function violationsOf(refusal: Refusal): readonly Violation[] {
  const { code, at, lines } = refusal;
  if (lines !== undefined)
    return lines.map((each) => ({ line: each.line, pointer: each.at ?? "", code: each.code, detail: exactly(each) }));
  return at === undefined ? [] : [{ pointer: at, code, detail: exactly(refusal) }];
}

function exactly({ detail }: Pick<Refusal, "detail">): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
}

/** Faults of the machine. What is not known to pass is told as a fault, without a word of what it was. */
export function faultProblem(fault: unknown): Problem {
  if (fault instanceof TryAgain) {
    return { code: "try-again", recorded: fault.recorded, headers: { "retry-after": soon } };
  }
  // The stop is found when the log is sealed or remembered: what was recorded before it stays recorded, unsealed.
  if (fault instanceof LogStopped) {
    return { code: "signer-stopped", recorded: "unknown", reason: fault.reason, headers: { "retry-after": "60" } };
  }
  return { code: "internal-fault", recorded: "unknown" };
}
