/**
 * Every type of event × whoever might pass for the one who made it: another person, role, office or day, the system, another
 * office's affair. Each is found at its index, with its reason; and each role that may, is right.
 */

import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/day.ts";
import { openAuthority, readAuthority } from "../../../src/domain/authority/authority.ts";
import type { KnownBefore } from "../../../src/domain/authority/known.ts";
import { type Role, roles, streamKinds } from "../../../src/domain/event.ts";
import { id } from "../../../src/domain/field.ts";
import type { Grant } from "../../../src/domain/offices/person.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { dayIn, type Forgeable, personIn, reasonOf } from "../../kit/log/forging.ts";
import { eventOf } from "../../kit/log/pure-log.ts";

interface Sample extends Forgeable {
  readonly type: string;
  readonly kind: string;
}

const province = await everyEvent();
const nobody = "0123456789abcdef0123456789abcdef";

/** The first entry of each type, for each role that made it. */
const samples: readonly Sample[] = (() => {
  const audit = openAuthority();
  const found = new Map<string, Sample>();
  for (const [index, entry] of province.log.entries.entries()) {
    const event = eventOf(entry);
    const { stream, type, actor: who } = event;
    const kind = String(stream).split("/")[0] ?? "";
    const name = `${kind} ${String(type)} ${String(Object.entries(who as object).find(([key]) => key !== "person" && key !== "office"))}`;
    if (!found.has(name))
      found.set(name, { index, event, type: String(type), kind, known: structuredClone(audit.known) });
    readAuthority(audit, { index, event: entry, isSealed: true });
  }
  return [...found.values()];
})();

/** The end of the log, and all that its entries say. */
const endOfLog = (() => {
  const audit = openAuthority();
  for (const [index, entry] of province.log.entries.entries())
    readAuthority(audit, { index, event: entry, isSealed: true });
  return { index: province.log.entries.length, known: audit.known };
})();

function named({ kind, type, event }: Sample): string {
  const { role, system }: { role?: string; system?: string } = JSON.parse(JSON.stringify(event["actor"]));
  return `${kind} ${type} by ${role ?? system}`;
}

/** Gives the person of the sample these grants only. */
function withGrants(sample: Sample, grants: readonly Partial<Grant>[]) {
  const { person, office, role } = personIn(sample);
  return (known: KnownBefore): void => {
    const state = known.persons.get(person);
    if (state === undefined) throw new Error("nobody");
    const from = addDays(dayIn(sample), -30);
    known.persons.set(person, { ...state, grants: grants.map((each) => ({ office, role, from, ...each })) });
  };
}

const byPersons = samples
  .filter(({ event }) => Object.hasOwn(event["actor"] as object, "person"))
  .map((sample) => [named(sample), sample] as const);
const bySystem = samples
  .filter(({ event }) => Object.hasOwn(event["actor"] as object, "system"))
  .map((sample) => [named(sample), sample] as const);

it("the samples are of every kind of stream, by persons and by the system", () => {
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(streamKinds));
  expect(byPersons.length).toBeGreaterThan(60);
  expect(bySystem.length).toBeGreaterThan(9);
});

