/** Properties of detection for any acts, lawful or not, because a file records what really happened. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../../src/base/day.ts";
import { type Act, actEntry, actTypes, type Subject } from "../../../src/law/act.ts";
import { type Deadline, stateOn } from "../../../src/law/detection/deadline.ts";
import { assess, deadlines } from "../../../src/law/detection/detection.ts";
import { type CrossingPolicy, currentEdition } from "../../../src/law/edition.ts";
import { explain } from "../../../src/law/telling/sentences.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import { act, car, caseFile, day, debtorA, debtorB, decision, file, house, intake, subject } from "../given.ts";

const days: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 4500 }).map((after) => addDays(day("2015-01-01"), after));
const subjects: readonly Subject[] = [
  debtorA,
  debtorB,
  house,
  car,
  intake,
  caseFile,
  ...(["decision", "sum", "instrument"] as const).flatMap((kind) => [
    subject(kind, `${kind}-1`),
    subject(kind, `${kind}-2`),
  ]),
];

interface Drawn {
  readonly act: Act;
  /** The indexes of the acts that this one answers. */
  readonly answers: readonly number[];
}

const drawnAct = (on: fc.Arbitrary<Day>): fc.Arbitrary<Drawn> =>
  fc
    .record({
      type: fc.constantFrom(...actTypes),
      about: fc.nat(),
      on,
      code: fc.nat(),
      answers: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
    })
    .map(({ type, about, on, code, answers }) => {
      const entry = actEntry(type);
      const taken = subjects.filter(({ kind }) => entry.subjects.includes(kind));
      const said = [...Object.entries(entry.must ?? {}), ...(code % 2 === 0 ? Object.entries(entry.may ?? {}) : [])];
      const traits = said.map(([name, codes]) => [name, codes[code % codes.length] ?? ""]);
      const one = act(
        type,
        taken[about % taken.length] ?? caseFile,
        { [entry.days[0] ?? ""]: on },
        { traits: Object.fromEntries(traits) },
      );
      return { act: one, answers };
    });

/** Up to thirty acts in the order of recording, which need not be that of their days; answers may form circles. */
const drawnActsOf = (on: fc.Arbitrary<Day>): fc.Arbitrary<readonly Act[]> =>
  fc
    .array(drawnAct(on), { maxLength: 30 })
    .map((drawn) =>
      drawn.map((one) => ({ ...one.act, answers: one.answers.flatMap((at) => drawn[at]?.act.id ?? []) })),
    );

const drawnActs = drawnActsOf(days);
/** Acts within sixty days of the change of law, whose clocks cross it or just do not. */
const drawnAround = drawnActsOf(fc.integer({ min: -60, max: 60 }).map((after) => addDays(day("2026-07-01"), after)));

describe("for any acts", () => {
  test("no two obligations share a key, and each violation has a due day, a confirmed text and a known calendar", () => {
    fc.assert(
      fc.property(drawnActs, (acts) => {
        const found = deadlines(file(acts));
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
        for (const { weight, dueOn, provisional, doubts, mode, forbidden } of found) {
          if (weight === "hint") continue;
          expect([dueOn === undefined && !forbidden, provisional, doubts, mode === "period"]).toEqual([
            false,
            false,
            [],
            false,
          ]);
        }
      }),
    );
  });

  test("the days that a read model keeps give the same state as the whole assessment", () => {
    fc.assert(
      fc.property(drawnActs, days, (acts, today) => {
        const kept = new Map(deadlines(file(acts)).map((one) => [one.key, one]));
        for (const { key, state } of assess(file(acts), { today })) {
          const row = kept.get(key);
          expect(row && stateOn(row, today)).toBe(state);
        }
      }),
    );
  });

  test("only late and missed obligations carry a number of days late", () => {
    fc.assert(
      fc.property(drawnActs, days, (acts, today) => {
        for (const { state, daysLate = 0, workingDaysLate = 0 } of assess(file(acts), { today })) {
          expect(daysLate > 0).toBe(state === "late" || state === "missed");
          expect(workingDaysLate).toBeLessThanOrEqual(daysLate);
        }
      }),
    );
  });
});

describe("for any acts, under any policy of the change of law", () => {
  const policies = fc.constantFrom<CrossingPolicy>("law-of-the-starting-day", "new-law-from-its-day", "later-of-both");

  test("the same obligations arise, and only those that run across the change differ", () => {
    fc.assert(
      fc.property(drawnAround, policies, (acts, crossing) => {
        const kept = new Map(deadlines(file(acts)).map((one) => [one.key, one]));
        const found = deadlines(file(acts), { ...currentEdition, crossing });
        for (const one of found)
          if (!one.crossesTransition && one.trigger.endOf === undefined) expect(kept.get(one.key)).toEqual(one);
        const own = [...kept.values()].filter(({ trigger, mode }) => trigger.endOf === undefined && mode !== "ban");
        const arisen = new Set(found.map(({ key }) => key));
        expect(own.filter(({ key }) => !arisen.has(key))).toEqual([]);
      }),
    );
  });

  test("a ban is never missed or late, and no other mode is ever forbidden", () => {
    fc.assert(
      fc.property(drawnAround, days, policies, (acts, today, crossing) => {
        for (const { state, mode, metBy } of assess(file(acts), { today, edition: { ...currentEdition, crossing } })) {
          if (mode === "ban") expect(["open", "forbidden"]).toContain(state);
          else expect(state).not.toBe("forbidden");
          if (state === "forbidden") expect(metBy).toBeDefined();
        }
      }),
    );
  });

  test("every deadline has an explanation in both languages, which JSON carries unchanged", () => {
    fc.assert(
      fc.property(drawnAround, policies, (acts, crossing) => {
        const edition = { ...currentEdition, crossing };
        for (const one of deadlines(file(acts), edition)) {
          const why = explanationOf(one, edition);
          expect([why.dueOn, why.trigger.day]).toEqual([one.dueOn, one.startedOn]);
          expect(JSON.parse(JSON.stringify(why))).toEqual(why);
          expect([...explain(why, "vi"), ...explain(why, "en")].filter((line) => /undefined|NaN/.test(line))).toEqual(
            [],
          );
        }
      }),
    );
  });
});

describe("two debtors", () => {
  const enforced = decision("enforcement", "2021-01-04");
  const partyActs = (about: Subject): fc.Arbitrary<readonly Act[]> =>
    fc.array(
      fc
        .tuple(
          fc.constantFrom(
            "party-notified",
            "debtor-complied",
            "conditions-verified",
            "no-condition-ground-established",
          ),
          fc.integer({ min: 0, max: 400 }),
        )
        .map(([type, after]) =>
          act(type, about, addDays(day("2021-01-04"), after), { answers: type === "party-notified" ? [enforced] : [] }),
        ),
      { maxLength: 8 },
    );
  const owedFor = (who: Subject, acts: readonly Act[]): readonly Deadline[] =>
    deadlines(file(acts)).filter(({ subject: { id } }) => id === who.id);

  test("acts on one never change what is owed for the other", () => {
    fc.assert(
      fc.property(partyActs(debtorA), partyActs(debtorB), (ofA, ofB) => {
        expect(owedFor(debtorA, [enforced, ...ofB, ...ofA])).toEqual(owedFor(debtorA, [enforced, ...ofA]));
      }),
    );
  });
});
