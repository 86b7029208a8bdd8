/** The words of a problem document, in both tongues. A code has one status and is never given another meaning. */

import type { BothTongues, RefusalText } from "../../domain/refusals/text.ts";

export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly wrong: BothTongues;
  readonly todo: BothTongues;
}

export function problem(status: ProblemText["status"], wrong: BothTongues, todo: BothTongues): ProblemText {
  return { status, wrong, todo };
}

/** The words that the console shows too, with what to do for a caller of the API. */
export function sharedProblem(status: ProblemText["status"], { wrong, todo }: RefusalText): ProblemText {
  return { status, wrong, todo: todo.api };
}