describe.each(byPersons)("%s", (_, sample) => {
  const who = personIn(sample);
  const day = dayIn(sample);

  it("is right as it was recorded", () => {
    expect(reasonOf(sample)).toBeUndefined();
  });

  it("by a person whom nobody registered", () => {
    expect(reasonOf(sample, { actor: { ...who, person: nobody } })).toBe("actor-unknown");
  });

  it("by another person, who holds nothing there", () => {
    const other = [...sample.known.persons.values()].find(
      ({ id: person, grants }) => person !== who.person && grants.every(({ office }) => office !== who.office),
    );
    if (other === undefined) return;
    expect(reasonOf(sample, { actor: { ...who, person: other.id } })).toBe("role-not-held");
  });

  it("in a role that the person does not hold", () => {
    const only = withGrants(sample, [{}]);
    const others = roles.filter((role) => role !== who.role);
    expect(others.map((role) => reasonOf(sample, { actor: { ...who, role } }, only))).toEqual(
      others.map(() => "role-not-held"),
    );
  });

  it.each<[string, Partial<Grant>]>([
    ["ended that day", { endedOn: day }],
    ["ran out that day", { until: day }],
    ["begins the day after", { from: addDays(day, 1) }],
    ["is held at another office", { office: id<"office">().parse(nobody) }],
  ])("in a role that %s", (_what, grant) => {
    expect(reasonOf(sample, {}, withGrants(sample, [grant]))).toBe("role-not-held");
  });

  it("for an office that closed that day, opens the day after, or does not exist", () => {
    const changed = (days: object) => (known: KnownBefore) => {
      const office = known.offices.get(who.office);
      if (office === undefined) throw new Error("no office");
      known.offices.set(who.office, { ...office, ...days });
    };
    expect(reasonOf(sample, {}, changed({ closedOn: day }))).toBe("office-not-open");
    expect(reasonOf(sample, {}, changed({ openedOn: addDays(day, 1) }))).toBe("office-not-open");
    expect(reasonOf(sample, {}, (known) => known.offices.delete(who.office))).toBe("office-not-open");
  });

  it("by the system", () => {
    const parts = ["opening", "reopening", "sweep"];
    expect(parts.map((system) => reasonOf(sample, { actor: { system } }))).toEqual(parts.map(() => "system-may-not"));
  });

  it("on behalf of another office", () => {
    expect(reasonOf(sample, { actor: { ...who, onBehalfOf: nobody } })).toBe("actor-differs");
  });

  it("in each role that the office can give: right for those that may, and for no other", () => {
    const kind = sample.known.offices.get(who.office)?.kind ?? "";
    const right = rolesAtOffice(kind).filter(
      (role) => reasonOf(sample, { actor: { ...who, role } }, withGrants(sample, [{ role }])) === undefined,
    );
    const may = (written[named(sample)] ?? who.role).split(" ");
    expect(right.toSorted()).toEqual(may.toSorted());
  });

  it("in a role that may not, though the person also holds the one that may", () => {
    const kind = sample.known.offices.get(who.office)?.kind ?? "";
    const may = (written[named(sample)] ?? who.role).split(" ");
    const right = rolesAtOffice(kind).filter(
      (role) => reasonOf(sample, { actor: { ...who, role } }, withGrants(sample, [{ role }, {}])) === undefined,
    );
    expect(right.toSorted()).toEqual(may.toSorted());
  });
});

const anywhere: readonly Role[] = ["auditor", "council-reader", "law-keeper", "directory-administrator", "importer"];

function rolesAtOffice(kind: string): readonly Role[] {
  if (kind.endsWith("-procuracy")) return [...anywhere, "procurator", "chief-procurator"];
  if (kind === "enforcement-agency") return [...anywhere, "agency-officer", "agency-head"];
  if (kind === "court") return [...anywhere, "court-officer"];
  return kind === "management-agency" ? [...anywhere, "management-agency"] : anywhere;
}

/** The roles that may make an event at the same office as the one that made it; only that one, where none are named. */
const written: Readonly<Record<string, string>> = {
  "intake intake-opened by agency-officer": "agency-officer agency-head importer",
  "intake act-recorded by agency-officer": "agency-officer agency-head importer",
  "intake act-corrected by agency-officer": "agency-officer agency-head",
  "case case-opened by agency-officer": "agency-officer agency-head importer",
  "case party-added by agency-officer": "agency-officer agency-head importer",
  "case asset-added by agency-head": "agency-officer agency-head importer",
  "case personal-disclosed by procurator": "procurator chief-procurator",
  "case personal-disclosed by agency-officer": "agency-officer agency-head",
  "case act-recorded by agency-officer": "agency-officer agency-head importer",
  "case act-recorded by procurator": "procurator chief-procurator",
  "case act-corrected by agency-head": "agency-officer agency-head",
  "case act-corrected by agency-officer": "agency-officer agency-head",
  "case act-corrected by chief-procurator": "procurator chief-procurator",
  "register register-opened by agency-officer": "agency-officer agency-head importer",
  "register register-opened by procurator": "procurator chief-procurator importer",
  "register act-recorded by agency-officer": "agency-officer agency-head importer",
  "register act-recorded by procurator": "procurator chief-procurator importer",
  "register act-corrected by agency-officer": "agency-officer agency-head",
  "register act-corrected by procurator": "procurator chief-procurator",
  "finding violation-confirmed by procurator": "procurator chief-procurator",
  "finding violation-confirmed by chief-procurator": "procurator chief-procurator",
  "finding findings-merged-in by procurator": "procurator chief-procurator",
  "finding detection-dismissed by procurator": "procurator chief-procurator",
  "finding seriousness-assessed by procurator": "procurator chief-procurator",
  "finding seriousness-assessed by chief-procurator": "procurator chief-procurator",
  "instrument instrument-drafted by procurator": "procurator chief-procurator importer",
  "instrument draft-discarded by procurator": "procurator chief-procurator",
  "instrument instrument-served by procurator": "procurator chief-procurator",
  "instrument instrument-received by agency-officer": "agency-officer agency-head",
  "instrument instrument-received by agency-head": "agency-officer agency-head",
  "instrument day-contested by agency-officer": "agency-officer agency-head",
  "instrument correction-claimed by agency-officer": "agency-officer agency-head",
  "instrument correction-claimed by agency-head": "agency-officer agency-head",
  "instrument claim-withdrawn by agency-officer": "agency-officer agency-head",
  "instrument correction-verified by procurator": "procurator chief-procurator",
  "instrument instrument-closed by procurator": "procurator chief-procurator",
  "instrument instrument-reopened by procurator": "procurator chief-procurator",
};

