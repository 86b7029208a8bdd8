/** Every command on the directory, intakes and cases, in every state of its subject; what is decided can always be folded. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Id, OfficeId } from "../../src/base/ids.ts";
import {
  addAsset,
  addParty,
  correctAct,
  disclosePersonal,
  openCase,
  recordAct,
} from "../../src/domain/files/commands.ts";
import {
  assignSupervision,
  closeOffice,
  endRole,
  grantRole,
  openOffice,
  registerKey,
  registerPerson,
} from "../../src/domain/offices/commands.ts";
import type { Acting } from "../../src/domain/command.ts";
import { actEntry, actTypes } from "../../src/law/act.ts";
import { Docket } from "../kit/host/docket.ts";
import { document } from "../kit/host/province.ts";

const today = "2026-11-23";
const nobody = "f".repeat(32);

describe("an office", () => {
  const states = ["unknown", "open", "closed"] as const;
  /** The answer of each command when the office is unknown, open, or closed since 2025-07-01. */
  const table = {
    "close-office": ["unknown-office", "ok", "wrong-moment"],
    "assign-supervision: of it": ["unknown-office", "ok", "ok"],
    "assign-supervision: to it": ["unknown-office", "ok", "office-closed"],
    "grant-role": ["unknown-office", "ok", "office-closed"],
    "open-office: below it": ["unknown-office", "ok", "ok"],
  } as const;
  const asked = Object.entries(table).flatMap(([command, answers]) =>
    states.map((state, i) => ({ command, state, answer: answers[i] })),
  );

  it.each(asked)("that is $state answers $command with $answer", ({ command, state, answer }) => {
    const { province } = new Docket(today);
    if (state === "closed") province.close(province.district, "2025-07-01", province.area);
    const office = state === "unknown" ? nobody : province.district;
    const outcome = ask(province, command, office);
    expect(outcome.ok ? "ok" : outcome.refusal.code).toBe(answer);
  });

  function ask(province: Docket["province"], command: string, office: string) {
    const { stage, agency, area, operator } = province;
    const by = province.acting(operator, "directory-administrator");
    if (command === "close-office") return stage.run(closeOffice, { office, closedOn: today }, by);
    if (command === "assign-supervision: of it")
      return stage.run(assignSupervision, { office, procuracy: area, from: today }, by);
    if (command === "assign-supervision: to it")
      return stage.run(assignSupervision, { office: agency, procuracy: office, from: today }, by);
    if (command === "grant-role") {
      const [person] = province.does(registerPerson, { name: "a", login: stage.newId<Id<"login">>() }, by);
      return stage.run(grantRole, { person: person?.id, office, role: "procurator", from: today }, by);
    }
    return stage.run(
      openOffice,
      { code: "x", kind: "area-procuracy", name: "x", superior: office, openedOn: today },
      by,
    );
  }
});

describe("a person that nobody registered", () => {
  it.each([
    [
      "is granted no role",
      grantRole,
      (office: OfficeId) => ({ person: nobody, office, role: "procurator", from: today }),
    ],
    ["loses no role", endRole, (office: OfficeId) => ({ person: nobody, office, role: "procurator", endedOn: today })],
    ["has no key", registerKey, () => ({ person: nobody, publicKey: "A".repeat(43) })],
  ] as const)("%s", (...[, command, body]) => {
    const { province } = new Docket(today);
    const by = province.acting(province.operator, "directory-administrator");
    const run = () => {
      if (command === grantRole) return province.stage.run(grantRole, body(province.area), by);
      return command === endRole
        ? province.stage.run(endRole, body(province.area), by)
        : province.stage.run(registerKey, body(province.area), by);
    };
    expect(run()).toMatchObject({ refusal: { code: "unknown-person", at: "/person" } });
  });
});

