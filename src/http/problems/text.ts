/** What a problem says, in both tongues. A code has one status and is never given another meaning. */

/** Vietnamese first, then English. */
export type BothTongues = readonly [vi: string, en: string];

export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  /** What is wrong. */
  readonly wrong: BothTongues;
  /** What to do. */
  readonly todo: BothTongues;
}

export function problem(status: ProblemText["status"], wrong: BothTongues, todo: BothTongues): ProblemText {
  return { status, wrong, todo };
}
