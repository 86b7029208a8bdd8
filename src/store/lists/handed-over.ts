/** The condition of isFindingHandedOver (domain/instruments/handed-over.ts) on rows of view.finding, so that a page is cut after it. */

import { type RawBuilder, sql } from "kysely";

export function wasHandedOver(finding: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${finding}.status = 'in-instrument'
    and exists (select from view.instrument i where i.key = ${finding}.instrument and i.handed_over))`;
}
