/** What may have been done after all: acts without their link, parties to whom nothing was owed, enforcement that had stopped. */

import { describe, expect, test } from "vitest";
import type { Act, Subject } from "../../../src/law/act.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import type { EnforcementFile } from "../../../src/law/file.ts";
import { hasParty, isAddressee } from "../../../src/law/detection/doubts/addressee.ts";
import { mayBeAbout } from "../../../src/law/detection/doubts/may-be-about.ts";
import { enforcementGoesOn } from "../../../src/law/detection/doubts/standstill.ts";
import { openFile } from "../../../src/law/detection/open-file.ts";
import { openRuleBook } from "../../../src/law/detection/rule-book.ts";
import type { Series } from "../../../src/law/series.ts";
import { act, car, caseFile, creditor, day, deadlinesOf, debtorA, debtorB, decision, file, house } from "../given.ts";

const book = openRuleBook(currentEdition);
const open = (acts: readonly Act[], changes: Partial<EnforcementFile> = {}) => openFile(file(acts, changes), book);

const third: Subject = { kind: "party", id: "third" };
const partyA = { id: debtorA.id, side: "debtor" } as const;
const partyB = { id: debtorB.id, side: "debtor" } as const;
const partyC = { id: creditor.id, side: "creditor" } as const;
const related = { id: third.id, side: "related", addedOn: day("2026-08-10") } as const;
const parties = [partyA, partyB, partyC, related];

describe("a decision is owed to a party (26/2008 Art.39(1))", () => {
  const addressed = (to: Subject, of: readonly Act[], changes: Partial<EnforcementFile> = { parties }) => {
    const order = decision("coercion", "2026-08-20", { answers: of });
    const around = { open: open([...of, order], changes), act: order, subject: to, dueOn: undefined };
    return isAddressee({ ...around, startedOn: day("2026-08-20") });
  };
  const ofA = act("party-notified", debtorA, "2026-08-03");
  const ofCreditor = act("party-notified", creditor, "2026-08-03");
  const ofHouse = act("asset-seized", house, "2026-08-03");

  test("whom it is about, and not to the other debtor", () => {
    expect([debtorA, debtorB, creditor].map((to) => addressed(to, [ofA]))).toEqual([true, false, true]);
  });

  test("on both sides where it is about none, and where it is about the creditor it is owed to the debtors too", () => {
    expect([debtorA, debtorB, creditor].map((to) => addressed(to, []))).toEqual([true, true, true]);
    expect([debtorA, creditor].map((to) => addressed(to, [ofCreditor]))).toEqual([true, true]);
  });

  test("but not surely to a debtor where it is about an asset and there are two debtors", () => {
    expect([debtorA, debtorB, creditor].map((to) => addressed(to, [ofHouse]))).toEqual([false, false, true]);
    expect(addressed(debtorA, [ofHouse], { parties: [partyA, partyC] })).toBe(true);
    expect(addressed(debtorA, [ofHouse, ofA])).toBe(true);
  });

  test("of another side only where it names nobody and no asset, and from the day on which they joined", () => {
    expect([addressed(third, []), addressed(third, [ofA]), addressed(third, [ofHouse])]).toEqual([true, false, false]);
    const joined = (addedOn: string) => ({
      parties: [partyA, partyB, partyC, { ...related, addedOn: day(addedOn) }],
    });
    expect(addressed(third, [], joined("2026-08-20"))).toBe(true);
    expect(addressed(third, [], joined("2026-08-21"))).toBe(false);
  });

  test("while what is no party is always addressed", () => {
    expect(addressed(house, [ofA])).toBe(true);
  });
});

test("a file has a party in prison, or of unknown address, if one is", () => {
  const of = (fact: object) => open([], { parties: [partyA, { ...partyB, ...fact }] });
  for (const is of ["in-prison", "address-unknown"] as const) {
    expect(hasParty(of({}), is)).toBe(false);
    expect(hasParty(of(is === "in-prison" ? { inPrison: true } : { addressUnknown: true }), is)).toBe(true);
    expect(hasParty(of(is === "in-prison" ? { addressUnknown: true } : { inPrison: true }), is)).toBe(false);
  }
});

describe("two acts may be about the same thing", () => {
  const started = act("party-notified", debtorA, "2026-08-03");
  const about = (one: Act, of: Subject = debtorA, before: readonly Act[] = []) =>
    mayBeAbout(open([started, ...before, one], { parties }), one, started, of);

  test("when one is about the whole case", () => {
    expect(about(act("file-opened", caseFile, "2026-08-10"))).toBe(true);
    expect(about(act("request-received", { kind: "intake", id: "intake" }, { receivedOn: "2026-08-10" }))).toBe(true);
  });

  test("when it is about the same party, and not about another one of the side", () => {
    expect(about(act("conditions-verified", debtorA, "2026-08-10"))).toBe(true);
    expect(about(act("conditions-verified", debtorB, "2026-08-10"))).toBe(false);
  });

  test("when it goes back to nothing that sets them apart", () => {
    const ofA = act("conditions-verified", debtorA, "2026-08-05");
    const ofB = act("conditions-verified", debtorB, "2026-08-05");
    const order = (...answers: readonly Act[]) => decision("coercion", "2026-08-10", { answers });
    expect(about(order())).toBe(true);
    expect(about(order(ofA), debtorA, [ofA])).toBe(true);
    expect(about(order(ofB), debtorA, [ofB])).toBe(false);
    expect(about(order(ofA, ofB), debtorA, [ofA, ofB])).toBe(true);
    const toCreditor = act("party-notified", creditor, "2026-08-05");
    expect(about(order(toCreditor), debtorA, [toCreditor])).toBe(true);
  });

  test("an asset or a sum of another kind sets nothing apart, another asset does", () => {
    const seized = act("asset-seized", house, "2026-08-10");
    expect(about(seized)).toBe(true);
    expect(mayBeAbout(open([seized]), act("price-fixed", car, "2026-08-12"), seized, house)).toBe(false);
    expect(mayBeAbout(open([seized]), act("price-fixed", house, "2026-08-12"), seized, house)).toBe(true);
  });
});

