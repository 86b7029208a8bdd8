/**
 * Holds the law of the database against that of its migrations (db/catalog.txt): what refuses to change the log (triggers,
 * functions, constraints) and who may do what (grants, roles). Without it a trigger that was switched off, or a function
 * that was replaced, would leave no trace.
 */

import type { DatabaseFault } from "./audit-fault.ts";
import type { Evidence } from "../evidence.ts";

/** A line of a function lists all of its parameters; its beginning names it. */
const mostLetters = 200;

/** Names each line that is missing with a minus, and each that should not be there with a plus. */
export async function auditCatalog(
  evidence: Pick<Evidence, "catalog">,
  expected: readonly string[],
): Promise<readonly DatabaseFault[]> {
  const kept = await evidence.catalog();
  const [isExpected, isKept] = [new Set(expected), new Set(kept)];
  return [
    ...expected.filter((line) => !isKept.has(line)).map((line) => differs("-", line)),
    ...kept.filter((line) => !isExpected.has(line)).map((line) => differs("+", line)),
  ];
}

function differs(sign: "-" | "+", line: string): DatabaseFault {
  const shown = line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
  return { code: "catalog-differs", at: `${sign} ${shown}` };
}
