/** Collects what is wrong with a request: as much as a person corrects at once is listed, the rest is only counted. */

import type { RefusalCode } from "../../domain/refusal.ts";
import type { RequestCode } from "./requests.ts";
import type { valueTexts } from "./violations.ts";

/** The next request names the rest. */
export const mostViolations = 100;

/** One place of the request that is wrong. */
export interface Violation {
  /** JSON Pointer (RFC 6901) of the place in the body, in the line of a bulk, or of the parameter of the query. */
  readonly pointer: string;
  /** Line of a bulk, counted from 1. */
  readonly line?: number;
  readonly code: keyof typeof valueTexts | RefusalCode | RequestCode;
  readonly detail: string;
}

/** The members of a problem that say what is wrong with a request. */
export interface Violations {
  readonly violations: readonly Violation[];
  /** How many more were found than are listed. */
  readonly more?: number;
}

export class ViolationList {
  readonly #listed: Violation[] = [];
  #found = 0;

  get isEmpty(): boolean {
    return this.#found === 0;
  }

  /** Tells that there is something that is not listed: to look for more would only make the number larger. */
  get isOverfull(): boolean {
    return this.#found > mostViolations;
  }

  /** Makes the violation only if it is listed. */
  add(make: () => Violation): void {
    this.#found += 1;
    if (this.#listed.length < mostViolations) this.#listed.push(make());
  }

  /** Adds so many that are not listed. */
  addUnlisted(number: number): void {
    this.#found += number;
  }

  /** Returns what was found up to now. */
  found(): Violations {
    const more = this.#found - this.#listed.length;
    return { violations: this.#listed, ...(more === 0 ? {} : { more }) };
  }
}
