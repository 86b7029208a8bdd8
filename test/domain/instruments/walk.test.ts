/** Any sequence of commands: what was decided can always be folded, and the clocks stay what they were. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, addDays } from "../../../src/base/day.ts";
import type { InstrumentCommand } from "../../../src/domain/instruments/commands/on-instrument.ts";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "../../../src/domain/instruments/commands/remedying.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "../../../src/domain/instruments/commands/disputing.ts";
import {
  closeInstrument,
  reopenInstrument,
  withdrawInstrument,
} from "../../../src/domain/instruments/commands/ending.ts";
import { contestDay, receiveInstrument, serveInstrument } from "../../../src/domain/instruments/commands/serving.ts";
import { answers, instrumentKinds, withdrawalReasons } from "../../../src/domain/instruments/events.ts";
import { instrumentFile } from "../../../src/domain/instruments/clocks.ts";
import { isSent } from "../../../src/domain/instruments/instrument.ts";
import { countsOf } from "../../../src/domain/instruments/settled.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import { deadlines } from "../../../src/law/detection/detection.ts";
import { drafted, type Sent, stateOf } from "../../kit/host/instrument.ts";

type Which = "none" | "first" | "second" | "both";
type Who = "procurator" | "chief" | "head" | "ministry" | "supreme";
interface Try {
  readonly command: InstrumentCommand<never, CommandName>;
  readonly who: Who;
  readonly body: (sent: Sent, findings: readonly string[]) => object;
}

function tried(command: unknown, who: Who, body: Try["body"] = () => ({})): Try {
  return { command: command as InstrumentCommand<never, CommandName>, who, body };
}

const partly = (findings: readonly string[], whole: object): object =>
  findings.length === 0 ? whole : { ...whole, findings };

const often = (arbitrary: fc.Arbitrary<Try>) => ({ arbitrary, weight: 6 });
/** The last steps of a long dispute, tried often so that some lives reach them. */
const always = (arbitrary: fc.Arbitrary<Try>) => ({ arbitrary, weight: 18 });
const seldom = (arbitrary: fc.Arbitrary<Try>) => ({ arbitrary, weight: 1 });

/** Steps that continue a life are frequent, steps that end it are rare. */
const tries = fc.oneof(
  often(
    fc
      .constantFrom(...answers)
      .map((answer) => tried(giveReply, "head", (_, findings) => ({ answers: [{ findings, answer, reason: "x" }] }))),
  ),
  often(fc.constant(tried(claimRemedy, "head", (_, findings) => ({ findings, entries: [1] })))),
  often(
    fc
      .constantFrom("confirmed", "not-confirmed")
      .map((outcome) => tried(verifyRemedy, "procurator", (_, findings) => ({ findings, outcome, reason: "x" }))),
  ),
  often(fc.constant(tried(requestReconsideration, "head", () => ({ reason: "x" })))),
  often(
    fc
      .constantFrom("maintained", "maintained", "withdrawn")
      .map((outcome) => tried(answerReconsideration, "chief", () => ({ outcome }))),
  ),
  often(fc.constant(tried(reportDispute, "head", ({ province }) => ({ to: province.ministry })))),
  often(
    fc
      .constantFrom("upheld", "overturned", "overturned")
      .map((outcome) => tried(giveBindingAnswer, "ministry", () => ({ outcome }))),
  ),
  always(fc.constant(tried(askMinister, "supreme"))),
  always(
    fc
      .constantFrom("upheld", "overturned")
      .map((outcome) => tried(recordMinisterAnswer, "supreme", () => ({ outcome }))),
  ),
  often(fc.constant(tried(closeInstrument, "procurator"))),
  often(fc.constant(tried(reopenInstrument, "procurator", () => ({ reason: "repeated" })))),
  seldom(fc.constant(tried(withdrawClaim, "head", (_, findings) => ({ findings })))),
  seldom(fc.constant(tried(contestDay, "head", () => ({ day: "receivedOn", stated: "2026-11-01", reason: "x" })))),
  seldom(
    fc
      .constantFrom(...withdrawalReasons)
      .map((reason) => tried(withdrawInstrument, "chief", (_, findings) => partly(findings, { reason }))),
  ),
);

const which = fc.constantFrom<Which>("none", "first", "first", "second", "second", "both", "both");
const step = fc.record({ what: tries, which, later: fc.integer({ min: 0, max: 9 }) });
/** Long enough to be answered, disputed, remedied, verified, closed and opened again. */
const lives: fc.Arbitrary<Life> = fc.record({
  kind: fc.constantFrom("protest", "protest", ...instrumentKinds),
  steps: fc.array(step, { minLength: 20, maxLength: 40 }),
});

function chosen({ findings: [first, second] }: Sent, which: Which): readonly string[] {
  return { none: [], first: [first], second: [second], both: [first, second] }[which];
}

function actor({ province }: Sent, who: Who) {
  if (who === "chief") return province.chief();
  if (who === "supreme") return province.acting(province.supreme, "chief-procurator");
  if (who === "head") return province.head();
  return who === "ministry" ? province.acting(province.ministry, "management-agency") : province.procurator();
}

