/** From what the service answers or throws to the problem that the caller is told. Exhaustive: a new denial does not compile. */

import { type Outcome, refused } from "../base/outcome.ts";
import type { LineRefusal, Refusal } from "../domain/refusal.ts";
import { refusalTexts } from "../domain/refusals/refusal-texts.ts";
import type { Denial } from "../service/recording/handle.ts";
import { TryAgain } from "../service/ports.ts";
import { LogStopped } from "../service/sealing/seal.ts";
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

export function refusalProblem({ lines, ...refusal }: Refusal): Problem {
  if (lines !== undefined) return { ...refusalMembers(refusal), violations: lines.map(lineViolation) };
  const { at, code } = refusal;
  const detail = [refusalTexts[code].wrong.join(" / "), exactly(refusal)].filter((part) => part !== "").join("; ");
  return { ...refusalMembers(refusal), ...(at === undefined ? {} : { violations: [{ pointer: at, code, detail }] }) };
}

/** What the service refuses, as the problem that is told. */
export function orProblem<T>(outcome: Outcome<T, Refusal>): Outcome<T, Problem> {
  return outcome.ok ? outcome : refused(refusalProblem(outcome.refusal));
}

function refusalMembers(refusal: Omit<Refusal, "lines">): Problem {
  const { code, rule, citation, lastDay } = refusal;
  const detail = exactly(refusal);
  return {
    code,
    ...(detail === "" ? {} : { detail: `${detail}.` }),
    ...(rule === undefined ? {} : { rule }),
    ...(citation === undefined ? {} : { citation }),
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}

function lineViolation({ line, at, code, ...refusal }: LineRefusal): Violation {
  const { rule, citation, lastDay } = refusal;
  const detail = [refusalTexts[code].wrong.join(" / "), exactly(refusal), rule, citation, lastDay];
  return {
    line,
    pointer: at ?? "",
    code,
    detail: detail.filter((part) => part !== undefined && part !== "").join("; "),
  };
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
