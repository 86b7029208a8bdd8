/** Who may judge a detection: a procuracy above the office that owed, and its superiors (promise 5). */

import type { InstrumentId, OfficeId } from "../../../base/ids.ts";
import type { FileName } from "../../event.ts";
import type { EventOf } from "../../events.ts";
import { findingEvents } from "../../findings/events.ts";
import { successorOf } from "../../offices/directory.ts";
import { fileKnown, type KnownBefore, officeKnown } from "../known.ts";
import type { AuthorityReason } from "../reasons.ts";
import { type Place, type PlaceOf, rule } from "../rule.ts";

type Judgment = Omit<Extract<EventOf<"finding">, { type: "violation-confirmed" }>["data"], "cited" | "note">;

const judgment = {
  keep: ({ office, procuracy }: Judgment, { known, id }: Place) => {
    known.findings.set(id, { office: officeKnown(known, office), procuracy: officeKnown(known, procuracy) });
  },
};

export const findingRules = {
  "violation-confirmed": rule(findingEvents["violation-confirmed"], {
    ways: [{ command: "confirm-detections", about: ({ office }) => office, asks: judgingReason }],
    ...judgment,
  }),
  "detection-dismissed": rule(findingEvents["detection-dismissed"], {
    ways: [{ command: "dismiss-detection", about: ({ office }) => office, asks: judgingReason }],
    ...judgment,
  }),
  "seriousness-assessed": rule(findingEvents["seriousness-assessed"], {
    ways: [{ command: "assess-seriousness", about: procuracyOfFinding, asks: reasonOfDay }],
  }),
  "findings-merged-in": rule(findingEvents["findings-merged-in"], {
    ways: [{ command: "merge-findings", about: procuracyOfFinding, asks: reasonOfDay }],
    leads: ({ findings }, { id }) => ({ owed: findings.map((each) => mergedName(each, id)) }),
  }),
  "finding-merged": rule(findingEvents["finding-merged"], {
    ways: [{ command: "merge-findings", about: procuracyOfFinding, together: true, asks: reasonOfDay }],
    named: ({ into }, { id }) => mergedName(id, into),
  }),
  "finding-put-in": rule(findingEvents["finding-put-in"], {
    ways: [
      {
        command: "draft-instrument",
        about: ({ instrument }, { known }) => known.instruments.get(instrument)?.addressee,
        together: true,
        asks: ({ instrument }, at) => puttingReason(instrument, at),
      },
      {
        command: "import-instrument",
        about: ({ instrument }, { known }) => known.instruments.get(instrument)?.issuer,
        together: true,
      },
    ],
    named: ({ instrument, item }, { id }) => putName(id, instrument, item),
  }),
  "finding-taken-out": rule(findingEvents["finding-taken-out"], {
    ways: (["discard-draft", "withdraw-instrument", "import-instrument"] as const).map((command) => ({
      command,
      about: ({ instrument }, { known }) => known.instruments.get(instrument)?.issuer,
      together: true as const,
    })),
    named: ({ instrument }) => takenName(instrument),
  }),
};

export function putName(finding: string, instrument: string, item: string): string {
  return `finding-put-in ${finding} ${instrument} ${item}`;
}

export function takenName(instrument: string): string {
  return `finding-taken-out ${instrument}`;
}

function mergedName(finding: string, into: string): string {
  return `finding-merged ${finding} ${into}`;
}

function judgingReason(data: Judgment, at: PlaceOf): AuthorityReason | undefined {
  const owners = ownersKnown(data.about, at.known);
  if (owners === undefined) return "affair-unknown";
  if (!owners.includes(data.office)) return "affair-of-another-office";
  return data.procuracy === at.actor.office ? reasonOfDay(data, at) : "actor-differs";
}

/** reasonOfDay holds a day that only the system says against the day of the entry. */
export function reasonOfDay({ on }: { readonly on: string }, { day }: Place): AuthorityReason | undefined {
  return on === day ? undefined : "backdated";
}

/** puttingReason holds a finding against the two sides of the instrument, or the offices before them. */
function puttingReason(instrument: InstrumentId, { known, id, states, day }: PlaceOf): AuthorityReason | undefined {
  const [finding, between] = [known.findings.get(id), known.instruments.get(instrument)];
  if (finding === undefined || between === undefined) return "affair-unknown";
  const follows = (office: OfficeId, by: OfficeId) => office === by || successorOf(states, office, day) === by;
  const isTheirs = follows(finding.procuracy, between.issuer) && follows(finding.office, between.addressee);
  return isTheirs ? undefined : "affair-of-another-office";
}

function procuracyOfFinding(_: unknown, { known, id }: Place): OfficeId | undefined {
  return known.findings.get(id)?.procuracy;
}

/** ownersKnown returns the offices that can owe something in a file (owners.ts); undefined for a file that the log does not hold. */
export function ownersKnown({ kind, id }: FileName, known: KnownBefore): readonly (OfficeId | undefined)[] | undefined {
  if (kind === "instrument") {
    const instrument = known.instruments.get(id);
    return instrument && [instrument.addressee, instrument.issuer, instrument.arbiter];
  }
  const file = fileKnown(known, kind, id);
  if (file === undefined) return undefined;
  switch (file.kind) {
    case "intake":
      return [file.state.agency, file.state.court];
    case "case":
      return [file.state.agency];
    case "register":
      return [file.state.office];
  }
}