/** True when the step was possible. The stage folds every event, by its schema, and makes its rows. */
function take(sent: Sent, { what, which, later }: { what: Try; which: Which; later: number }): boolean {
  const { province, instrument } = sent;
  province.stage.on(addDays(province.stage.today, later));
  if (what.command === undefined) return stateOf(sent).status === "drafted" && province.issue(instrument).ok;
  const body = { instrument, ...what.body(sent, chosen(sent, which)) };
  if (!what.command.input.safeParse(body).success) return false;
  const mayNow = what.command.mayNow(stateOf(sent));
  const isDone = province.stage.run(what.command, body, actor(sent, what.who)).ok;
  if (isDone) expect(mayNow, what.command.name).toBe(true);
  return isDone;
}

interface Life {
  readonly kind: (typeof instrumentKinds)[number];
  readonly steps: readonly { readonly what: Try; readonly which: Which; readonly later: number }[];
}

/** Lives one life, looks at it after each step that was possible, and tells the names of these. */
function live({ kind, steps }: Life, look: (sent: Sent) => void): readonly string[] {
  const sent = drafted(kind);
  // The first steps of every life, so that most go beyond them.
  for (const what of [
    tried(undefined, "chief"),
    tried(serveInstrument, "procurator", () => ({ channel: "hand" })),
    tried(receiveInstrument, "head"),
  ]) {
    take(sent, { what, which: "none", later: 0 });
  }
  const taken = steps.filter((one) => {
    const done = take(sent, one);
    if (done) look(sent);
    return done;
  });
  return taken.map(({ what }) => what.command?.name ?? "issue-instrument");
}

/** Roads too long for chance to come to their end in every run: to the Minister (law 106/2025 Art.113(3)), and back from the end. */
const longRoads: readonly Life[] = [
  [
    tried(giveReply, "head", (_, findings) => ({ answers: [{ findings, answer: "disagreed", reason: "x" }] })),
    tried(requestReconsideration, "head", () => ({ reason: "x" })),
    tried(answerReconsideration, "chief", () => ({ outcome: "maintained" })),
    tried(reportDispute, "head", ({ province }) => ({ to: province.ministry })),
    tried(giveBindingAnswer, "ministry", () => ({ outcome: "overturned" })),
    tried(askMinister, "supreme"),
    tried(recordMinisterAnswer, "supreme", () => ({ outcome: "upheld" })),
  ],
  [
    tried(giveReply, "head", (_, findings) => ({ answers: [{ findings, answer: "accepted" }] })),
    tried(claimRemedy, "head", (_, findings) => ({ findings, entries: [1] })),
    tried(withdrawClaim, "head", (_, findings) => ({ findings })),
    tried(claimRemedy, "head", (_, findings) => ({ findings, entries: [1] })),
    tried(contestDay, "head", () => ({ day: "receivedOn", stated: "2026-11-01", reason: "x" })),
    tried(verifyRemedy, "procurator", (_, findings) => ({ findings, outcome: "confirmed" })),
    tried(closeInstrument, "procurator"),
    tried(reopenInstrument, "procurator", () => ({ reason: "repeated" })),
  ],
  [tried(withdrawInstrument, "chief", () => ({ reason: withdrawalReasons[0] }))],
].map((road) => ({ kind: "protest", steps: road.map((what) => ({ what, which: "both", later: 0 })) }));

describe("any sequence of commands", () => {
  it("is folded without a fault, and its acts have ids of their own", () => {
    const taken = new Set<string>();
    fc.assert(
      fc.property(lives, (life) => {
        const names = live(life, (sent) => {
          const ids = instrumentFile(stateOf(sent)).acts.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        });
        for (const name of names) taken.add(name);
      }),
      { numRuns: 120, examples: longRoads.map((life) => [life]) },
    );
    // Lives in which no command is possible would prove nothing.
    expect([...taken].toSorted()).toEqual(afterReceipt);
  });

  it("never moves the due day of a clock: it is there with its day, or it is gone", () => {
    fc.assert(
      fc.property(lives, (life) => {
        const dues = new Map<string, Day | undefined>();
        live(life, (sent) => {
          for (const { key, dueOn } of deadlines(instrumentFile(stateOf(sent)))) {
            if (dues.has(key)) expect(dueOn).toBe(dues.get(key));
            dues.set(key, dueOn);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it("closes only what is settled, and counts no finding twice", () => {
    fc.assert(
      fc.property(lives, (life) => {
        live(life, (sent) => {
          const state = stateOf(sent);
          if (!isSent(state)) return;
          const counts = countsOf(state, state);
          if (state.status === "closed") expect(counts.settled).toBe(counts.findings);
          expect(counts.verified).toBeLessThanOrEqual(counts.settled);
          expect(counts.findings).toBe(2);
        });
      }),
      { numRuns: 60 },
    );
  });
});

const afterReceipt = [
  "answer-reconsideration",
  "ask-minister",
  "claim-correction",
  "close-instrument",
  "contest-day",
  "give-binding-answer",
  "give-reply",
  "record-minister-answer",
  "reopen-instrument",
  "report-dispute",
  "request-reconsideration",
  "verify-correction",
  "withdraw-claim",
  "withdraw-instrument",
];
