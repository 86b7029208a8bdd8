/** Thrown for an event that cannot follow the events before it. The log is evidence, so folding stops rather than guess. */

export class ImpossibleEvent extends Error {
  constructor(type: string, why: string) {
    super(`${type}: ${why}`);
    this.name = "ImpossibleEvent";
  }
}

/** must throws unless what has to hold before an event of this type holds. */
export function must(holds: boolean, type: string, why: string): void {
  if (!holds) throw new ImpossibleEvent(type, why);
}
