/**
 * What takes two persons: a change of the directory and an edition of the law, proposed by one and adopted by another in the
 * same words. A person is one whatever login, office or role they act in. And what one administrator may not do alone.
 */

import { commitment } from "../../../src/domain/field.ts";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/day.ts";
import type { KnownBefore } from "../../../src/domain/authority/known.ts";
import type { PersonState } from "../../../src/domain/offices/person.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { dayIn, entryOf, type Forgeable, personIn, reasonOf } from "../../kit/log/forging.ts";

const province = await everyEvent();
const { log, administrator, second, here, keepers } = province;
const nobody = "0123456789abcdef0123456789abcdef";
const entry = (made: string, by = made.startsWith("edition") ? "law-keeper" : "directory-administrator") =>
  entryOf(log, { made, by });

function dataOf({ event }: Forgeable): Readonly<Record<string, unknown>> {
  return { ...(event["data"] as object) };
}

/** The reason against the entry with other data, by another actor, after a change. */
function said(of: Forgeable, data: object, actor: object = personIn(of), change?: (known: KnownBefore) => void) {
  return reasonOf(of, { data: { ...dataOf(of), ...data }, actor }, change);
}

function changePerson(person: string, change: (state: PersonState) => PersonState) {
  return (known: KnownBefore): void => {
    const state = known.persons.get(person);
    if (state === undefined) throw new Error("nobody");
    known.persons.set(person, change(state));
  };
}

/** Gives the person every role that the actor of the entry has, also at another office, for which they act. */
function holding(person: string, of: Forgeable) {
  const { role, office } = personIn(of);
  const from = addDays(dayIn(of), -1);
  return changePerson(person, (state) => ({
    ...state,
    grants: [...state.grants, ...[office, here.chief.office].map((at) => ({ office: at, role, from }))],
  }));
}

describe("a change of the directory", () => {
  const adopted = entry("directory change-adopted");
  const proposer = String(dataOf(adopted)["proposedBy"]);

  it("is adopted by another person, whatever they name and for whatever office they act", () => {
    expect(said(adopted, {})).toBeUndefined();
    const byProposer = { ...personIn(adopted), person: proposer };
    expect(said(adopted, { by: proposer }, byProposer)).toBe("not-by-two");
    const elsewhere = { ...byProposer, office: here.chief.office };
    expect(said(adopted, { by: proposer }, elsewhere, holding(proposer, adopted))).toBe("not-by-two");
    expect(said(adopted, { by: proposer, proposedBy: second.person }, byProposer)).toBe("not-by-two");
    expect(said(adopted, { by: second.person }, byProposer)).toBe("actor-differs");
    expect(said(adopted, { proposedBy: nobody })).toBe("not-by-two");
  });

  it("is adopted in the words that were proposed, while they still are a proposal, of an administrator", () => {
    expect(said(adopted, { digest: "0".repeat(64) })).toBe("not-by-two");
    expect(said(adopted, { proposal: nobody })).toBe("not-by-two");
    const unproposed = (known: KnownBefore): void => {
      known.directory = undefined;
    };
    expect(said(adopted, {}, personIn(adopted), unproposed)).toBe("not-by-two");
    const fallen = changePerson(proposer, (state) => ({ ...state, grants: [] }));
    expect(said(adopted, {}, personIn(adopted), fallen)).toBe("not-by-two");
  });

  it("is proposed in one's own name, and for another person", () => {
    const proposed = entry("directory change-proposed");
    expect(said(proposed, { by: second.person })).toBe("actor-differs");
    const change = { ...(dataOf(proposed)["change"] as object), person: personIn(proposed).person };
    expect(said(proposed, { change })).toBe("to-oneself");
  });

  it("is refused by another, and withdrawn by the one who proposed it", () => {
    const refused = entry("directory change-refused");
    expect(said(refused, {})).toBeUndefined();
    expect(said(refused, { by: administrator.person })).toBe("actor-differs");
    const own = { ...personIn(refused), person: administrator.person };
    expect(said(refused, { by: administrator.person }, own)).toBe("not-by-two");
    const withdrawn = entry("directory change-withdrawn");
    expect(said(withdrawn, {})).toBeUndefined();
    expect(said(withdrawn, { by: second.person })).toBe("actor-differs");
    const other = { ...personIn(withdrawn), person: second.person };
    expect(said(withdrawn, { by: second.person }, other)).toBe("actor-differs");
  });

  it.each(["directory change-refused", "directory change-withdrawn"])("%s: there is such a proposal", (made) => {
    expect(said(entry(made), { proposal: nobody })).toMatch(/directory-contradicts|actor-differs/);
  });
});