describe("a case or an intake that does not exist", () => {
  const docket = new Docket(today);
  const { stage } = docket.province;
  const { officer } = docket;
  const stranger = docket.province.acting(docket.province.agency, "auditor");
  const context = { on: { case: nobody } };
  const act = { ...context, type: "case-ended", days: { happenedOn: document(today) } };
  const correction = { ...context, act: nobody, field: "answers", after: [], reason: "x" };

  it.each([
    ["open-case", "/intake", (by) => stage.run(openCase, { intake: nobody, decidedOn: document(today) }, by)],
    ["add-party", "/case", (by) => stage.run(addParty, { case: nobody, side: "debtor" }, by)],
    ["add-asset", "/case", (by) => stage.run(addAsset, { case: nobody, kind: "money" }, by)],
    ["record-act", "/on/case", (by) => stage.run(recordAct, act, by)],
    ["correct-act", "/on/case", (by) => stage.run(correctAct, correction, by)],
    ["disclose-personal", "/case", (by) => stage.run(disclosePersonal, { case: nobody, purpose: "audit" }, by)],
  ] as [string, string, (by: Acting) => ReturnType<typeof stage.run>][])(
    "is named as missing to whoever may %s for some office, and to nobody else",
    (_, at, run) => {
      const code = at === "/intake" ? "unknown-intake" : "unknown-case";
      expect(run(officer)).toMatchObject({ refusal: { code, at } });
      expect(run(stranger)).toMatchObject({ refusal: { code: "not-permitted" } });
    },
  );

  it("is named to a court, which may record on any intake that names it", () => {
    const court = docket.province.acting(docket.province.court, "court-officer");
    const body = { on: { intake: nobody }, type: "judgment-transferred", days: { sentOn: document(today) } };
    expect(stage.run(recordAct, body, court)).toMatchObject({ refusal: { code: "unknown-intake", at: "/on/intake" } });
  });
});

describe("whatever is asked of a case", () => {
  const someDay = fc.constantFrom("2026-11-02", "2026-11-20", "2026-11-24").map((on) => document(on));
  const days = fc.record({ happenedOn: someDay, sentOn: someDay, receivedOn: someDay }, { requiredKeys: [] });
  const traits = fc.constantFrom({}, { decision: "coercion" }, { decision: "enforcement" }, { result: "executable" });
  const ask = fc.record({
    type: fc.constantFrom(...actTypes),
    pick: fc.nat(20),
    answers: fc.array(fc.nat(20), { maxLength: 2 }),
    days,
    traits,
    correct: fc.boolean(),
  });

  it("what is decided can be folded, and a refusal changes nothing", () => {
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 12 }), (asks) => {
        const docket = new Docket(today);
        const { on } = docket.case();
        for (const each of asks) {
          const before = docket.province.stage.state("case", on.case);
          const outcome = attempt(docket, on, each);
          const after = docket.province.stage.state("case", on.case);
          if (outcome.ok) expect(after).not.toEqual(before);
          else expect(after).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  type Ask = typeof ask extends fc.Arbitrary<infer T> ? T : never;

  function attempt(
    docket: Docket,
    on: ReturnType<Docket["case"]>["on"],
    { type, pick, answers, days: when, traits: codes, correct }: Ask,
  ) {
    const state = docket.province.stage.state("case", on.case);
    const acts = state?.acts ?? [];
    const named = answers.flatMap((place) => acts[place]?.id ?? []);
    const known = [...(state?.parties ?? []), ...(state?.assets ?? []), ...acts.map(({ subject }) => subject)].map(
      ({ id }) => id,
    );
    const kinds = actEntry(type).subjects;
    const subject = { kind: kinds[pick % kinds.length], id: known[pick % known.length] };
    const act = acts[pick % acts.length]?.id;
    if (correct && act !== undefined) return docket.askCorrection(on, act, { field: "answers", after: named });
    return docket.ask(on, { type, days: when, traits: codes, answers: named, ...(pick % 3 === 0 ? {} : { subject }) });
  }
});
