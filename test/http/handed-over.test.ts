/**
 * What is handed over, exhaustively: every way to read × every stage of a finding and its instrument × every reader. Until the
 * addressee has the instrument, no answer to the accused, or to a stranger at any time, holds anything of it.
 */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "../../src/http/routes/all-routes.ts";
import { acts, pages } from "../../src/web/routes.ts";
import { Api } from "../kit/api/api.ts";
import { faultless, type Fields, type Reply } from "../kit/api/api-client.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { said, type Stage, type StageName, stageNames, stageOf, stageSteps } from "../kit/api/stages.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;

const procuracySide = ["procurator", "chief-procurator", "supreme-chief", "auditor"] as const;
const accused = ["agency-officer", "agency-head", "management-agency"] as const;
const strangers = ["other-officer", "court-officer", "foreign-procurator", "council-reader", "importer"] as const;

const stages: Stage[] = [];

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  // The test asks thousands of questions; the limit has tests of its own.
  Reflect.set(api.whole.host.cache, "rateLimiter", { take: () => 0 });
  const at = { job, key: await job.registerKey() };
  const intake = await job.openIntake();
  for (const name of stageNames) stages.push(await stageOf(at, name, intake));
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

function stage(name: StageName): Stage {
  const found = stages.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no stage ${name}`);
  return found;
}

const unknownId = "f".repeat(32);

/** The paths of each route that reads, with the ids of a stage; a route without a row fails the first test. */
const asked: Readonly<Record<string, (of: Stage) => readonly string[]>> = {
  "/checkpoint": () => [],
  "/tile/:level{[0-9]+}/*": () => [],
  "/tile/entries/*": () => ["/tile/entries/000.p/5"],
  "/v1/log/key": () => [],
  "/v1/log/proofs/inclusion": () => ["/v1/log/proofs/inclusion?index=0"],
  "/v1/log/proofs/consistency": () => ["/v1/log/proofs/consistency?from=1"],
  // Every single entry is asked for in a test of its own.
  "/v1/log/entries": () => ["/v1/log/entries?start=0&end=200"],
  "/health": () => ["/health"],
  "/problems": () => [],
  "/problems/:code{[a-z0-9-]+}": () => [],
  "/openapi.json": () => [],
  "/v1/offices": () => ["/v1/offices"],
  "/v1/offices/:office": () => [`/v1/offices/${job.world.offices.agency}`],
  "/v1/me": () => ["/v1/me"],
  "/v1/people/:person": () => [`/v1/people/${job.world.people["procurator"]}`],
  "/v1/directory/rights": () => ["/v1/directory/rights"],
  "/v1/directory/proposals": () => ["/v1/directory/proposals"],
  "/v1/law/editions": () => ["/v1/law/editions"],
  "/v1/intakes": () => ["/v1/intakes"],
  "/v1/intakes/:intake": () => [],
  "/v1/intakes/:intake/obligations": () => [],
  "/v1/cases": () => [`/v1/cases?agency=${job.world.offices.agency}`],
  "/v1/cases/:case": ({ file }) => [`/v1/cases/${file.case}`],
  "/v1/cases/:case/obligations": ({ file }) => [`/v1/cases/${file.case}/obligations`],
  "/v1/registers": () => ["/v1/registers"],
  "/v1/registers/:register": () => [],
  "/v1/registers/:register/obligations": () => [],
  "/v1/detections": () => ["breached", "open", "all", "gone"].map((state) => `/v1/detections?state=${state}`),
  "/v1/detections/counts": () => ["/v1/detections/counts"],
  "/v1/findings": ({ file }) => {
    const { agency, area } = job.world.offices;
    const whose = ["", `office=${agency}`, `procuracy=${area}`, `office=${agency}&procuracy=${area}`];
    const which = ["", `about=case/${file.case}`, "status=confirmed", "status=in-instrument", "status=merged"];
    return [...which, "status=dismissed"].flatMap((one) =>
      whose.map((other) => `/v1/findings?${[one, other, "limit=200"].filter((part) => part !== "").join("&")}`),
    );
  },
  "/v1/findings/:finding": ({ finding }) => [`/v1/findings/${finding}`],
  "/v1/instruments": () => {
    const { agency, area, management } = job.world.offices;
    const whose = ["", `issuer=${area}`, `addressee=${agency}`, `arbiter=${management}`];
    const which = ["", "status=drafted", "status=discarded", "status=issued", "status=withdrawn", "status=served"];
    return which.flatMap((one) =>
      whose.map((other) => `/v1/instruments?${[one, other, "limit=200"].filter((part) => part !== "").join("&")}`),
    );
  },
  "/v1/instruments/:instrument": ({ instrument = unknownId }) => [`/v1/instruments/${instrument}`],
  "/v1/instruments/:instrument/signing-text": ({ instrument = unknownId }) => [
    `/v1/instruments/${instrument}/signing-text`,
  ],
};

const reads = [...new Set(routes.flatMap(({ method, path }) => (method === "get" ? [path] : [])))];

test("every route that reads has a row", () => {
  expect(Object.keys(asked).toSorted()).toEqual(reads.toSorted());
});

function secretsIn(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => text.includes(secret));
}

/** An answer without what the question itself said. */
function answered({ text }: Reply, path: string): string {
  return text.replaceAll(path, "");
}

describe.each(stageNames)("%s", (name) => {
  const isOpen = name === "served" || name === "received";

  test.each([...(isOpen ? [] : accused), ...strangers])("nothing of it is in any answer to %s", async (reader) => {
    for (const path of reads.flatMap((route) => asked[route]?.(stage(name)) ?? [])) {
      const reply = faultless(await api.get(path, { as: reader }));
      expect(secretsIn(answered(reply, path), stage(name).secrets), `${reader} ${path}`).toEqual([]);
      if (!isOpen) expect([404, 403, 200]).toContain(reply.status);
    }
  });

  test.each(procuracySide)("%s sees all of it but the values that the reader may not open", async (reader) => {
    const { finding, instrument, secrets } = stage(name);
    const page = await api.get(`/v1/findings/${finding}`, { as: reader });
    expect(page).toMatchObject({ status: 200, body: { finding } });
    expect(page.headers.get("etag")).toBe(`"v${String(page.body["version"])}"`);
    if (instrument !== undefined) {
      const read = await api.get(`/v1/instruments/${instrument}`, { as: reader });
      expect(read).toMatchObject({ status: 200, body: { instrument } });
      if (reader !== "auditor") expect(secretsIn(read.text, secrets)).toContain(secrets.at(-1));
    }
    const list = await api.get(`/v1/findings?office=${job.world.offices.agency}&limit=200`, { as: reader });
    expect(list.text).toContain(finding);
  });

  test("its entries in the log are shown to the procuracy's side alone until it is handed over", async () => {
    const { finding, instrument = unknownId } = stage(name);
    const indexes = await indexesOf([`finding/${finding}`, `instrument/${instrument}`]);
    for (const { index, type } of indexes) {
      const path = `/v1/log/entries?start=${index}`;
      const shown = async (reader: string) => (await api.get(path, { as: reader })).status === 200;
      for (const reader of procuracySide) expect(await shown(reader), `${reader} ${type}`).toBe(true);
      for (const reader of strangers) expect(await shown(reader), `${reader} ${type}`).toBe(false);
      for (const reader of accused) expect(await shown(reader), `${reader} ${type}`).toBe(isOpen);
    }
    expect(indexes.length).toBeGreaterThan(0);
  });
});

async function indexesOf(streams: readonly string[]): Promise<readonly { index: number; type: string }[]> {
  const { size } = await job.read("auditor", "/v1/log/entries?start=0");
  const found: { index: number; type: string }[] = [];
  for (let start = 0; start < Number(size); start += 256) {
    const end = Math.min(Number(size), start + 256);
    const { entries } = await job.read("auditor", `/v1/log/entries?start=${start}&end=${end}`);
    for (const { entry, index } of entries as { entry: Fields; index: number }[]) {
      const event = entry["event"] as { stream: string; type: string };
      if (streams.includes(event.stream)) found.push({ index, type: event.type });
    }
  }
  return found;
}

describe("neither the accused nor a stranger can tell a thing that is not handed over from one that does not exist", () => {
  const hidden = stageNames.filter((name) => name !== "served" && name !== "received");
  const bare = ({ status, text, headers }: Reply, id: string) => ({
    status,
    text: text.replaceAll(id, unknownId),
    etag: headers.get("etag"),
  });

  test.each(hidden)("by id: %s", async (name) => {
    const { finding, instrument } = stage(name);
    for (const as of [...accused, ...strangers]) {
      const one = bare(await api.get(`/v1/findings/${finding}`, { as }), finding);
      expect(one, as).toEqual(bare(await api.get(`/v1/findings/${unknownId}`, { as }), unknownId));
      expect(one.status).toBe(mayReadFindings(as) ? 404 : 403);
      for (const part of instrument === undefined ? [] : ["", "/signing-text"]) {
        const read = bare(await api.get(`/v1/instruments/${instrument}${part}`, { as }), instrument ?? "");
        expect(read).toEqual(bare(await api.get(`/v1/instruments/${unknownId}${part}`, { as }), unknownId));
      }
    }
  });

  const mayReadFindings = (as: string) => !["council-reader", "importer"].includes(as);

  const day = { day: "2026-10-01", source: "document" };
  const bodies: Readonly<Record<string, (of: Stage) => Fields>> = {
    receive: () => ({ receivedOn: day }),
    contests: () => ({ day: "sentOn", stated: "2026-10-01", reason: "sai" }),
    replies: ({ finding }) => ({ answers: [{ findings: [finding], answer: "accepted" }] }),
    claims: ({ finding }) => ({ findings: [finding], entries: [] }),
    "claims/withdraw": ({ finding }) => ({ findings: [finding] }),
    verifications: ({ finding }) => ({ findings: [finding], outcome: "confirmed" }),
    reconsideration: () => ({ reason: "xem lại" }),
    "reconsideration/answer": () => ({ outcome: "maintained" }),
    dispute: () => ({ to: job.world.offices.management }),
    "dispute/answer": () => ({ outcome: "upheld" }),
    serve: () => ({ channel: "post" }),
    withdraw: () => ({ reason: "out-of-time" }),
    discard: () => ({}),
    close: () => ({}),
    reopen: () => ({ reason: "repeated" }),
  };

  test.each(hidden.filter((name) => stageSteps[name].length > 0))("by command and by version: %s", async (name) => {
    const of = stage(name);
    const events = await api.events();
    for (const as of ["agency-head", "management-agency", "other-officer"] as const)
      for (const [path, body] of Object.entries(bodies))
        for (const version of [undefined, '"v1"', '"v2"']) {
          const ask = async (id: string) => {
            const sending = { as, body: body(of), headers: { "if-match": version } };
            return bare(await api.post(`/v1/instruments/${id}/${path}`, sending), id);
          };
          const refused = await ask(of.instrument ?? "");
          expect(refused, `${as} ${path} ${version}`).toEqual(await ask(unknownId));
        }
    for (const version of ['"v1"', '"v9"']) {
      const sending = { as: "agency-officer", body: { seriousness: "serious" }, headers: { "if-match": version } };
      const reply = await api.post(`/v1/findings/${of.finding}/assessments`, sending);
      expect(reply).toMatchObject({ status: 403, code: "not-permitted" });
    }
    expect(await api.events()).toBe(events);
  });
});

test("a version is told to nobody who may not give the command", async () => {
  const sending = { as: "other-officer", body: { side: "debtor" }, headers: { "if-match": '"v99"' } };
  const reply = await api.post(`/v1/cases/${stage("confirmed").file.case}/parties`, sending);
  expect(reply).toMatchObject({ status: 403, code: "not-permitted" });
  const own = await api.post(`/v1/cases/${stage("confirmed").file.case}/parties`, { ...sending, as: "agency-officer" });
  expect(own).toMatchObject({ status: 412, code: "version-not-matched" });
});

describe("the figures", () => {
  const countOf = async (as: string): Promise<Fields> => {
    const { items } = await job.read(as, `/v1/detections/counts?office=${job.world.offices.agency}`);
    return (items as Fields[]).find(({ rule }) => rule === "SEND_DECISION_VKS") ?? {};
  };

  const mergedIn = async (as: string): Promise<number> => {
    const { items } = await job.read(as, `/v1/detections/counts?office=${job.world.offices.agency}`);
    return (items as Fields[]).reduce((sum, { merged }) => sum + Number(merged), 0);
  };

  test("the procuracy's side sees what was confirmed, merged and dismissed", async () => {
    // The two detections that were made one are of other rules, so this one of their file is pending.
    const all = { confirmed: stageNames.length - 2, dismissed: 1, pending: 1 };
    for (const as of procuracySide) expect(await countOf(as)).toMatchObject(all);
    for (const as of procuracySide) expect(await mergedIn(as)).toBe(1);
  });

  test("to the accused only what was handed over is confirmed, and all else is a detection like any other", async () => {
    const shown = { confirmed: 2, merged: 0, dismissed: 0, pending: stageNames.length - 2 };
    for (const as of accused) expect(await countOf(as)).toMatchObject(shown);
    for (const as of accused) expect(await mergedIn(as)).toBe(0);
  });
});

test("the accused sees the finding, its reasons and its instrument once it has them, and no merging", async () => {
  for (const name of ["served", "received"] as const) {
    const { finding, instrument, secrets } = stage(name);
    for (const as of accused) {
      const page = await api.get(`/v1/findings/${finding}`, { as });
      expect(page.body).toMatchObject({ finding, instrument, merged: [], note: { value: said("ghi chú", name) } });
      expect(page.body["entries"]).toMatchObject(
        ["violation-confirmed", "seriousness-assessed", "finding-put-in"].map((type) => ({ type })),
      );
      const read = await api.get(`/v1/instruments/${instrument}`, { as });
      expect(secretsIn(read.text, secrets)).toEqual(secrets);
      const list = await api.get(`/v1/findings?office=${job.world.offices.agency}`, { as });
      expect(new Set((list.body["items"] as Fields[]).map((row) => row["key"]))).toEqual(
        new Set([stage("served").finding, stage("received").finding]),
      );
    }
  }
});

test("a page of the accused's list is full though many findings before it are not handed over", async () => {
  const path = `/v1/findings?office=${job.world.offices.agency}&limit=1`;
  const first = await api.get(path, { as: "agency-officer" });
  const [row] = first.body["items"] as Fields[];
  const second = await api.get(`${path}&after=${String(row?.["key"])}`, { as: "agency-officer" });
  expect([...(first.body["items"] as Fields[]), ...(second.body["items"] as Fields[])]).toHaveLength(2);
});

describe("the console", () => {
  const paths = [...pages, ...acts].map(({ path }) => path);

  test.each(["agency-head", "management-agency"])(
    "no page that %s can open holds what is not handed over",
    async (reader) => {
      const visitor = await Visitor.signedIn(api, reader);
      for (const name of stageNames.filter((each) => each !== "served" && each !== "received")) {
        const { file, finding, instrument, secrets } = stage(name);
        const ids = { cases: file.case, findings: finding, instruments: instrument ?? unknownId };
        for (const path of paths) {
          const [, , kind = ""] = path.split("/");
          const id = Object.entries(ids).find(([each]) => each === kind)?.[1] ?? "0";
          const asks = path.replaceAll(/:\w+(?:\{[^}]*\})?/g, id);
          for (const query of path === "/console/findings" ? ["", "?status=dismissed", "?status=merged"] : [""]) {
            const page = await visitor.open(asks + query);
            expect(page.status, asks).toBeLessThan(500);
            const text = page.html.replaceAll(page.path, "");
            expect(secretsIn(text, secrets), `${reader} ${asks}${query}`).toEqual([]);
          }
        }
      }
    },
  );

  test("the procurator sees it there", async () => {
    const visitor = await Visitor.signedIn(api, "procurator");
    for (const name of stageNames) {
      const page = await visitor.open(`/console/findings/${stage(name).finding}`);
      expect(page.status).toBe(200);
    }
  });
});
