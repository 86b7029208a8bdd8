/** Who may draft, issue, serve, withdraw, close and re-open an instrument: the procuracy whose it is, an importer for it. */

import { instrumentEvents, numberingEvents } from "../../instruments/events.ts";
import { keyInForce } from "../../offices/person.ts";
import type { EventOf } from "../../events.ts";
import { officeKnown } from "../known.ts";
import type { AuthorityReason } from "../reasons.ts";
import { type Place, type PlaceOf, rule } from "../rule.ts";
import { reasonOfDay, putName, takenName } from "./findings.ts";
import { imported, isImported, issuerKnown, stated } from "./sides.ts";

type DataOf<Type extends EventOf<"instrument">["type"]> = Extract<EventOf<"instrument">, { type: Type }>["data"];

export const issuerRules = {
  "instrument-drafted": rule(instrumentEvents["instrument-drafted"], {
    ways: [
      {
        command: "draft-instrument",
        about: ({ addressee }) => addressee,
        asks: (data, at) => (data.issuer === at.actor.office ? stated(data.groundOn, at) : "actor-differs"),
      },
      { command: "import-instrument", about: ({ issuer }) => issuer, asks: ({ groundOn }) => isImported(groundOn) },
    ],
    // An import is issued in the same recording.
    leads: ({ items }, { id, actor }) => ({
      owed: [
        ...items.flatMap(({ item, findings }) => findings.map((finding) => putName(finding, id, item))),
        ...("role" in actor && actor.role === "importer" ? [imported(id)] : []),
      ],
    }),
    keep: ({ issuer, addressee }, { known, id }) => {
      known.instruments.set(id, { issuer: officeKnown(known, issuer), addressee: officeKnown(known, addressee) });
    },
  }),
  "draft-discarded": rule(instrumentEvents["draft-discarded"], {
    ways: [{ command: "discard-draft", about: issuerKnown, asks: reasonOfDay }],
    leads: (_, { id }) => ({ possible: [takenName(id)] }),
  }),
  "instrument-issued": rule(instrumentEvents["instrument-issued"], {
    ways: [
      { command: "issue-instrument", about: issuerKnown, asks: issuingReason },
      {
        command: "import-instrument",
        about: issuerKnown,
        together: true,
        asks: ({ source }) => (source === "import" ? undefined : "source-not-theirs"),
      },
    ],
    named: (_, { id }) => imported(id),
    leads: ({ number, source }, { id, known }) => ({
      owed: [numberName(known.instruments.get(id)?.issuer, { number, source, instrument: id })],
      possible: source === "import" ? [imported(id)] : [],
    }),
  }),
  "instrument-served": rule(instrumentEvents["instrument-served"], {
    ways: [
      { command: "serve-instrument", about: issuerKnown, asks: ({ sentOn }, at) => stated(sentOn, at) },
      {
        command: "import-instrument",
        about: issuerKnown,
        together: true,
        asks: ({ sentOn }) => isImported(sentOn),
      },
    ],
    named: (_, { id }) => imported(id),
    leads: importing,
  }),
  "correction-verified": rule(instrumentEvents["correction-verified"], {
    ways: [{ command: "verify-correction", about: issuerKnown, asks: reasonOfDay }],
  }),
  "reconsideration-answered": rule(instrumentEvents["reconsideration-answered"], {
    ways: [
      { command: "answer-reconsideration", about: issuerKnown, asks: ({ answeredOn }, at) => stated(answeredOn, at) },
    ],
    leads: ({ outcome }, { id }) => (outcome === "withdrawn" ? { owed: [reconsidered(id)] } : {}),
  }),
  "findings-withdrawn": rule(instrumentEvents["findings-withdrawn"], {
    ways: [{ command: "withdraw-instrument", about: issuerKnown, asks: reasonOfDay }],
    leads: (_, { id }) => ({ possible: [takenName(id)] }),
  }),
  "instrument-withdrawn": rule(instrumentEvents["instrument-withdrawn"], {
    ways: [
      { command: "withdraw-instrument", about: issuerKnown, asks: reasonOfDay },
      { command: "answer-reconsideration", about: issuerKnown, together: true },
      { command: "import-instrument", about: issuerKnown, together: true },
    ],
    named: ({ reason }, { id, known }) =>
      reason === "reconsidered" && known.recording?.owed.has(reconsidered(id)) === true
        ? reconsidered(id)
        : imported(id),
    leads: (_, { id }) => ({ possible: [takenName(id)] }),
  }),
  "instrument-closed": rule(instrumentEvents["instrument-closed"], {
    ways: [{ command: "close-instrument", about: issuerKnown, asks: reasonOfDay }],
  }),
  "instrument-reopened": rule(instrumentEvents["instrument-reopened"], {
    ways: [{ command: "reopen-instrument", about: issuerKnown, asks: reasonOfDay }],
  }),
};

export const numberingRules = {
  "number-given": rule(numberingEvents["number-given"], {
    ways: (["issue-instrument", "import-instrument"] as const).map((command) => ({
      command,
      about: ({ instrument }, { known }) => known.instruments.get(instrument)?.issuer,
      together: true as const,
    })),
    named: (data, { id }) => numberName(id, data),
    leads: ({ source, instrument }) => (source === "import" ? { possible: [imported(instrument)] } : {}),
  }),
};

interface Numbered {
  readonly number: string;
  readonly source: string;
  readonly instrument: string;
}

function numberName(office: string | undefined, { number, source, instrument }: Numbered): string {
  return `number-given ${office} ${number} ${source} ${instrument}`;
}

function reconsidered(instrument: string): string {
  return `instrument-withdrawn ${instrument}`;
}

/** importing lets the later events of an import follow one another; anybody else's leave no such trace. */
function importing(_: unknown, { id, known }: Place) {
  return known.recording?.possible.has(imported(id)) === true ? { possible: [imported(id)] } : {};
}

/** issuingReason asks for a key that the directory gives the person who signs; whether the signature is good, its JWS shows. */
function issuingReason(data: DataOf<"instrument-issued">, at: PlaceOf): AuthorityReason | undefined {
  const { source, issuedOn, key, signature } = data;
  const { actor, person, day, known, id } = at;
  if (source !== "system") return "source-not-theirs";
  // A successor of the issuer has numbers of its own.
  if (known.instruments.get(id)?.issuer !== actor.office) return "affair-of-another-office";
  if (issuedOn !== day) return "backdated";
  const isTheirs = key !== undefined && signature !== undefined && keyInForce(person, key, day) !== undefined;
  return isTheirs ? undefined : "key-not-theirs";
}
