/** Checks that there is a row of `tile` for each root of a full subtree, and no other. */

import { equalBytes } from "../../base/bytes.ts";
import type { Audit } from "../../log/audit.ts";
import type { Findings } from "./audit-fault.ts";
import type { Evidence } from "../evidence.ts";
import { pagesOf } from "../streams/pages.ts";

const page = 2000;

export async function auditTiles({ tree }: Audit, evidence: Evidence, found: Findings): Promise<void> {
  for (let level = 1; level <= 7; level++) {
    const roots = tree.levels[level - 1] ?? [];
    const missing = (from: number, to: number): void => {
      for (let index = from; index < to; index++)
        found.faults.add({ code: "tile-missing", at: `tile ${level}/${index}` });
    };
    let expected = 0;
    const rows = pagesOf((last: { index: number } | undefined) => evidence.tiles(level, (last?.index ?? -1) + 1, page));
    for await (const { index, hash } of rows) {
      const at = `tile ${level}/${index}`;
      missing(expected, Math.min(index, roots.length));
      expected = Math.min(index + 1, roots.length);
      const root = roots[index];
      if (index >= roots.length) found.faults.add({ code: "tile-unknown", at });
      else if (root === undefined) found.unseen.add({ code: "tile-unmade", at });
      else if (!equalBytes(hash, root)) found.faults.add({ code: "tile-wrong", at });
    }
    missing(expected, roots.length);
  }
}
