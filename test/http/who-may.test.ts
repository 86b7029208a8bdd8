/**
 * Permissions over the API, exhaustively: every route × one person of each role, against a table written by hand. The
 * requests come from the app's own list of routes, so that a new route without a row fails.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { routes } from "../../src/http/routes/all-routes.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { Api } from "../kit/api/api.ts";
import { faultless, type Fields, type Reply } from "../kit/api/api-client.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { idOf, settleOffices } from "../kit/api/office-world.ts";

/** One person of each role; two of them are not concerned with the agency and the area of this province. */
const people = [
  "administrator",
  "procurator",
  "chief-procurator",
  "foreign-procurator",
  "agency-officer",
  "agency-head",
  "other-officer",
  "court-officer",
  "management-agency",
  "auditor",
  "council-reader",
  "law-keeper",
  "importer",
] as const;
type Person = (typeof people)[number];

const everybody: readonly Person[] = people;
const procuracy: readonly Person[] = ["procurator", "chief-procurator"];
const agency: readonly Person[] = ["agency-officer", "agency-head"];
const keepers: readonly Person[] = [...agency, "importer"];
const watchers: readonly Person[] = [...procuracy, ...agency, "management-agency", "auditor"];
const directoryReaders = people.filter((person) => person !== "council-reader" && person !== "law-keeper");

interface Row {
  readonly who: readonly Person[] | "anyone";
  readonly query?: string;
  readonly body?: Fields;
  /** A path to ask for, where the route has a wildcard. */
  readonly path?: string;
}

const today = { day: "2026-09-07", source: "document" };
const some = "0123456789abcdef0123456789abcdef";
let ids: Readonly<Record<string, string>> = {};
let api: Api;

