/**
 * Problem documents (RFC 9457): every refusal as `application/problem+json` with a stable code, in Vietnamese first. One says
 * what is wrong, where, under which rule, and what to do. It never holds a secret or repeats what the sender wrote.
 */

import type { BothTongues } from "../domain/refusals/text.ts";
import { type RefusalCode, refusalCodes } from "../domain/refusal.ts";
import { refusalTexts } from "../domain/refusals/refusal-texts.ts";
import { boundedProblem } from "./problems/bounds.ts";
import { refusalStatus } from "./problems/refusal-status.ts";
import { type RequestCode, requestTexts } from "./problems/requests.ts";
import { type ProblemText, sharedProblem } from "./problems/text.ts";
import type { Violation } from "./problems/violation-list.ts";
import type { Reply } from "./reply.ts";

export type ProblemCode = RefusalCode | RequestCode;

export interface Problem {
  readonly code: ProblemCode;
  /** Codes, ids or days that make the text of the code exact. */
  readonly detail?: string;
  readonly violations?: readonly Violation[];
  /** How many more violations were found than are listed. Reading may have ended before the last. */
  readonly more?: number;
  /** The rule that was applied, the text it follows, the last day that would have been in time. */
  readonly rule?: string;
  readonly citation?: string;
  readonly lastDay?: string;
  /** Version that the stream has now, if others recorded first. */
  readonly current?: number;
  /** Until when the clock must catch up. */
  readonly until?: string;
  /** Whether the command was recorded all the same, if the request failed afterwards. */
  readonly recorded?: "yes" | "no" | "unknown";
  /** Why the log has stopped, or what is wrong with the database. */
  readonly reason?: string;
  /** The words of `reason`; they stand in `detail`. */
  readonly why?: BothTongues;
  readonly headers?: Readonly<Record<string, string>>;
}

export const problemCodes: readonly ProblemCode[] = [
  ...Object.keys(requestTexts).filter(isRequestCode),
  ...refusalCodes,
];

export function problemText(code: ProblemCode): ProblemText {
  return isRequestCode(code) ? requestTexts[code] : sharedProblem(refusalStatus[code], refusalTexts[code]);
}

function isRequestCode(code: string): code is RequestCode {
  return Object.hasOwn(requestTexts, code);
}

export function problemReply(whole: Problem): Reply {
  const problem = boundedProblem(whole);
  const { headers, code, detail: _detail, why: _why, ...members } = problem;
  const text = problemText(code);
  const body = {
    type: `/problems/${code}`,
    code,
    status: text.status,
    title: `${text.wrong[0]} (${text.wrong[1]})`,
    detail: detailOf(text, problem),
    ...members,
  };
  return {
    status: text.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

type ExactParts = Pick<Problem, "detail" | "more" | "why" | "rule" | "citation" | "lastDay">;

function detailOf({ wrong, todo }: ProblemText, parts: ExactParts): string {
  return [`${wrong[0]}.`, exactText(parts, "vi"), todo[0], "—", `${wrong[1]}.`, exactText(parts, "en"), todo[1]]
    .filter((part) => part !== "")
    .join(" ");
}

function exactText({ detail, more, why, rule, citation, lastDay }: ExactParts, tongue: "vi" | "en"): string {
  const words = tongue === "vi" ? { rule: "Quy tắc", last: "Ngày cuối cùng" } : { rule: "Rule", last: "Last day" };
  const parts = [
    detail,
    more === undefined ? undefined : moreText(more, tongue),
    why?.[tongue === "vi" ? 0 : 1],
    rule === undefined ? undefined : `${words.rule} ${rule}${citation === undefined ? "" : ` (${citation})`}.`,
    lastDay === undefined ? undefined : `${words.last}: ${lastDay}.`,
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}

function moreText(more: number, tongue: "vi" | "en"): string {
  return tongue === "vi" ? `Còn ít nhất ${more} chỗ chưa nêu.` : `At least ${more} more are not listed.`;
}