describe("an edition of the law", () => {
  const adopted = entry("edition law-adopted");
  const [proposer, adopter] = keepers;

  it("is adopted by another person, whatever they name and for whatever office they act", () => {
    expect(said(adopted, {})).toBeUndefined();
    const own = { ...personIn(adopted), person: proposer.person };
    expect(said(adopted, { by: proposer.person }, own)).toBe("not-by-two");
    const elsewhere = { ...own, office: here.chief.office };
    expect(said(adopted, { by: proposer.person }, elsewhere, holding(proposer.person, adopted))).toBe("not-by-two");
    expect(said(adopted, { by: adopter.person }, own)).toBe("actor-differs");
    expect(said(adopted, { proposedBy: adopter.person })).toBe("not-by-two");
    expect(said(adopted, { proposedBy: nobody })).toBe("not-by-two");
  });

  it("is adopted with the digest and the number that were proposed", () => {
    expect(said(adopted, { digest: "0".repeat(64) })).toBe("not-by-two");
    expect(said(adopted, { edition: 99 })).toBe("not-by-two");
    const unproposed = (known: KnownBefore): void => {
      known.edition = undefined;
    };
    expect(said(adopted, {}, personIn(adopted), unproposed)).toBe("not-by-two");
  });

  it("names as superseded the edition that counted before it, unless that is the same", () => {
    const { edition, digest } = dataOf(adopted);
    expect(said(adopted, { supersedes: { edition: 7, digest: "7".repeat(64) } })).toBe("superseded-differs");
    expect(said(adopted, { supersedes: { edition, digest } })).toBe("superseded-differs");
    const afterAnother = (known: KnownBefore): void => {
      known.opening = { edition: 1, digest: commitment.parse("1".repeat(64)) };
    };
    expect(said(adopted, {}, personIn(adopted), afterAnother)).toBe("superseded-differs");
  });

  it("is proposed in one's own name", () => {
    expect(said(entry("edition law-proposed"), { by: adopter.person })).toBe("actor-differs");
  });

  it("moves due days only if it was adopted, in the place of the one that it names", () => {
    const moved = entry("superseding due-days-moved", "sweep");
    expect(reasonOf(moved)).toBeUndefined();
    const { from, to } = dataOf(moved);
    expect(reasonOf(moved, { data: { ...dataOf(moved), from: to } })).toBe("system-may-not");
    expect(reasonOf(moved, { data: { ...dataOf(moved), to: from } })).toBe("system-may-not");
    expect(reasonOf(moved, {}, (known) => (known.edition = undefined))).toBe("system-may-not");
  });
});