/** `$name` stands for an id of the fixture below. */
const rows: Readonly<Record<string, Row>> = {
  "get /checkpoint": { who: "anyone" },
  "get /tile/:level{[0-9]+}/*": { who: "anyone", path: "/tile/0/000.p/5" },
  "get /tile/entries/*": { who: ["auditor"], path: "/tile/entries/000.p/5" },
  "get /v1/log/key": { who: "anyone" },
  "get /v1/log/proofs/inclusion": { who: everybody, query: "index=0" },
  "get /v1/log/proofs/consistency": { who: everybody, query: "from=1" },
  "get /v1/log/entries": { who: ["auditor"], query: "start=0&end=5" },
  "get /health": { who: "anyone" },
  "get /problems": { who: "anyone" },
  "get /problems/:code{[a-z0-9-]+}": { who: "anyone", path: "/problems/not-found" },
  "get /openapi.json": { who: "anyone" },

  "post /v1/offices": {
    who: ["administrator"],
    body: { code: "x", kind: "court", name: "Tòa", openedOn: "2020-01-01" },
  },
  "get /v1/offices": { who: directoryReaders },
  "get /v1/offices/:office": { who: directoryReaders },
  "post /v1/offices/:office/close": { who: ["administrator"], body: { closedOn: "2009-07-01" } },
  "post /v1/offices/:office/supervision": { who: ["administrator"], body: { procuracy: "$area", from: "2020-01-01" } },
  "get /v1/me": { who: everybody },
  "post /v1/people": {
    who: ["administrator"],
    body: { name: "Người", login: { issuer: "http://issuer.test", subject: "auditor" } },
  },
  "get /v1/people/:person": { who: directoryReaders },
  "post /v1/people/:person/roles": {
    who: ["administrator"],
    body: { office: "$office", role: "procurator", from: "2020-01-01" },
  },
  "post /v1/people/:person/roles/end": {
    who: ["administrator"],
    body: { office: "$office", role: "procurator", endedOn: "2020-01-01" },
  },
  "post /v1/people/:person/keys": { who: ["administrator"], body: { publicKey: "A".repeat(43) } },
  "post /v1/people/:person/keys/:key/revoke": { who: ["administrator"], body: {} },

  "get /v1/directory/rights": { who: ["administrator", "auditor"] },
  "get /v1/directory/proposals": { who: ["administrator", "auditor"] },
  "post /v1/directory/proposals": {
    who: ["administrator"],
    body: { change: { do: "grant-role", person: "$person", office: "$office", role: "importer", from: "2020-01-01" } },
  },
  "post /v1/directory/proposals/:proposal/adopt": { who: ["administrator"], body: { digest: "$digest" } },
  "post /v1/directory/proposals/:proposal/refuse": { who: ["administrator"], body: {} },
  "post /v1/directory/proposals/:proposal/withdraw": { who: ["administrator"], body: {} },

  "get /v1/law/editions": { who: everybody },
  "post /v1/law/proposals": { who: ["law-keeper"], body: { edition: currentEdition.number, digest: "$digest" } },
  "post /v1/law/adoptions": { who: ["law-keeper"], body: { edition: currentEdition.number, digest: "$digest" } },

  "post /v1/intakes": { who: keepers, body: { agency: "$office", motion: "own-motion", openedOn: "2026-09-01" } },
  "get /v1/intakes": { who: watchers, query: "agency=$office" },
  "get /v1/intakes/:intake": { who: watchers },
  "get /v1/intakes/:intake/obligations": { who: watchers },
  "post /v1/cases": { who: keepers, body: { intake: "$intake", decidedOn: today } },
  "get /v1/cases": { who: watchers, query: "agency=$office" },
  "get /v1/cases/:case": { who: watchers },
  "get /v1/cases/:case/obligations": { who: watchers },
  "post /v1/cases/:case/parties": { who: keepers, body: { side: "debtor" } },
  "post /v1/cases/:case/assets": { who: keepers, body: { kind: "movable" } },
  "post /v1/cases/:case/disclosures": { who: [...procuracy, ...agency], body: { purpose: "supervision" } },
  "post /v1/registers": { who: keepers, body: { office: "$office", openedOn: "2026-01-05" } },
  "get /v1/registers": { who: watchers, query: "office=$office" },
  "get /v1/registers/:register": { who: watchers },
  "get /v1/registers/:register/obligations": { who: watchers },
  "post /v1/acts": {
    who: keepers,
    body: { on: { case: "$case" }, type: "enforcer-assigned", days: { happenedOn: today } },
  },
  "post /v1/acts/:act/corrections": {
    who: agency,
    body: {
      on: { case: "$case" },
      field: "happenedOn",
      after: { day: "2026-09-08", source: "document" },
      reason: "nhầm",
    },
  },
  "get /v1/detections": { who: watchers, query: "office=$office" },
  "get /v1/detections/counts": { who: watchers, query: "office=$office" },

  "post /v1/findings": {
    who: procuracy,
    body: { detections: [{ about: { kind: "case", id: "$case" }, deadline: "$deadline" }] },
  },
  "post /v1/findings/dismissals": {
    who: procuracy,
    body: { about: { kind: "case", id: "$case" }, deadline: "$deadline", reason: "duplicate" },
  },
  "post /v1/findings/:finding/assessments": { who: procuracy, body: { seriousness: "less-serious" } },
  "post /v1/findings/:finding/merges": { who: procuracy, body: { findings: ["$finding"] } },
  "get /v1/findings": { who: watchers, query: "office=$office" },
  "get /v1/findings/:finding": { who: watchers },

  "get /v1/instruments": { who: [...procuracy, "auditor"], query: "issuer=$area" },
  "get /v1/instruments/:instrument": { who: watchers },
  "get /v1/instruments/:instrument/signing-text": { who: procuracy },
  "post /v1/instruments": {
    who: procuracy,
    body: {
      kind: "recommendation",
      addressee: "$office",
      items: [{ findings: ["$finding"], of: 3, demand: "sửa" }],
      body: "văn bản",
    },
  },
  "post /v1/instruments/imports": {
    who: ["importer"],
    body: {
      issuer: "$area",
      kind: "recommendation",
      number: "12/KN-VKS",
      issuedOn: "2026-10-01",
      addressee: "$office",
      items: [{ findings: ["$finding"], of: 3, demand: "sửa" }],
      body: "văn bản",
    },
  },
  "post /v1/instruments/:instrument/serve": { who: procuracy, body: { channel: "post" } },
  "post /v1/instruments/:instrument/receive": { who: agency, body: {} },
  "post /v1/instruments/:instrument/contests": {
    who: agency,
    body: { day: "sentOn", stated: "2026-10-01", reason: "sai" },
  },
  "post /v1/instruments/:instrument/replies": {
    who: ["agency-head"],
    body: { answers: [{ findings: ["$finding"], answer: "accepted" }] },
  },
  "post /v1/instruments/:instrument/claims": { who: agency, body: { findings: ["$finding"], entries: [] } },
  "post /v1/instruments/:instrument/claims/withdraw": { who: agency, body: { findings: ["$finding"] } },
  "post /v1/instruments/:instrument/verifications": {
    who: procuracy,
    body: { findings: ["$finding"], outcome: "confirmed" },
  },
  "post /v1/instruments/:instrument/reconsideration": { who: ["agency-head"], body: { reason: "xem lại" } },
  "post /v1/instruments/:instrument/reconsideration/answer": {
    who: ["chief-procurator"],
    body: { outcome: "maintained" },
  },
  "post /v1/instruments/:instrument/dispute": { who: ["agency-head"], body: { to: "$office" } },
  "post /v1/instruments/:instrument/dispute/minister": { who: ["chief-procurator"], body: {} },
  "post /v1/instruments/:instrument/dispute/minister/answer": {
    who: ["chief-procurator"],
    body: { outcome: "upheld" },
  },
  "post /v1/instruments/:instrument/dispute/answer": { who: ["management-agency"], body: { outcome: "upheld" } },
  "post /v1/instruments/:instrument/issue": {
    who: ["chief-procurator"],
    body: { issuedOn: "2026-10-01", key: some, signature: `${"e".repeat(20)}..${"s".repeat(86)}` },
  },
  "post /v1/instruments/:instrument/withdraw": { who: ["chief-procurator"], body: { reason: "out-of-time" } },
  "post /v1/instruments/:instrument/close": { who: procuracy, body: {} },
  "post /v1/instruments/:instrument/reopen": { who: procuracy, body: { reason: "repeated" } },
  "post /v1/instruments/:instrument/discard": { who: procuracy, body: {} },
};

