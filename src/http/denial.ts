/** Turns what the service refuses or throws into a problem. It is exhaustive: a new kind of denial does not compile. */

import { given } from "../base/given.ts";
import { type Outcome, refused } from "../base/outcome.ts";
import type { LineRefusal, Refusal } from "../domain/refusal.ts";
import { refusalTexts } from "../domain/refusals/refusal-texts.ts";
import { troubleOf, troubleText } from "../service/database-troubles.ts";
import type { NotAdmitted } from "../service/admitting/admission.ts";
import type { Denial } from "../service/recording/handle.ts";
import { type ClockWait, TryAgain } from "../service/ports.ts";
import { oldKey } from "../service/sealing/own-checkpoint.ts";
import { LogStopped } from "../service/sealing/seal.ts";
import type { Problem } from "./problem.ts";
import { type Violation, ViolationList } from "./problems/violation-list.ts";

/** Seconds: a command that still runs, and a seal that is late, are mostly done in less than two. */
const soon = "2";
/** Seconds: an operator, or a standby that takes over, mends a database no sooner. */
const mended = "10";
/** Seconds: a log that has stopped waits for an operator, so clients need not ask more often than once a minute. */
const later = "60";

export function denialProblem(denial: Denial): Problem {
  switch (denial.kind) {
    case "refused":
      return refusalProblem(denial.refusal);
    case "still-running":
      return { code: "still-running", headers: { "retry-after": soon } };
    case "key-reused":
      return { code: "idempotency-key-reused" };
    case "moved":
      return { code: "version-not-matched", current: denial.current, detail: `${denial.stream}: v${denial.current}.` };
    case "waiting-for-clock":
      return clockProblem(denial.clock, "no");
    case "unavailable":
      return {
        code: denial.code,
        recorded: "no",
        ...given({ reason: denial.reason }),
        headers: { "retry-after": denial.code === "sealing-behind" ? soon : later },
      };
  }
}

function clockProblem({ until, seconds }: ClockWait, recorded: TryAgain["recorded"]): Problem {
  const retryAfter = String(Math.max(1, Math.ceil(seconds)));
  return { code: "waiting-for-clock", recorded, until, detail: `${until}.`, headers: { "retry-after": retryAfter } };
}

/** Refuses a request whose body nobody has read. */
export function notAdmittedProblem(denial: NotAdmitted): Problem {
  if (denial.kind === "refused") return refusalProblem(denial.refusal);
  return { code: "rate-limited", headers: { "retry-after": String(denial.retryAfter) } };
}

function refusalProblem({ lines, ...refusal }: Refusal): Problem {
  if (lines !== undefined) {
    const list = new ViolationList();
    for (const line of lines) list.add(() => lineViolation(line));
    return { ...refusalMembers(refusal), ...list.found() };
  }
  const { at, code } = refusal;
  const detail = [refusalTexts[code].wrong.join(" / "), detailText(refusal)].filter((part) => part !== "").join("; ");
  const violations = at === undefined ? undefined : [{ pointer: at, code, detail }];
  return { ...refusalMembers(refusal), ...given({ violations }) };
}

/** Turns a refusal into a problem and leaves a value as it is. */
export function orProblem<T>(outcome: Outcome<T, Refusal>): Outcome<T, Problem> {
  return outcome.ok ? outcome : refused(refusalProblem(outcome.refusal));
}

function refusalMembers(refusal: Omit<Refusal, "lines">): Problem {
  const { code, rule, citation, lastDay } = refusal;
  const detail = detailText(refusal);
  return { code, ...given({ detail: detail === "" ? undefined : `${detail}.`, rule, citation, lastDay }) };
}

function lineViolation({ line, at, code, ...refusal }: LineRefusal): Violation {
  const { rule, citation, lastDay } = refusal;
  const detail = [refusalTexts[code].wrong.join(" / "), detailText(refusal), rule, citation, lastDay];
  return {
    line,
    pointer: at ?? "",
    code,
    detail: detail.filter((part) => part !== undefined && part !== "").join("; "),
  };
}

function detailText({ detail }: Pick<Refusal, "detail">): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");
}

/** Turns a fault into a problem; one that no repetition is known to end is not described to the caller. */
export function faultProblem(fault: unknown): Problem {
  // No repetition helps: this process will have the old key until it is started anew.
  if (fault instanceof TryAgain && fault.code === oldKey)
    return { code: "signer-stopped", recorded: fault.recorded, reason: oldKey, headers: { "retry-after": later } };
  if (fault instanceof TryAgain) {
    if (fault.clock !== undefined) return clockProblem(fault.clock, fault.recorded);
    const trouble = troubleOf(fault);
    const recorded = fault.recorded;
    if (trouble === undefined) return { code: "try-again", recorded, headers: { "retry-after": soon } };
    return {
      code: "try-again",
      recorded,
      reason: trouble,
      why: troubleText(trouble),
      headers: { "retry-after": mended },
    };
  }
  // The stop is found while sealing or remembering: what was recorded before stays recorded, but unsealed.
  if (fault instanceof LogStopped) {
    return { code: "signer-stopped", recorded: "unknown", reason: fault.reason, headers: { "retry-after": later } };
  }
  return { code: "internal-fault", recorded: "unknown" };
}
