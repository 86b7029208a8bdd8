/** JSON Lines for programs: the head is the first line, and each row one more. */

import { given } from "../../base/given.ts";
import type { Contents, Format } from "./format.ts";
import { exactTotal, filterWords } from "./head-lines.ts";

export const jsonLines: Format = { ending: "jsonl", type: "application/x-ndjson", write: writeLines };

async function* writeLines({ head, columns, pages }: Contents): AsyncGenerator<string> {
  const { list, title, asOf, filter, total, log } = head;
  const asked = Object.fromEntries(filter.map(({ name, value }) => [name, value]));
  const first = { list, title, asOf, filter: asked, filterWords: filterWords(filter), rows: exactTotal(total), log };
  yield line(given(first));
  for await (const page of pages) {
    const written = page.map((values) =>
      line(Object.fromEntries(columns.flatMap(({ key }, at) => (key === undefined ? [] : [[key, values[at]]])))),
    );
    yield written.join("");
  }
}

/** A value that is undefined is left out. */
function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