describe("one administrator alone", () => {
  const granted = entry("person role-granted");

  it("gives no strong role, and nothing as if another had proposed it", () => {
    expect(said(granted, {})).toBeUndefined();
    expect(said(granted, { proposedBy: second.person })).toMatch(/not-by-two|made-alone/);
    expect(said(granted, { by: second.person })).toBe("actor-differs");
    const operator = { office: administrator.office };
    for (const role of ["law-keeper", "directory-administrator", "importer"])
      expect([role, said(granted, { ...operator, role })]).toEqual([role, "not-by-two"]);
  });

  it("gives no role from a past day, to themself, at an office that is closed or does not give it", () => {
    expect(said(granted, { from: addDays(dayIn(granted), -1) })).toBe("backdated");
    const toSelf = { ...granted, event: { ...granted.event, stream: `person/${administrator.person}` } };
    expect(said(toSelf, {})).toBe("to-oneself");
    expect(said(granted, { office: nobody })).toMatch(/office-not-open|made-alone/);
    expect(said(granted, { role: "court-officer" })).toBe("role-not-of-office");
    const office = String(dataOf(granted)["office"]);
    const closed = (known: KnownBefore): void => {
      const state = known.offices.get(office);
      if (state !== undefined) known.offices.set(office, { ...state, closedOn: dayIn(granted) });
    };
    expect(said(granted, {}, personIn(granted), closed)).toMatch(/office-not-open|made-alone/);
  });

  it("ends no role in the past, and not that of the last two administrators", () => {
    const ended = entry("person role-ended");
    expect(said(ended, { endedOn: addDays(dayIn(ended), -1) })).toBe("backdated");
    const last = { ...ended, event: { ...ended.event, stream: `person/${second.person}` } };
    const role = { role: "directory-administrator", office: second.office };
    expect(said(last, role)).toBe("too-few-administrators");
    const third = (known: KnownBefore): void => {
      holding(here.head.person, ended)(known);
      if (known.directory === undefined) throw new Error("no directory");
      known.directory = { ...known.directory, administrators: [...known.directory.administrators, here.head.person] };
    };
    expect(said(last, role, personIn(ended), third)).toBeUndefined();
    // Another role of an administrator is no seat of theirs.
    const auditor = changePerson(second.person, (state) => ({
      ...state,
      grants: [...state.grants, { office: second.office, role: "auditor", from: addDays(dayIn(ended), -1) }],
    }));
    expect(said(last, { role: "auditor", office: second.office }, personIn(ended), auditor)).toBeUndefined();
  });

  it("registers no key from another day, to themself or of a strong role, and revokes from today", () => {
    const key = entry("person key-registered");
    expect(said(key, {}, personIn(key), (known) => void known)).toBe(reasonOf(key));
    expect(said(key, { from: addDays(dayIn(key), -1) })).toBe("backdated");
    const plain = { ...key, event: { ...key.event, stream: `person/${here.head.person}` } };
    const alone = { by: personIn(key).person, proposedBy: undefined };
    expect(said(plain, alone)).toBeUndefined();
    expect(said(plain, { ...alone, by: nobody })).toBe("actor-differs");
    const toSelf = { ...key, event: { ...key.event, stream: `person/${personIn(key).person}` } };
    expect(said(toSelf, alone)).toBe("to-oneself");
    const strong = { ...key, event: { ...key.event, stream: `person/${keepers[0].person}` } };
    expect(said(strong, alone)).toBe("not-by-two");
    const revoked = entry("person key-revoked");
    expect(said(revoked, { revokedOn: addDays(dayIn(revoked), -1) })).toBe("backdated");
    expect(said(revoked, { revokedOn: addDays(dayIn(revoked), 1) })).toBe("backdated");
    expect(said(revoked, { key: nobody })).toBe("directory-contradicts");
  });

  it("closes no office and assigns no supervision in the past", () => {
    const closed = entry("office office-closed");
    expect(said(closed, {})).toBeUndefined();
    expect(said(closed, { closedOn: addDays(dayIn(closed), -1) })).toBe("not-by-two");
    expect(said(closed, { by: nobody })).toBe("actor-differs");
    const assigned = entry("office supervision-assigned");
    expect(said(assigned, {})).toBeUndefined();
    expect(said(assigned, { from: addDays(dayIn(assigned), -1) })).toBe("not-by-two");
    expect(said(assigned, { procuracy: here.officer.office })).toBe("office-may-not");
    expect(said(assigned, { procuracy: nobody })).toMatch(/office-not-open|made-alone/);
  });
});

describe("the system that names administrators", () => {
  const [office, login, person, grant, named] = [
    "office office-opened",
    "login login-linked",
    "person person-registered",
    "person role-granted",
    "directory administrators-named",
  ].map((made) => entry(made, "opening"));
  const data = (of: Forgeable | undefined, change: object) =>
    of && reasonOf(of, { data: { ...dataOf(of), ...change } });

  it("opens the operator's office once, registers whom it linked, and gives that role only, at that office", () => {
    expect(data(office, {})).toBeUndefined();
    expect(data(office, { kind: "court" })).toBe("system-may-not");
    expect(data(person, { person: nobody })).toBe("system-may-not");
    expect(data(grant, {})).toBeUndefined();
    expect(data(grant, { role: "law-keeper" })).toBe("system-may-not");
    expect(data(grant, { from: "2020-01-01" })).toBe("system-may-not");
    expect(data(grant, { until: "2030-01-01" })).toBe("system-may-not");
    expect(data(grant, { by: nobody })).toBe("system-may-not");
    expect(data(grant, { office: nobody })).toBe("system-may-not");
  });

  it("opens no second office, and goes on only right after what it did", () => {
    const again = login && { ...login, event: { ...office?.event, stream: `office/${nobody}` } };
    expect(again && reasonOf(again, { data: { ...dataOf(again), office: nobody } })).toBe("system-may-not");
    expect(named && reasonOf({ ...named, index: named.index + 1 })).toBe("system-may-not");
    expect(named && reasonOf(named, {}, (known) => (known.founding = undefined))).toBe("system-may-not");
    expect(person && reasonOf(person, {}, (known) => (known.recording = undefined))).toBe("system-may-not");
    expect(person && reasonOf({ ...person, index: person.index + 1 })).toBe("system-may-not");
  });
});
