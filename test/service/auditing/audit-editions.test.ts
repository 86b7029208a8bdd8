/** The audit checks each event's edition of the law against the one that counted at its place in the log. */

import { describe, expect, it } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../../src/base/canonical-json.ts";
import { offerOf } from "../../../src/domain/editions/offer.ts";
import { streamName } from "../../../src/domain/event.ts";
import { appliedBy } from "../../../src/domain/applied-law.ts";
import { id } from "../../../src/domain/field.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import { explanationOf } from "../../../src/law/telling/explain-deadline.ts";
import { auditEdition, openEditions } from "../../../src/service/auditing/audit-editions.ts";
import { openLog } from "../../../src/service/recording/opening.ts";
import { systemScope, recordBySystem } from "../../../src/service/recording/system-recording.ts";
import { auditWhole } from "../../kit/host/check-log.ts";
import { day } from "../../kit/host/stage.ts";
import { makeTestHost } from "../../kit/host/host.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

const one = offerOf(currentEdition);
const two = offerOf({ ...currentEdition, number: currentEdition.number + 1 });
const [keeper, other] = ["1", "2"].map((digit) => digit.repeat(32));
if (keeper === undefined || other === undefined) throw new Error("no keepers");
const name = ({ edition, digest }: typeof one): { readonly [field: string]: Json } => ({ edition, digest });

type Told = { readonly [field: string]: Json };

function told(type: string, data: Told, more: Told = {}): Told {
  const actor = { person: keeper ?? "", office: "3".repeat(32), role: "law-keeper" };
  const at = "2026-11-02T01:00:00.000Z";
  const stream = type.startsWith("law-") ? "edition/law" : "case/4";
  return { actor, at, data, nonce: "5".repeat(32), stream, type, v: 1, version: 1, ...more };
}

function opened(offer = one): Told {
  const key = "localhost/x+06453cb1+ARlA";
  const data = { edition: offer.edition, editionDigest: offer.digest, format: 1, key, origin: "localhost/x" };
  return told("log-opened", data, { stream: "log/log", actor: { system: "opening" } });
}

const proposed = (offer = one, by = keeper): Told => told("law-proposed", { ...offer, by });
function adopted(offer = one, more: Told = {}, by = other): Told {
  const actor = { person: by ?? "", office: "3".repeat(32), role: "law-keeper" };
  return told("law-adopted", { ...name(offer), proposedBy: keeper ?? "", by: other ?? "", ...more }, { actor });
}
const law = appliedBy(
  explanationOf({
    rule: "SEND_DECISION_VKS",
    version: "L2025",
    trigger: { day: day("2026-11-17") },
    doubts: [],
    dueOn: day("2026-11-20"),
  }),
);
const naming = (edition: number): Told => told("violation-confirmed", {}, { law: { ...law, edition } });

/** Audits a log of these events. */
function auditOf(...events: readonly Told[]) {
  const audit = openEditions();
  for (const [index, event] of events.entries()) auditEdition(audit, index, utf8(canonicalJson(event)));
  return { faults: audit.faults.map(({ code: fault, at }) => `${fault} ${at}`), unadopted: audit.unadopted };
}

describe("an event that names an edition", () => {
  it("is counted, and no fault, when only entry 0 names the edition", () => {
    expect(auditOf(opened(), naming(one.edition), naming(one.edition))).toEqual({ faults: [], unadopted: 2 });
  });

  it("is right after the adoption of the edition, and a fault before it", () => {
    expect(auditOf(opened(), naming(one.edition), proposed(), adopted(), naming(one.edition))).toEqual({
      faults: [],
      unadopted: 1,
    });
  });

  it("is a fault at its index when the edition was not adopted, or no longer counts", () => {
    const next = [proposed(two), adopted(two, { supersedes: name(one) })];
    expect(auditOf(opened(), naming(two.edition)).faults).toEqual(["edition-not-adopted 1"]);
    expect(auditOf(opened(), ...next, naming(two.edition), naming(one.edition)).faults).toEqual([
      "edition-not-adopted 4",
    ]);
    expect(auditOf(naming(one.edition), opened()).faults).toEqual(["edition-not-adopted 0"]);
  });
});

describe("an adoption", () => {
  it.each([
    ["that nobody proposed", [adopted()], "adoption-wrong 1"],
    ["of an edition of another digest", [proposed(), adopted({ ...one, digest: two.digest })], "adoption-wrong 2"],
    ["by an actor who is not whom it names", [proposed(), adopted(one, {}, "6".repeat(32))], "adoption-wrong 2"],
    ["by the person who proposed", [proposed(), adopted(one, { by: keeper }, keeper)], "adoption-wrong 2"],
    ["that names nothing as superseded", [proposed(two), adopted(two)], "adoption-wrong 2"],
    ["that supersedes what did not count", [proposed(), adopted(one, { supersedes: name(two) })], "adoption-wrong 2"],
  ])("%s is wrong", (_, events, fault) => {
    expect(auditOf(opened(), ...events).faults).toContain(fault);
  });

  it("that is wrong counts for nothing: who names the edition that truly counts is right, and who names its own is not", () => {
    const forged = adopted(two, { supersedes: name(one) });
    const events = [opened(), proposed(), adopted(), forged, naming(one.edition), naming(two.edition)];
    expect(auditOf(...events).faults).toEqual(["adoption-wrong 3", "edition-not-adopted 5"]);
  });

  it("is a fault when its proposal names another person than its own actor", () => {
    expect(auditOf(opened(), proposed(one, other)).faults).toEqual(["adoption-wrong 1"]);
  });
});

it("`npm run audit` finds an event that was recorded past the rules of the domain", async () => {
  const database = await freshDatabase();
  const whole = await makeTestHost(database);
  const { host } = whole;
  await openLog(host);
  const [by, proposedBy] = [id<"person">().parse(other), id<"person">().parse(keeper)];
  const stream = streamName("edition", "law");
  const record = async (events: Parameters<typeof recordBySystem>[0]["events"], scope: string): Promise<boolean> => {
    const loaded = await host.load([stream]);
    return recordBySystem({ events, loaded, actor: { system: "sweep" }, scope: systemScope(scope) }, host);
  };
  const supersedes = { edition: one.edition, digest: one.digest };
  const adoption = { edition: two.edition, digest: two.digest, by, proposedBy, supersedes };
  await record(
    [
      { kind: "edition", id: "law", event: { type: "law-proposed", data: { ...two, by: proposedBy } } },
      { kind: "edition", id: "law", event: { type: "law-adopted", data: adoption } },
    ],
    "adoption",
  );
  const missed = {
    about: { kind: "case", id: id<"subject">().parse("7".repeat(32)) },
    startedBy: id<"act">().parse("8".repeat(32)),
    subject: id<"subject">().parse("7".repeat(32)),
    office: id<"office">().parse("9".repeat(32)),
    dueOn: day("2026-11-20"),
  } as const;
  await record([{ kind: "deadline", id: "a", event: { type: "deadline-missed", data: missed }, law }], "missed");
  const { faults, size } = await auditWhole(whole);
  expect([size, faults]).toEqual([
    4,
    [
      { code: "system-may-not", at: "1, law-proposed, system sweep" },
      { code: "system-may-not", at: "2, law-adopted, system sweep" },
      { code: "affair-unknown", at: "3, deadline-missed, system sweep" },
      { code: "adoption-wrong", at: "1" },
      { code: "adoption-wrong", at: "2" },
      // The edition of entry 0 still counts, so what the entry says of the law is made again by it.
      { code: "law-differs", at: "3" },
    ],
  ]);
  await whole.end();
  await database.drop();
});
