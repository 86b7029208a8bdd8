/** An edition of the law as it is proposed, with the digests that two persons can compare with what they have before them. */

import { bytesToHex, utf8 } from "../../base/bytes.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import { type Edition, editionText } from "../../law/edition.ts";
import { formatRuleTable } from "../../law/rule-table.ts";
import { digest } from "../../log/hash.ts";
import type { EventOf } from "../events.ts";
import { commitment } from "../field.ts";

type Proposed = Extract<EventOf<"edition">, { type: "law-proposed" }>["data"];

export type EditionOffer = Omit<Proposed, "by">;
export type EditionName = Pick<Proposed, "edition" | "digest">;

const offers = new WeakMap<Edition, EditionOffer>();

export function offerOf(edition: Edition): EditionOffer {
  const known = offers.get(edition) ?? makeOffer(edition);
  offers.set(edition, known);
  return known;
}

export function editionName(edition: Edition): EditionName {
  const { edition: number, digest: text } = offerOf(edition);
  return { edition: number, digest: text };
}

export function isSameEdition(a: EditionName, b: EditionName): boolean {
  return a.edition === b.edition && a.digest === b.digest;
}

/** makeOffer digests the rules as the table that `npm run -s law -- rules` prints, each line ended by a line feed. */
function makeOffer(edition: Edition): EditionOffer {
  const { rules, calendars, crossing } = edition;
  const years = calendars.map(({ year }) => year);
  return {
    edition: edition.number,
    digest: sha256(editionText(edition)),
    rules: { digest: sha256(linesOf(formatRuleTable(edition))), versions: rules.length },
    calendars: {
      digest: sha256(canonicalJson(calendars)),
      firstYear: Math.min(...years),
      lastYear: Math.max(...years),
    },
    crossing,
  };
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function sha256(text: string): EditionOffer["digest"] {
  return commitment.parse(bytesToHex(digest(utf8(text))));
}
