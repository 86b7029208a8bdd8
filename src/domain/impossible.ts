/** An event that cannot follow what went before. The log is evidence: folding it stops instead of guessing. */

export class ImpossibleEvent extends Error {
  constructor(type: string, why: string) {
    super(`${type}: ${why}`);
    this.name = "ImpossibleEvent";
  }
}