describe("enforcement goes on (26/2008 Arts.48-50; 106/2025 Arts.46-49)", () => {
  const started = act("party-notified", debtorA, "2026-08-10");
  const goesOn = (acts: readonly Act[], dueOn = "2026-08-20") =>
    enforcementGoesOn({
      open: open([started, ...acts], { parties }),
      act: started,
      subject: debtorA,
      startedOn: day("2026-08-10"),
      dueOn: dueOn === "never" ? undefined : day(dueOn),
    });
  const of = (kind: string, on: string, ...answers: readonly Act[]) => decision(kind, on, { answers });

  test("unless it was halted by the day that starts the clock; a later halt is an excuse of its own", () => {
    for (const kind of ["postponement", "suspension", "termination"]) {
      expect([goesOn([of(kind, "2026-08-10")]), goesOn([of(kind, "2026-08-11")])]).toEqual([false, true]);
    }
    expect(goesOn([act("cassation-suspension-received", caseFile, { receivedOn: "2026-08-10" })])).toBe(false);
    expect(goesOn([act("case-ended", caseFile, "2026-08-10")])).toBe(false);
    expect(goesOn([of("coercion", "2026-08-10")])).toBe(true);
  });

  test("again once it was resumed, between the halt and the start", () => {
    const halt = of("postponement", "2026-07-20");
    const at = (on: string) => goesOn([halt, of("resumption", on)]);
    expect(["2026-07-19", "2026-07-20", "2026-08-10", "2026-08-11"].map(at)).toEqual([false, true, true, false]);
  });

  test("for the other debtor", () => {
    const ofB = act("conditions-verified", debtorB, "2026-07-10");
    expect(goesOn([ofB, of("postponement", "2026-07-20", ofB)])).toBe(true);
  });

  test("unless the case left the agency by the due day, and no decision was made in its place", () => {
    const enforcement = of("enforcement", "2026-07-01");
    for (const kind of ["delegation", "withdrawal", "annulment"]) {
      const left = (on: string) => goesOn([enforcement, of(kind, on)]);
      expect([left("2026-08-20"), left("2026-08-21")]).toEqual([false, true]);
      expect(goesOn([enforcement, of(kind, "2026-09-30")], "never")).toBe(false);
    }
    const gone = of("withdrawal", "2026-07-20", enforcement);
    const again = (on: string) => goesOn([enforcement, gone, of("enforcement", on)]);
    expect(["2026-07-19", "2026-07-20", "2026-08-10", "2026-08-11"].map(again)).toEqual([false, true, true, false]);
  });

  test("where what was withdrawn is another decision", () => {
    const coercion = of("coercion", "2026-07-10");
    expect(goesOn([of("enforcement", "2026-07-01"), coercion, of("withdrawal", "2026-07-20", coercion)])).toBe(true);
    const enforcement = of("enforcement", "2026-07-01");
    expect(goesOn([enforcement, coercion, of("withdrawal", "2026-07-20", coercion, enforcement)])).toBe(false);
    expect(goesOn([started, of("withdrawal", "2026-07-20", started)])).toBe(false);
  });
});

describe("an act without its link takes the accusation away, and meets nothing", () => {
  const weights = (series: Series, acts: readonly Act[]) =>
    deadlinesOf(series, file(acts)).map(({ weight, metBy }) => [weight, metBy !== undefined]);
  const ground = act("ground-established", debtorA, "2026-08-03", { traits: { for: "coercion" } });
  const halt = act("ground-established", debtorA, "2026-08-03", { traits: { for: "postponement" } });

  test("from the day that started the clock to its due day", () => {
    const asked = act("certificate-requested", debtorA, { receivedOn: "2026-08-03" });
    const issued = (on: string) => weights("CERTIFY_RESULT", [asked, act("certificate-issued", caseFile, on)]);
    expect(["2026-08-02", "2026-08-03", "2026-08-06", "2026-08-07"].map(issued)).toEqual([
      [["violation", false]],
      [["hint", false]],
      [["hint", false]],
      [["violation", false]],
    ]);
  });

  test("but not where it names another start of the kind, or is about the other debtor", () => {
    const other = act("ground-established", debtorB, "2026-08-03", { traits: { for: "postponement" } });
    const named = decision("postponement", "2026-08-05", { answers: [other] });
    expect(weights("POSTPONE_DECISION", [halt, other, named])[0]).toEqual(["violation", false]);
    const ofB = act("conditions-verified", debtorB, "2026-07-10");
    const verified = decision("postponement", "2026-08-05", { answers: [ofB] });
    expect(weights("POSTPONE_DECISION", [halt, ofB, verified])).toEqual([["violation", false]]);
    expect(weights("POSTPONE_DECISION", [halt, ground, decision("coercion", "2026-08-05")])).toEqual([
      ["violation", false],
    ]);
  });
});
