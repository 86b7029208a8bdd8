/** What a command asks of the data of its event: whose word its days are, whom it names, which side records. Each alone is forged. */

import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../../../src/base/day.ts";
import type { ActId } from "../../../src/base/ids.ts";
import type { KnownBefore } from "../../../src/domain/authority/known.ts";
import { id } from "../../../src/domain/field.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { dayIn, entryOf, type Forgeable, personIn, reasonOf, type Wanted } from "../../kit/log/forging.ts";

const province = await everyEvent();
const { log, here, there, court, otherCourt, supreme } = province;
const nobody = id<"act">().parse("0123456789abcdef0123456789abcdef");

/** Returns the reason against such an entry, once these members of its data are others. */
function reasonWith(
  wanted: Wanted,
  changed: (entry: Forgeable) => object,
  change?: (known: KnownBefore, entry: Forgeable) => void,
) {
  const entry = entryOf(log, wanted);
  expect(reasonOf(entry)).toBeUndefined();
  const data = { ...(entry.event["data"] as object), ...changed(entry) };
  return reasonOf(entry, { data }, (known) => change?.(known, entry));
}

const yesterday = (entry: Forgeable) => addDays(dayIn(entry), -1);

describe("a day with its source", () => {
  const dated: readonly (readonly [string, string, string])[] = [
    ["instrument instrument-served", "procurator", "sentOn"],
    ["instrument reply-given", "agency-head", "repliedOn"],
    ["instrument correction-claimed", "agency-officer", "on"],
    ["instrument reconsideration-requested", "agency-head", "requestedOn"],
    ["instrument reconsideration-answered", "chief-procurator", "answeredOn"],
    ["instrument dispute-reported", "agency-head", "reportedOn"],
    ["instrument binding-answer-given", "management-agency", "answeredOn"],
    ["instrument minister-asked", "chief-procurator", "askedOn"],
    ["instrument minister-answered", "chief-procurator", "answeredOn"],
    ["instrument instrument-drafted", "procurator", "groundOn"],
    ["case case-opened", "agency-officer", "decidedOn"],
  ];

  it.each(dated)("%s by %s: %s is theirs or a document's, or the system's of today", (made, by, field) => {
    const said = (source: string, on: (entry: Forgeable) => Day = dayIn) =>
      reasonWith({ made, by }, (entry) => ({ [field]: { day: on(entry), source } }));
    expect(said("import")).toBe("source-not-theirs");
    expect(said("system", yesterday)).toBe("source-not-theirs");
    expect([said("system"), said("document"), said("stated"), said("stated", yesterday)]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it.each([
    ["intake act-recorded", "agency-officer"],
    ["case act-recorded", "agency-officer"],
    ["case act-recorded", "procurator"],
    ["intake act-recorded", "court-officer"],
    ["register act-recorded", "procurator"],
  ])("%s by %s: every day of the act", (made, by) => {
    const said = (source: string, on: (entry: Forgeable) => Day = dayIn) =>
      reasonWith({ made, by }, (entry) => {
        const { days } = entry.event["data"] as { readonly days: object };
        return { days: Object.fromEntries(Object.keys(days).map((name) => [name, { day: on(entry), source }])) };
      });
    expect(said("import")).toBe("source-not-theirs");
    expect(said("system", yesterday)).toBe("source-not-theirs");
    expect([said("system"), said("document")]).toEqual([undefined, undefined]);
  });

  it("an importer names the word of another system", () => {
    const wanted = { made: "case act-recorded", by: "importer" };
    expect(reasonOf(entryOf(log, wanted))).toBeUndefined();
    expect(reasonWith({ made: "case case-opened", by: "importer" }, () => ({}))).toBeUndefined();
  });

  it.each(["agency-head", "chief-procurator"])("the day that %s corrects", (by) => {
    const wanted = { made: "case act-corrected", by };
    const said = (source: string, on: (entry: Forgeable) => Day = dayIn) =>
      reasonWith(wanted, (entry) => ({ after: { day: on(entry), source } }));
    expect(said("import")).toBe("source-not-theirs");
    expect(said("system", yesterday)).toBe("source-not-theirs");
    expect(said("document", yesterday)).toBeUndefined();
    expect(reasonWith(wanted, () => ({ field: "answers", before: [], after: [] }))).toBeUndefined();
  });

  it("of an import is the word of another system only, and receipt is never one", () => {
    const day = (entry: Forgeable) => ({ day: dayIn(entry), source: "document" });
    const by = "importer";
    expect(reasonWith({ made: "instrument instrument-drafted", by }, (e) => ({ groundOn: day(e) }))).toBe(
      "source-not-theirs",
    );
    expect(reasonWith({ made: "instrument instrument-issued", by }, () => ({ source: "system" }))).toBe(
      "source-not-theirs",
    );
    expect(reasonWith({ made: "instrument instrument-served", by }, (e) => ({ sentOn: day(e) }))).toBe(
      "source-not-theirs",
    );
    expect(reasonWith({ made: "instrument instrument-received", by }, (e) => ({ receivedOn: day(e) }))).toBe(
      "source-not-theirs",
    );
    const received = { made: "instrument instrument-received", by: "agency-officer" };
    const said = (source: string, on: (entry: Forgeable) => Day = dayIn) =>
      reasonWith(received, (e) => ({ receivedOn: { day: on(e), source } }));
    expect([said("import"), said("system", yesterday), said("stated")]).toEqual([
      "source-not-theirs",
      undefined,
      undefined,
    ]);
  });
});

it.each([
  ["instrument draft-discarded", "procurator"],
  ["instrument correction-verified", "procurator"],
  ["instrument findings-withdrawn", "chief-procurator"],
  ["instrument instrument-withdrawn", "chief-procurator"],
  ["instrument instrument-closed", "procurator"],
  ["instrument instrument-reopened", "procurator"],
  ["finding violation-confirmed", "procurator"],
  ["finding detection-dismissed", "procurator"],
  ["finding seriousness-assessed", "procurator"],
  ["finding findings-merged-in", "procurator"],
  ["finding finding-merged", "procurator"],
])("%s by %s: a day that only the system says is today", (made, by) => {
  expect(reasonWith({ made, by }, (entry) => ({ on: yesterday(entry) }))).toBe("backdated");
  expect(reasonWith({ made, by }, (entry) => ({ on: addDays(dayIn(entry), 1) }))).toBe("backdated");
});

describe("an instrument is issued", () => {
  const issued = { made: "instrument instrument-issued", by: "chief-procurator" };

  it("today, by the system's number, with a key that is in force for the signer", () => {
    expect(reasonWith(issued, (entry) => ({ issuedOn: yesterday(entry) }))).toBe("backdated");
    expect(reasonWith(issued, () => ({ source: "import" }))).toBe("source-not-theirs");
    expect(reasonWith(issued, () => ({ key: nobody }))).toBe("key-not-theirs");
    expect(reasonWith(issued, () => ({ key: undefined }))).toBe("key-not-theirs");
    expect(reasonWith(issued, () => ({ signature: undefined }))).toBe("key-not-theirs");
  });

  it("never with a key that was revoked, is in force later, or is another person's", () => {
    const keysOf = (days: object) => (known: KnownBefore, entry: Forgeable) => {
      const { person } = personIn(entry);
      const state = known.persons.get(person);
      if (state === undefined) throw new Error("nobody");
      known.persons.set(person, { ...state, keys: state.keys.map((key) => ({ ...key, ...days })) });
    };
    const entry = entryOf(log, issued);
    const day = dayIn(entry);
    const said = (days: object) => reasonWith(issued, () => ({}), keysOf(days));
    expect([said({ revokedOn: day }), said({ from: addDays(day, 1) })]).toEqual(["key-not-theirs", "key-not-theirs"]);
    expect(said({ revokedOn: addDays(day, 1) })).toBeUndefined();
    const others = (known: KnownBefore): void => {
      const { person } = personIn(entry);
      const [mine, other] = [known.persons.get(person), known.persons.get(there.chief.person)];
      if (mine === undefined || other === undefined) throw new Error("nobody");
      known.persons.set(other.id, { ...other, keys: mine.keys });
      known.persons.set(person, { ...mine, keys: [] });
    };
    expect(reasonWith(issued, () => ({}), others)).toBe("key-not-theirs");
  });

  it("by the office that drafted it, not by one above", () => {
    expect(
      reasonWith(
        issued,
        () => ({}),
        (known, entry) => {
          const id = String(entry.event["stream"]).split("/")[1] ?? "";
          const between = known.instruments.get(id);
          const area = known.offices.get(here.chief.office);
          if (between === undefined || area === undefined) throw new Error("no instrument");
          const below = { ...area, id: there.chief.office, superior: area.id };
          known.offices.set(there.chief.office, below);
          known.instruments.set(id, { ...between, issuer: there.chief.office });
        },
      ),
    ).toBe("affair-of-another-office");
  });
});

describe("whom an event names", () => {
  const confirmed = { made: "finding violation-confirmed", by: "procurator" };

  it("a judgment: the office that can owe in that file, and the procuracy that judges", () => {
    expect(reasonWith(confirmed, () => ({ office: there.officer.office }))).toBe("affair-of-another-office");
    expect(reasonWith(confirmed, () => ({ procuracy: there.procurator.office }))).toBe("actor-differs");
    const about = { kind: "case", id: nobody };
    expect(reasonWith(confirmed, () => ({ about }))).toBe("affair-unknown");
    const dismissed = { made: "finding detection-dismissed", by: "procurator" };
    expect(reasonWith(dismissed, () => ({ procuracy: supreme }))).toBe("actor-differs");
    expect(reasonWith(dismissed, () => ({ about }))).toBe("affair-unknown");
  });

  it("a judgment of an office that can owe in no such file", () => {
    const known = (before: KnownBefore, entry: Forgeable): void => {
      const { about } = entry.event["data"] as { readonly about: { readonly id: string } };
      const file = before.cases.get(about.id);
      if (file !== undefined) before.cases.set(about.id, { ...file, agency: there.officer.office });
    };
    expect(reasonWith(confirmed, () => ({}), known)).toBe("affair-of-another-office");
  });

  it("a draft: the procuracy that drafts", () => {
    const drafted = { made: "instrument instrument-drafted", by: "procurator" };
    expect(reasonWith(drafted, () => ({ issuer: there.procurator.office }))).toBe("actor-differs");
    expect(reasonWith(drafted, () => ({ addressee: there.officer.office }))).toBe("affair-of-another-office");
  });

  it("a case: the agency of the intake", () => {
    const opened = { made: "case case-opened", by: "agency-officer" };
    expect(reasonWith(opened, () => ({ agency: there.officer.office }))).toBe("affair-of-another-office");
    expect(reasonWith(opened, () => ({ intake: nobody }))).toBe("affair-unknown");
  });

  it("a dispute: an authority that may decide it", () => {
    const reported = { made: "instrument dispute-reported", by: "agency-head" };
    expect(reasonWith(reported, () => ({ to: court }))).toBe("office-may-not");
    expect(reasonWith(reported, () => ({ to: here.officer.office }))).toBe("office-may-not");
    expect(reasonWith(reported, () => ({ to: nobody }))).toBe("office-may-not");
  });

  it("a question to the Minister: the Supreme Procuracy alone asks and records the answer, in its own name", () => {
    const asked = { made: "instrument minister-asked", by: "chief-procurator" };
    const answered = { made: "instrument minister-answered", by: "chief-procurator" };
    expect(reasonWith(asked, () => ({ by: here.chief.office }))).toBe("actor-differs");
    const asProvince = (known: KnownBefore): void => {
      const office = known.offices.get(supreme);
      if (office !== undefined) known.offices.set(supreme, { ...office, kind: "provincial-procuracy" });
    };
    expect(reasonWith(asked, () => ({}), asProvince)).toBe("office-may-not");
    expect(reasonWith(answered, () => ({}), asProvince)).toBe("office-may-not");
  });

  it("a missed deadline and a sweep: what was due before that day, of an office that can owe it", () => {
    const missed = { made: "deadline deadline-missed", by: "sweep" };
    expect(reasonWith(missed, (entry) => ({ dueOn: dayIn(entry) }))).toBe("system-may-not");
    expect(reasonWith(missed, () => ({ office: there.officer.office }))).toBe("affair-of-another-office");
    expect(reasonWith(missed, () => ({ about: { kind: "intake", id: nobody } }))).toBe("affair-unknown");
    const swept = { made: "sweep deadlines-swept", by: "sweep" };
    expect(reasonWith(swept, (entry) => ({ on: addDays(dayIn(entry), 1) }))).toBe("system-may-not");
    expect(reasonWith(swept, (entry) => ({ on: yesterday(entry) }))).toBeUndefined();
  });
});

describe("the side that records an act", () => {
  it.each<[string, string, object]>([
    ["intake act-recorded", "court-officer", { type: "enforcer-assigned" }],
    ["intake act-recorded", "court-officer", { by: undefined }],
    ["intake act-recorded", "court-officer", { by: "procuracy" }],
    ["intake act-recorded", "agency-officer", { by: "court" }],
    ["case act-recorded", "agency-officer", { type: "violation-discovered" }],
    ["case act-recorded", "agency-officer", { by: "procuracy" }],
    ["case act-recorded", "procurator", { type: "enforcer-assigned" }],
    ["case act-recorded", "procurator", { by: undefined }],
    ["case act-recorded", "procurator", { by: "court" }],
    ["case act-recorded", "procurator", { type: "coercion-plan-sent", traits: {} }],
    ["case act-recorded", "court-officer", { type: "judgment-effective" }],
    ["case act-recorded", "court-officer", { type: "decision-sent-to-procuracy" }],
    ["register act-recorded", "agency-officer", { by: "court" }],
  ])("%s by %s, said to be %j", (made, by, changed) => {
    expect(reasonWith({ made, by }, () => changed)).toBe("side-differs");
  });

  it("the procuracy records that a plan went to it, and a court above its exemption file", () => {
    const plan = { type: "coercion-plan-sent", traits: { to: "procuracy" } };
    expect(reasonWith({ made: "case act-recorded", by: "procurator" }, () => plan)).toBeUndefined();
  });

  it("corrects it: nobody corrects an act of another side", () => {
    const recorded = entryOf(log, { made: "case act-recorded", by: "procurator" });
    const { act } = recorded.event["data"] as { readonly act: ActId };
    expect(reasonWith({ made: "case act-corrected", by: "agency-head" }, () => ({ act: nobody }))).toBeUndefined();
    const late = (known: KnownBefore): void => {
      known.otherActs.set(act, { type: "violation-discovered", traits: {}, by: "procuracy" });
    };
    expect(reasonWith({ made: "case act-corrected", by: "agency-head" }, () => ({ act }), late)).toBe("side-differs");
    expect(reasonWith({ made: "case act-corrected", by: "chief-procurator" }, () => ({ act: nobody }))).toBe(
      "side-differs",
    );
    expect(reasonWith({ made: "intake act-corrected", by: "court-officer" }, () => ({ act: nobody }))).toBe(
      "side-differs",
    );
    const ofCourt = (known: KnownBefore): void => {
      known.otherActs.set(nobody, { type: "judgment-effective", traits: {}, by: "court" });
    };
    const corrected = { made: "intake act-corrected", by: "court-officer" };
    expect(reasonWith(corrected, () => ({ act: nobody }), ofCourt)).toBeUndefined();
    const elsewhere = (known: KnownBefore, entry: Forgeable): void => {
      ofCourt(known);
      const id = String(entry.event["stream"]).split("/")[1] ?? "";
      const intake = known.intakes.get(id);
      if (intake !== undefined) known.intakes.set(id, { ...intake, court: otherCourt });
    };
    expect(reasonWith(corrected, () => ({ act: nobody }), elsewhere)).toBe("side-differs");
  });

  it("by what its traits are since a correction: who was addressed may correct, who is no more may not", () => {
    const wanted = { made: "case act-corrected", by: "chief-procurator" };
    const addressed = (to: string) => (known: KnownBefore) => {
      known.otherActs.set(nobody, { type: "coercion-plan-sent", traits: { to }, by: "procuracy" });
    };
    expect(reasonWith(wanted, () => ({ act: nobody }), addressed("procuracy"))).toBeUndefined();
    expect(reasonWith(wanted, () => ({ act: nobody }), addressed("people-committee"))).toBe("side-differs");
  });
});

it("another role of the same person, which would permit it, permits nothing to the role that the event names", () => {
  const entry = entryOf(log, { made: "case case-opened", by: "importer" });
  const { person, office } = personIn(entry);
  const both = (known: KnownBefore): void => {
    const state = known.persons.get(person);
    if (state === undefined) throw new Error("nobody");
    const grants = (["agency-officer", "auditor", "importer"] as const).map((role) => ({
      office,
      role,
      from: yesterday(entry),
    }));
    known.persons.set(person, { ...state, grants });
  };
  const as = (role: string) => reasonOf(entry, { actor: { ...personIn(entry), role } }, both);
  expect(as("importer")).toBeUndefined();
  expect(as("auditor")).toBe("role-does-not-permit");
  // The importer reaches other agencies' files from the operator's office; an officer there would not.
  expect(as("agency-officer")).toBe("affair-of-another-office");
});
