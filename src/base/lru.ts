/** A cache of bounded size: when it is full, the least recently used entries go first. */

interface LruBounds<Value> {
  /** The most that all entries together may have of what `sizeOf` counts. */
  readonly capacity: number;
  /** By default each entry counts 1, so that the capacity is a number of entries. */
  readonly sizeOf?: (value: Value) => number;
}

export class Lru<Key, Value> {
  /** Least recently used first: a Map iterates in the order of insertion, and `get` inserts anew. */
  readonly #entries = new Map<Key, { readonly value: Value; readonly size: number }>();
  readonly #capacity: number;
  readonly #sizeOf: (value: Value) => number;
  #size = 0;

  constructor({ capacity, sizeOf = () => 1 }: LruBounds<Value>) {
    this.#capacity = capacity;
    this.#sizeOf = sizeOf;
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps the value in place of an earlier one, unless it alone is larger than the capacity. */
  set(key: Key, value: Value): void {
    this.delete(key);
    const size = this.#sizeOf(value);
    if (size > this.#capacity) return;
    this.#entries.set(key, { value, size });
    this.#size += size;
    if (this.#size > this.#capacity) this.#evict();
  }

  delete(key: Key): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }

  /** Evicts an eighth at a time: a Map iterates over deleted places too, so evicting singly would be quadratic. */
  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#size <= this.#capacity * 0.875) return;
      this.delete(key);
    }
  }
}
