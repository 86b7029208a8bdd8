/** Faults as an audit lists them: all are counted, and of each kind the first hundred are kept, however many there are. */

/** A hundred show where to look; more would only fill the screen, and the memory of a log that is wrong throughout. */
const mostListed = 100;

export class FaultList<Fault extends { readonly code: string }> {
  readonly #kinds = new Map<Fault["code"], { count: number; readonly first: Fault[] }>();

  add(fault: Fault): void {
    const kind = this.#kinds.get(fault.code) ?? { count: 0, first: [] };
    this.#kinds.set(fault.code, kind);
    kind.count += 1;
    if (kind.first.length < mostListed) kind.first.push(fault);
  }

  /** The number of all faults. */
  get total(): number {
    return [...this.#kinds.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The first hundred of each kind; the kinds in the order in which they were met. */
  get listed(): readonly Fault[] {
    return [...this.#kinds.values()].flatMap(({ first }) => first);
  }

  /** How many there are of each kind. */
  get counts(): ReadonlyMap<Fault["code"], number> {
    return new Map([...this.#kinds].map(([code, { count }]) => [code, count]));
  }

  /** The kinds of which there are more than are listed. */
  get unlisted(): readonly { readonly code: Fault["code"]; readonly more: number }[] {
    return [...this.#kinds].flatMap(([code, { count, first }]) =>
      count > first.length ? [{ code, more: count - first.length }] : [],
    );
  }
}