const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));

beforeAll(async () => {
  api = await Api.start();
  const world = await settleOffices(api);
  const job = new MainJob(api, world);
  const intake = await job.openIntake();
  const opened = await job.openCase(intake);
  const other = await job.openCase(intake);
  const book = await job.record("agency-officer", "/v1/registers", {
    office: world.offices.agency,
    openedOn: "2026-01-05",
  });
  const finding = await job.confirmFinding(opened);
  const instrument = await job.draft([finding]);
  // Until the addressee has it, the instrument and its finding are the procuracy's own (handed-over.test.ts).
  await job.issueAndServe(instrument, await job.registerKey());
  ids = {
    intake,
    case: opened.case,
    register: idOf(book, "register-opened", "register"),
    act: opened.act,
    deadline: `SEND_DECISION_VKS/${other.act}/${other.decision}`,
    finding,
    instrument,
    office: world.offices.agency,
    area: world.offices.area,
    person: world.people["auditor"] ?? "",
    key: some,
    proposal: some,
    digest: offerOf(currentEdition).digest,
  };
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

function filled(text: string): string {
  return text.replaceAll(/[$:](\w+)/g, (whole, name: string) => ids[name] ?? whole);
}

async function ask(name: string, as: string | undefined): Promise<Reply> {
  const row = rows[name];
  if (row === undefined) throw new Error(`no row for ${name}`);
  const [method, path = ""] = name.split(" ");
  const query = row.query === undefined ? "" : `?${filled(row.query)}`;
  const sending = as === undefined ? {} : { as };
  if (method === "get") return api.get((row.path ?? filled(path)) + query, sending);
  return api.post(filled(path), { ...sending, body: filled(JSON.stringify(row.body)) });
}

test("a bulk is taken from the persons who may record its lines, and from no other role", async () => {
  const line = filled(JSON.stringify({ do: "record-act", ...rows["post /v1/acts"]?.body }));
  const headers = { "content-type": "application/x-ndjson" };
  const may: Person[] = [];
  for (const as of people) {
    const reply = faultless(await api.post("/v1/acts", { as, body: line, headers }));
    // A line that the person may not record for this office is refused as a line.
    const refused = reply.status === 403 || JSON.stringify([reply.body["violations"]]).includes("not-permitted");
    if (!refused) may.push(as);
  }
  expect(may.sort()).toEqual(keepers.toSorted());
});

test("every route has a row in the table, and every row a route", () => {
  expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(rows).sort());
});

const unasked = ["body-unfit", "query-unfit", "id-malformed", "not-found", "rate-limited"];

describe.each(named)("$name", ({ name, route }) => {
  const who = rows[name]?.who ?? [];

  test("a request without a token is refused unless the route is public", async () => {
    const reply = await ask(name, undefined);
    if (who === "anyone") expect([200, 404]).toContain(reply.status);
    else expect(reply).toMatchObject({ status: 401, code: "token-missing" });
  });

  test("a person who is not in the directory is refused unless the route is public", async () => {
    const reply = await ask(name, "stranger");
    if (who !== "anyone") expect(reply).toMatchObject({ status: 403, code: "not-registered" });
  });

  test("a person of each role is answered or refused as the table says", async () => {
    const may: Person[] = [];
    for (const person of people) {
      const reply = faultless(await ask(name, person));
      // The request must be right otherwise, or it would be refused before permission is looked at.
      expect(unasked).not.toContain(reply.code);
      if (reply.status !== 403) may.push(person);
    }
    expect(may.sort()).toEqual([...(who === "anyone" ? people : who)].sort());
    expect(route.access.kind === "public").toBe(who === "anyone");
  });
});
