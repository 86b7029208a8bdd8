/**
 * Problem documents (RFC 9457): every refusal as `application/problem+json`, with a stable code, Vietnamese first. What is
 * wrong, where, under which rule, and what to do; never a secret, never what the sender wrote.
 */

import { type RefusalCode, refusalCodes } from "../domain/refusal.ts";
import { refusalTexts } from "../domain/refusals/refusal-texts.ts";
import { refusalStatus } from "./problems/refusal-status.ts";
import { type RequestCode, requestTexts } from "./problems/requests.ts";
import { type ProblemText, sharedProblem } from "./problems/text.ts";
import type { valueTexts } from "./problems/violations.ts";
import type { Reply } from "./reply.ts";

export type ProblemCode = RefusalCode | RequestCode;

/** One place that is wrong. */
export interface Violation {
  /** RFC 6901, in the body; in a bulk within the line; a parameter's name in a query. */
  readonly pointer: string;
  /** In a bulk: the line, counted from 1. */
  readonly line?: number;
  readonly code: keyof typeof valueTexts | RefusalCode | RequestCode;
  readonly detail: string;
}

export interface Problem {
  readonly code: ProblemCode;
  /** What makes it exact: appended to the code's own text. */
  readonly detail?: string;
  readonly violations?: readonly Violation[];
  /** The rule that was applied, the text it follows, the last day that would have been in time. */
  readonly rule?: string;
  readonly citation?: string;
  readonly lastDay?: string;
  /** Of a conflict: the version that the stream has now. */
  readonly current?: number;
  /** Of a 503: whether the command was recorded all the same. */
  readonly recorded?: "yes" | "no" | "unknown";
  /** Of a log that has stopped. */
  readonly reason?: string;
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

export function problemReply({ headers, code, detail, ...members }: Problem): Reply {
  const text = problemText(code);
  const body = {
    type: `/problems/${code}`,
    code,
    status: text.status,
    title: `${text.wrong[0]} (${text.wrong[1]})`,
    detail: detailOf(text, { ...members, ...(detail === undefined ? {} : { detail }) }),
    ...members,
  };
  return {
    status: text.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

type Said = Pick<Problem, "detail" | "rule" | "citation" | "lastDay">;

function detailOf({ wrong, todo }: ProblemText, said: Said): string {
  return [`${wrong[0]}.`, exactly(said, "vi"), todo[0], "—", `${wrong[1]}.`, exactly(said, "en"), todo[1]]
    .filter((part) => part !== "")
    .join(" ");
}

function exactly({ detail, rule, citation, lastDay }: Said, tongue: "vi" | "en"): string {
  const words = tongue === "vi" ? { rule: "Quy tắc", last: "Ngày cuối cùng" } : { rule: "Rule", last: "Last day" };
  const parts = [
    detail,
    rule === undefined ? undefined : `${words.rule} ${rule}${citation === undefined ? "" : ` (${citation})`}.`,
    lastDay === undefined ? undefined : `${words.last}: ${lastDay}.`,
  ];
  return parts.filter((part) => part !== undefined).join(" ");
}
