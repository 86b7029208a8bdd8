/** Who may answer an instrument: the office addressed, the authority that a dispute was reported to, the Supreme Procuracy. */

import { mayArbitrate, mayAskMinister } from "../../instruments/arbiters.ts";
import { instrumentEvents } from "../../instruments/events.ts";
import { officeKnown } from "../known.ts";
import type { AuthorityReason } from "../reasons.ts";
import { type PlaceOf, rule } from "../rule.ts";
import { imported, isImported, addresseeKnown, issuerKnown, stated } from "./sides.ts";

export const answerRules = {
  "instrument-received": rule(instrumentEvents["instrument-received"], {
    ways: [
      {
        command: "receive-instrument",
        about: addresseeKnown,
        // The system's own word may be that of the day of delivery, before today.
        asks: ({ receivedOn }) => (receivedOn.source === "import" ? "source-not-theirs" : undefined),
      },
      {
        command: "import-instrument",
        about: issuerKnown,
        together: true,
        asks: ({ receivedOn }) => isImported(receivedOn),
      },
    ],
    named: (_, { id }) => imported(id),
    leads: (_, { id, known }) =>
      known.recording?.possible.has(imported(id)) === true ? { possible: [imported(id)] } : {},
  }),
  "day-contested": rule(instrumentEvents["day-contested"], {
    ways: [{ command: "contest-day", about: addresseeKnown }],
  }),
  "reply-given": rule(instrumentEvents["reply-given"], {
    ways: [{ command: "give-reply", about: addresseeKnown, asks: ({ repliedOn }, at) => stated(repliedOn, at) }],
  }),
  "correction-claimed": rule(instrumentEvents["correction-claimed"], {
    ways: [{ command: "claim-correction", about: addresseeKnown, asks: ({ on }, at) => stated(on, at) }],
  }),
  "claim-withdrawn": rule(instrumentEvents["claim-withdrawn"], {
    ways: [{ command: "withdraw-claim", about: addresseeKnown }],
  }),
  "reconsideration-requested": rule(instrumentEvents["reconsideration-requested"], {
    ways: [
      {
        command: "request-reconsideration",
        about: addresseeKnown,
        asks: ({ requestedOn }, at) => stated(requestedOn, at),
      },
    ],
  }),
  "dispute-reported": rule(instrumentEvents["dispute-reported"], {
    ways: [
      {
        command: "report-dispute",
        about: addresseeKnown,
        asks: ({ to, reportedOn }, at) => {
          const addressee = at.known.instruments.get(at.id)?.addressee;
          const isAbove = addressee !== undefined && mayArbitrate(to, { addressee, states: at.states, day: at.day });
          return isAbove ? stated(reportedOn, at) : "office-may-not";
        },
      },
    ],
    keep: ({ to }, { known, id }) => {
      const instrument = known.instruments.get(id);
      if (instrument !== undefined) known.instruments.set(id, { ...instrument, arbiter: officeKnown(known, to) });
    },
  }),
  "binding-answer-given": rule(instrumentEvents["binding-answer-given"], {
    ways: [
      {
        command: "give-binding-answer",
        about: (_, { known, id }) => known.instruments.get(id)?.arbiter,
        asks: ({ answeredOn }, at) => stated(answeredOn, at),
      },
    ],
  }),
  "minister-asked": rule(instrumentEvents["minister-asked"], {
    ways: [
      {
        command: "ask-minister",
        about: issuerKnown,
        asks: ({ by, askedOn }, at) =>
          (by === at.actor.office ? supremeReason(at) : "actor-differs") ?? stated(askedOn, at),
      },
    ],
  }),
  "minister-answered": rule(instrumentEvents["minister-answered"], {
    ways: [
      {
        command: "record-minister-answer",
        about: issuerKnown,
        asks: ({ answeredOn }, at) => supremeReason(at) ?? stated(answeredOn, at),
      },
    ],
  }),
};

function supremeReason({ states, actor }: PlaceOf): AuthorityReason | undefined {
  return mayAskMinister(states.of("office", actor.office)) ? undefined : "office-may-not";
}
