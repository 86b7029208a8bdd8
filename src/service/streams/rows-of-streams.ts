/**
 * Rows that are read in the order of their streams beside the streams themselves, so that neither side is kept: what an
 * audit holds in memory does not grow with the log.
 */

export class RowsOfStreams<Row extends { readonly stream: string }> {
  readonly #pages: AsyncIterator<readonly Row[]>;
  #page: readonly Row[] = [];
  #at = 0;

  constructor(pages: AsyncIterable<readonly Row[]>) {
    this.#pages = pages[Symbol.asyncIterator]();
  }

  /** Returns the rows of a stream; `stray` gets those before it, whose streams did not come. Streams come in order. */
  async of(stream: string, stray: (row: Row) => void): Promise<readonly Row[]> {
    const own: Row[] = [];
    for (let row = await this.#peek(); row !== undefined && row.stream <= stream; row = await this.#peek()) {
      this.#at += 1;
      if (row.stream === stream) own.push(row);
      else stray(row);
    }
    return own;
  }

  /** Gives the rows that are left to `stray`. */
  async end(stray: (row: Row) => void): Promise<void> {
    for (let row = await this.#peek(); row !== undefined; row = await this.#peek()) {
      this.#at += 1;
      stray(row);
    }
  }

  async #peek(): Promise<Row | undefined> {
    while (this.#at === this.#page.length) {
      const next = await this.#pages.next();
      if (next.done === true) return undefined;
      [this.#page, this.#at] = [next.value, 0];
    }
    return this.#page[this.#at];
  }
}
