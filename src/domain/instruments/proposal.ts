/**
 * The seriousness of a breach proposes the instrument (law 63/2014 Art.5: a serious breach is protested, a less serious one
 * gets a recommendation). A person may choose another instrument and gives the reason as a code.
 */

import type { Outcome } from "../../base/outcome.ts";
import { done, refused } from "../../base/outcome.ts";
import { type ConfirmedFinding, type Seriousness, seriousnessOf } from "../findings/finding.ts";
import type { Refusal } from "../refusal.ts";
import type { Drafted } from "./instrument.ts";

const proposals: Readonly<Record<Seriousness, Drafted["kind"]>> = {
  serious: "protest",
  "less-serious": "recommendation",
};

export function proposedInstrument(seriousness: Seriousness): Drafted["kind"] {
  return proposals[seriousness];
}

interface Choice {
  readonly kind: Drafted["kind"];
  readonly findings: readonly ConfirmedFinding[];
  readonly deviation: Drafted["deviation"];
  readonly toCourt: boolean;
}

/** checkChoice asks no assessment for a request (yêu cầu): law 63/2014 Art.28(6). */
export function checkChoice({ kind, findings, deviation, toCourt }: Choice): Outcome<undefined, Refusal> {
  if (deviation === "court-addressee" && !toCourt)
    return refused({ code: "deviation-needs-reason", at: "/deviation", detail: { deviation } });
  if (kind === "request") return done(undefined);
  for (const finding of findings) {
    const seriousness = seriousnessOf(finding);
    if (seriousness === undefined)
      return refused({ code: "not-assessed", at: "/items", detail: { finding: finding.finding } });
    const proposed = proposedInstrument(seriousness);
    if (proposed !== kind && deviation === undefined) {
      return refused({
        code: "deviation-needs-reason",
        at: "/deviation",
        detail: { finding: finding.finding, proposed },
      });
    }
  }
  return done(undefined);
}
