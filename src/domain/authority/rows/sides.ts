/** The two sides of an instrument, and whose word its days are (src/README.md#whose-word-a-day-is). */

import type { OfficeId } from "../../../base/ids.ts";
import type { DatedDay } from "../../../law/act.ts";
import type { AuthorityReason } from "../reasons.ts";
import type { Place } from "../rule.ts";

export function issuerKnown(_: unknown, { known, id }: Place): OfficeId | undefined {
  return known.instruments.get(id)?.issuer;
}

export function addresseeKnown(_: unknown, { known, id }: Place): OfficeId | undefined {
  return known.instruments.get(id)?.addressee;
}

/** stated refuses another system's word, and that of this one for another day than today. */
export function stated(on: DatedDay | undefined, { day }: Place): AuthorityReason | undefined {
  if (on === undefined || on.source === "document" || on.source === "stated") return undefined;
  return on.source === "system" && on.day === day ? undefined : "source-not-theirs";
}

export function isImported(on: DatedDay | undefined): AuthorityReason | undefined {
  return on === undefined || on.source === "import" ? undefined : "source-not-theirs";
}

/** imported names the events after the draft that only an import makes, all in one recording. */
export function imported(instrument: string): string {
  return `imported ${instrument}`;
}
