/** Every command at every moment of an instrument: what the moment does not allow is refused, and only that. */

import { describe, expect, it } from "vitest";
import type { Acting, Command } from "../../../src/domain/command.ts";
import { instrumentCommands } from "../../../src/domain/instruments/commands.ts";
import { discardDraft } from "../../../src/domain/instruments/commands/drafting.ts";
import { withdrawInstrument } from "../../../src/domain/instruments/commands/ending.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import { closed, drafted, issued, received, type Sent, served, stateOf } from "../../kit/host/instrument.ts";
import { signature } from "../../kit/host/province.ts";

const moments = ["drafted", "discarded", "issued", "served", "received", "closed", "withdrawn"] as const;
type Moment = (typeof moments)[number];
type OnInstrument = Exclude<(typeof instrumentCommands)[number]["name"], "draft-instrument" | "import-instrument">;

/** The table, written by hand: when a command is possible. */
const possible: Readonly<Record<OnInstrument, readonly Moment[]>> = {
  "discard-draft": ["drafted"],
  "issue-instrument": ["drafted"],
  "serve-instrument": ["issued"],
  "receive-instrument": ["served"],
  "contest-day": ["served", "received"],
  "give-reply": ["received"],
  "claim-correction": ["received"],
  "withdraw-claim": ["received"],
  "verify-correction": ["received"],
  "request-reconsideration": ["received"],
  "answer-reconsideration": ["received"],
  "report-dispute": ["received"],
  "give-binding-answer": ["received"],
  "ask-minister": ["received"],
  "record-minister-answer": ["received"],
  "withdraw-instrument": ["issued", "served", "received"],
  "close-instrument": ["received"],
  "reopen-instrument": ["closed"],
};

function reach(moment: Moment): Sent {
  switch (moment) {
    case "drafted":
      return drafted("protest");
    case "discarded": {
      const sent = drafted("protest");
      sent.province.does(discardDraft, { instrument: sent.instrument }, sent.province.procurator());
      return sent;
    }
    case "issued":
      return issued("protest");
    case "served":
      return served("protest");
    case "received":
      return received("protest");
    case "closed":
      return closed("protest");
    case "withdrawn": {
      const sent = issued("protest");
      sent.province.does(
        withdrawInstrument,
        { instrument: sent.instrument, reason: "ground-gone" },
        sent.province.chief(),
      );
      return sent;
    }
  }
}

function bodyOf(name: OnInstrument, { findings, province }: Sent): object {
  const part = { findings, entries: [1] };
  switch (name) {
    case "issue-instrument":
      return { issuedOn: province.stage.today, key: province.keyOf(province.area), signature };
    case "serve-instrument":
      return { channel: "post" };
    case "contest-day":
      return { day: "sentOn", stated: "2026-11-01", reason: "muộn" };
    case "give-reply":
      return { answers: [{ findings, answer: "accepted" }] };
    case "claim-correction":
      return part;
    case "withdraw-claim":
      return { findings };
    case "verify-correction":
      return { findings, outcome: "confirmed" };
    case "request-reconsideration":
      return { reason: "không nhất trí" };
    case "answer-reconsideration":
      return { outcome: "maintained" };
    case "report-dispute":
      return { to: province.ministry };
    case "give-binding-answer":
    case "record-minister-answer":
      return { outcome: "upheld" };
    case "withdraw-instrument":
      return { reason: "ground-gone" };
    case "reopen-instrument":
      return { reason: "repeated" };
    default:
      return {};
  }
}

/** The commands of the addressee. */
const addressee: readonly OnInstrument[] = [
  "receive-instrument",
  "contest-day",
  "give-reply",
  "claim-correction",
  "withdraw-claim",
  "request-reconsideration",
  "report-dispute",
];

/** Until then an instrument is the procuracy's own: to others a draft and no instrument at all look the same. */
const unserved: readonly Moment[] = ["drafted", "discarded", "issued", "withdrawn"];

/** An actor of the right office: the moment is tested, not the permission. */
function everyone({ province }: Sent, name: OnInstrument): Acting {
  if (name === "issue-instrument") return province.chief();
  return addressee.includes(name) ? province.head() : province.acting(province.area, "chief-procurator");
}

type Answer = "possible" | "wrong-moment" | "unknown-instrument";

/** What the status alone makes of the command; a refusal for another reason means that the moment is right. */
function answerTo(sent: Sent, command: Command<never, CommandName>, name: OnInstrument): Answer {
  const { stage } = sent.province;
  const input: unknown = command.input.parse({ instrument: sent.instrument, ...bodyOf(name, sent) });
  const context = {
    now: stage.now,
    today: stage.today,
    acting: everyone(sent, name),
    states: { of: stage.state.bind(stage) },
    logSize: stage.logSize,
    newId: () => stage.newId<never>(),
  };
  const outcome = command.decide(input as never, context);
  if (outcome.ok) return "possible";
  const { code, detail } = outcome.refusal;
  if (code === "unknown-instrument") return code;
  return code === "wrong-moment" && Object.keys(detail ?? {}).join() === "status" ? code : "possible";
}

const onInstrument = instrumentCommands.filter(
  (command): command is Extract<typeof command, { name: OnInstrument }> => command.name in possible,
);

describe.each(moments)("an instrument that is %s", (moment) => {
  it("was really brought there", () => {
    expect(stateOf(reach(moment)).status).toBe(moment);
  });

  it.each(onInstrument.map((command) => ({ name: command.name, command })))(
    "answers $name as the table says",
    ({ name, command }) => {
      const isOthers = addressee.includes(name) || name === "give-binding-answer";
      const refused = isOthers && unserved.includes(moment) ? "unknown-instrument" : "wrong-moment";
      expect(answerTo(reach(moment), command as never, name)).toBe(
        possible[name].includes(moment) ? "possible" : refused,
      );
    },
  );
});

describe.each(moments)("mayNow of each command on an instrument that is %s", (moment) => {
  it.each(onInstrument.map((command) => ({ name: command.name, command })))(
    "is never true for $name where the table says no",
    ({ name, command }) => {
      expect(command.mayNow(stateOf(reach(moment))) && !possible[name].includes(moment)).toBe(false);
    },
  );
});

it("the table has every command on an existing instrument", () => {
  const names = instrumentCommands
    .map(({ name }) => name)
    .filter((name) => name !== "draft-instrument" && name !== "import-instrument");
  expect(names.toSorted()).toEqual(Object.keys(possible).toSorted());
});