describe("the same act for another office of the same kind, in the same role", () => {
  const { here, there } = province;
  const twins = new Map([
    [here.officer.office, there.officer.office],
    [here.chief.office, there.chief.office],
    [province.court, province.otherCourt],
    [province.superiorCourt, province.otherCourt],
  ]);
  it.each(byPersons.filter(([, sample]) => twins.has(personIn(sample).office)))("%s", (_, sample) => {
    const who = personIn(sample);
    const office = twins.get(who.office) ?? who.office;
    const reason = reasonOf(sample, { actor: { ...who, office } }, withGrants(sample, [{ office }]));
    expect(reason).toBe(who.role === "court-officer" ? "side-differs" : "affair-of-another-office");
  });
});

describe("the same act on a file, a finding or an instrument of another agency", () => {
  const { here } = province;
  const ours = new Set([here.officer.office, here.chief.office]);
  const onFiles = byPersons.filter(
    ([, { type, kind, event }]) =>
      ["intake", "case", "register", "finding", "instrument"].includes(kind) &&
      !/opened|drafted|confirmed|dismissed/.test(type) &&
      ours.has(personIn({ event }).office),
  );
  it.each(onFiles)("%s", (_, sample) => {
    const { known } = endOfLog;
    const others: Record<string, string | undefined> = {
      intake: [...known.intakes].find(([, { agency }]) => !ours.has(agency))?.[0],
      case: [...known.cases].find(([, { agency }]) => !ours.has(agency))?.[0],
      register: [...known.registers].find(([, { office }]) => !ours.has(office))?.[0],
      finding: [...known.findings].find(([, { office }]) => !ours.has(office))?.[0],
      instrument: [...known.instruments].find(([, { addressee }]) => !ours.has(addressee))?.[0],
    };
    const stream = `${sample.kind}/${others[sample.kind]}`;
    // The event of a finding that is taken out names the instrument that lets it go.
    const isTaken = sample.type === "finding-taken-out";
    expect(reasonOf({ ...sample, known }, { stream })).toBe(isTaken ? "made-alone" : "affair-of-another-office");
    const unknown = reasonOf({ ...sample, known }, { stream: `${sample.kind}/${nobody}` });
    expect(unknown).toBe(isTaken ? "made-alone" : "affair-unknown");
  });
});

it("an agency's act by a procurator who also imports for the procuracy: no role lends its reach or its side to another", () => {
  const sample = samples.find((each) => named(each) === "case act-recorded by agency-officer");
  if (sample === undefined) throw new Error("no agency recorded an act");
  const { known } = endOfLog;
  const { person, office } = province.here.procurator;
  const from = addDays(dayIn(sample), -30);
  const both = (["procurator", "importer"] as const).map((role) => ({ office, role, from }));
  const reasons = (["procurator", "importer"] as const).map((role) =>
    reasonOf({ ...sample, known }, { actor: { person, office, role } }, ({ persons }) => {
      const state = persons.get(person);
      if (state === undefined) throw new Error("nobody");
      persons.set(person, { ...state, grants: both });
    }),
  );
  expect(reasons).toEqual(["side-differs", "affair-of-another-office"]);
});

describe("what the system made", () => {
  it.each(bySystem)("%s, by a person or another part of the system", (_, sample) => {
    const { person, office } = province.administrator;
    const who = { person, office, role: "directory-administrator" };
    const isOfDirectory = /office-opened|login-linked|person-registered|role-granted/.test(sample.type);
    const expected = isOfDirectory ? /made-alone|directory-contradicts|to-oneself/ : /^person-may-not$/;
    expect(reasonOf({ ...sample, known: endOfLog.known }, { actor: who })).toMatch(expected);
    const others = ["opening", "reopening", "sweep"].filter((system) => !named(sample).endsWith(system));
    expect(others.map((system) => reasonOf(sample, { actor: { system } }))).toEqual(others.map(() => "system-may-not"));
  });

  it.each(bySystem.filter(([name]) => name.endsWith("opening")))("%s, once the directory is founded", (_, sample) => {
    expect(reasonOf({ ...sample, index: endOfLog.index, known: endOfLog.known })).toBe("system-may-not");
  });
});
