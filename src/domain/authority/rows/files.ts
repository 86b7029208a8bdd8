/** Who may open an intake, a case or a register, record on it, correct it and disclose names of it. */

import type { ActId, CaseId, OfficeId } from "../../../base/ids.ts";
import type { DatedDay } from "../../../law/act.ts";
import type { EventOf } from "../../events.ts";
import { type KeptFile, keeperOf } from "../../files/act-file.ts";
import { sourceRefusal } from "../../files/acts.ts";
import { agencyAct } from "../../files/correcting-entry.ts";
import { caseEvents, intakeEvents, registerEvents } from "../../files/events.ts";
import { correctorRefusal, type Recorder, recordingSide } from "../../files/who-records.ts";
import { successorOf } from "../../offices/directory.ts";
import { fileKnown, officeKnown } from "../known.ts";
import { type NarrowAct, readAct } from "../narrow.ts";
import type { AuthorityReason } from "../reasons.ts";
import { narrowRule, type Place, type PlaceOf, rule } from "../rule.ts";

// Only what decides is parsed of it: the parties and assets would take longer.
const caseOpened = caseEvents["case-opened"]
  .pick({ case: true, intake: true, agency: true, act: true, decidedOn: true })
  .strip();
type Corrected = Extract<EventOf<"case">, { type: "act-corrected" }>["data"];

export const intakeRules = {
  "intake-opened": rule(intakeEvents["intake-opened"], {
    ways: [{ command: "open-intake", about: ({ agency }) => agency }],
    keep: ({ agency, court }, { known, id }) => {
      const of = court === undefined ? {} : { court: officeKnown(known, court) };
      known.intakes.set(id, { agency: officeKnown(known, agency), ...of });
    },
  }),
  "act-recorded": actRecorded("intake"),
  "act-corrected": actCorrected("intake"),
  "intake-decided": rule(intakeEvents["intake-decided"], {
    ways: [{ command: "open-case", about: keeper("intake"), together: true }],
    named: ({ case: opened, act }, { id }) => decidedName(id, opened, act),
  }),
};

export const caseRules = {
  "case-opened": rule(caseOpened, {
    ways: [
      {
        command: "open-case",
        about: ({ intake }, { known }) => known.intakes.get(intake)?.agency,
        asks: ({ intake, agency, decidedOn }, at) => {
          const from = at.known.intakes.get(intake)?.agency;
          if (from === undefined || successorOf(at.states, from, decidedOn.day) !== agency)
            return "affair-of-another-office";
          return reasonOfSources([decidedOn], at);
        },
      },
    ],
    leads: ({ case: opened, act, intake }) => ({ owed: [decidedName(intake, opened, act)] }),
    keep: ({ agency, intake }, { known, id }) => known.cases.set(id, { agency: officeKnown(known, agency), intake }),
  }),
  "party-added": rule(caseEvents["party-added"], {
    ways: [{ command: "add-party", about: keeper("case") }],
  }),
  "asset-added": rule(caseEvents["asset-added"], {
    ways: [{ command: "add-asset", about: keeper("case") }],
  }),
  "act-recorded": actRecorded("case"),
  "act-corrected": actCorrected("case"),
  "personal-disclosed": rule(caseEvents["personal-disclosed"], {
    ways: [{ command: "disclose-personal", about: keeper("case") }],
  }),
};

export const registerRules = {
  "register-opened": rule(registerEvents["register-opened"], {
    ways: [{ command: "open-register", about: ({ office }) => office }],
    keep: ({ office }, { known, id }) => known.registers.set(id, { office: officeKnown(known, office) }),
  }),
  "act-recorded": actRecorded("register"),
  "act-corrected": actCorrected("register"),
};

function actRecorded(kind: KeptFile["kind"]) {
  return narrowRule(readAct, {
    ways: [{ command: "record-act", about: keeper(kind), asks: (data, at) => recordingReason(data, kind, at) }],
    keep: ({ act, type, traits, by }, { known }) => {
      if (by !== undefined) known.otherActs.set(act, { type, traits, by });
    },
  });
}

function actCorrected(kind: KeptFile["kind"]) {
  return rule<Corrected>(caseEvents["act-corrected"], {
    ways: [{ command: "correct-act", about: keeper(kind), asks: (data, at) => correctingReason(data, kind, at) }],
    keep: (data, { known }) => {
      const act = known.otherActs.get(data.act);
      if (act !== undefined && data.field === "traits") known.otherActs.set(data.act, { ...act, traits: data.after });
    },
  });
}

function recordingReason(act: NarrowAct, kind: KeptFile["kind"], at: PlaceOf): AuthorityReason | undefined {
  const file = fileKnown(at.known, kind, at.id);
  const side = file && recordingSide(act, file, recorder(at));
  if (side === undefined || side !== (act.by ?? "agency")) return "side-differs";
  return reasonOfSources(act.days, at);
}

/** correctingReason takes an act of no other side for one that any agency records: of the rest only the side counts. */
function correctingReason(data: Corrected, kind: KeptFile["kind"], at: PlaceOf): AuthorityReason | undefined {
  const file = fileKnown(at.known, kind, at.id);
  const act = at.known.otherActs.get(data.act) ?? agencyAct;
  if (file === undefined || correctorRefusal(act, file, recorder(at)) !== undefined) return "side-differs";
  const isDay = data.field !== "subject" && data.field !== "answers" && data.field !== "traits";
  return isDay && data.after !== undefined ? reasonOfSources([data.after], at) : undefined;
}

function reasonOfSources(days: readonly (DatedDay | undefined)[], at: PlaceOf): AuthorityReason | undefined {
  const asked = { today: at.day, acting: at };
  return days.some((on) => on !== undefined && sourceRefusal(on, "", asked) !== undefined)
    ? "source-not-theirs"
    : undefined;
}

function recorder({ actor, roles, day, states }: PlaceOf): Recorder {
  return { acting: { office: actor.office, roles }, today: day, states };
}

function keeper(kind: KeptFile["kind"]) {
  return (_: unknown, { known, id }: Place): OfficeId | undefined => {
    const file = fileKnown(known, kind, id);
    return file && keeperOf(file);
  };
}

function decidedName(intake: string, opened: CaseId, act: ActId): string {
  return `intake-decided ${intake} ${opened} ${act}`;
}
