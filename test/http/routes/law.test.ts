/** Editions of the law over the API: two persons adopt one, it counts, and a server that applies another says so. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "../../../src/base/day.ts";
import { emptyCache, sharedHost } from "../../../src/assemble.ts";
import { offerOf } from "../../../src/domain/editions/offer.ts";
import { makeApp } from "../../../src/http/app.ts";
import { currentEdition, type Edition, editions } from "../../../src/law/edition.ts";
import type { Host } from "../../../src/service/host.ts";
import { sealMissed } from "../../../src/service/sweeping/missed-deadlines.ts";
import { Api } from "../../kit/api/api.ts";
import { ApiClient, type Fields, type Reply } from "../../kit/api/api-client.ts";
import { MainJob } from "../../kit/api/main-job.ts";
import { eventsOf, type OfficeWorld, settleOffices } from "../../kit/api/office-world.ts";

const next: Edition = { ...currentEdition, number: currentEdition.number + 1, crossing: "later-of-both" };
const nameOf = (edition: Edition): Fields => {
  const { edition: number, digest } = offerOf(edition);
  return { edition: number, digest };
};

let api: Api;
let world: OfficeWorld;
let host: Host;
/** The same program with the next edition beside its own, as a program is that was made ready for the change. */
let ready: ApiClient;

function clientOf(of: Api, through: Host): ApiClient {
  const lent = { host: through, end: async () => undefined };
  const app = makeApp({ host: () => lent, tokens: of.tokens, report: (fault) => of.faults.push(fault) });
  return new ApiClient({
    issuer: of.issuer,
    token: async (subject) => of.token(subject),
    fetch: async (path, request) => app.request(path, request),
  });
}

beforeAll(async () => {
  api = await Api.start();
  world = await settleOffices(api);
  host = { ...api.whole.host, cache: emptyCache(), law: { running: currentEdition, known: [currentEdition, next] } };
  ready = clientOf(api, host);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const propose = async (edition: Fields, as = "law-keeper", by: ApiClient = api): Promise<Reply> =>
  by.post("/v1/law/proposals", { as, body: edition });
const adopt = async (edition: Fields, as = "other-law-keeper", by: ApiClient = api): Promise<Reply> =>
  by.post("/v1/law/adoptions", { as, body: edition });

/** Expects a refusal with this code, and nothing recorded. */
async function refusedWith(code: string, ask: () => Promise<Reply>): Promise<void> {
  const before = await api.events();
  expect((await ask()).code).toBe(code);
  expect(await api.events()).toBe(before);
}

describe("before an edition is adopted", () => {
  test("the edition that opened the log counts, and /health and every answer say that it is not adopted", async () => {
    const health = await api.get("/health");
    expect(health.body["law"]).toEqual({
      status: "opening",
      running: nameOf(currentEdition),
      counting: { ...nameOf(currentEdition), by: "opening" },
    });
    expect(String(health.body["warnings"])).toContain("edition 2 of the law was not yet adopted by two persons");
    expect((await api.get("/v1/me", { as: "auditor" })).headers.get("law-edition")).toBe("2; opening");
  });

  test("an adoption without a proposal is refused", async () => {
    await refusedWith("edition-not-proposed", async () => adopt(nameOf(currentEdition)));
  });

  test.each([
    ["a digest that this program does not have", { edition: 1, digest: "0".repeat(64) }, "unknown-edition"],
    ["a number that this program does not have", { ...nameOf(currentEdition), edition: 3 }, "unknown-edition"],
    ["an edition of another program", nameOf(next), "unknown-edition"],
    ["no digest", { edition: 1 }, "body-unfit"],
    ["a digest that is none", { edition: 1, digest: "latest" }, "body-unfit"],
    ["a number that is none", { ...nameOf(currentEdition), edition: 0 }, "body-unfit"],
    ["what only the service may add", { ...nameOf(currentEdition), known: [] }, "body-unfit"],
  ])("%s is refused, whether it is proposed or adopted", async (_, body, code) => {
    await refusedWith(code, async () => propose(body));
    await refusedWith(code, async () => adopt(body));
  });
});

describe("two persons", () => {
  test("the entry of a proposal holds what the second person has to compare", async () => {
    const reply = await propose(nameOf(currentEdition));
    expect(eventsOf(reply)).toMatchObject([{ type: "law-proposed", data: offerOf(currentEdition) }]);
    await refusedWith("already-exists", async () => propose(nameOf(currentEdition), "other-law-keeper"));
  });

  test("the person who proposed an edition cannot adopt it", async () => {
    await refusedWith("second-person-needed", async () => adopt(nameOf(currentEdition), "law-keeper"));
  });

  test("a second person adopts it once, however many ask at the same time, and the same key gets the same answer", async () => {
    const before = await api.events();
    const ask = async (key: string): Promise<Reply> =>
      api.post("/v1/law/adoptions", { as: "other-law-keeper", body: nameOf(currentEdition), key });
    const replies = await Promise.all(["a", "b", "c", "d"].map(ask));
    expect(replies.map(({ status, code }) => code ?? String(status)).toSorted()).toEqual([
      "201",
      ...Array.from({ length: 3 }, () => "nothing-to-change"),
    ]);
    expect(await api.events()).toBe(before + 1);
    const won = replies.findIndex(({ status }) => status === 201);
    expect((await ask(["a", "b", "c", "d"][won] ?? "")).text).toBe(replies[won]?.text);
    await refusedWith("nothing-to-change", async () => adopt(nameOf(currentEdition)));
  });

  test("the adopted edition counts, and the server says that it is adopted", async () => {
    const health = await api.get("/health");
    expect(health.body["law"]).toMatchObject({ status: "adopted", counting: { by: "adoption" } });
    expect(String(health.body["warnings"])).not.toContain("edition");
    const page = await api.get("/v1/law/editions", { as: "auditor" });
    expect(page.headers.get("law-edition")).toBe("2; adopted");
    expect(page.body).toMatchObject({
      status: "adopted",
      known: editions.map(offerOf),
      proposals: [],
      adoptions: [{ edition: 2, proposedBy: world.people["law-keeper"], by: world.people["other-law-keeper"] }],
    });
  });
});

describe("an edition adopted while a command is decided by the earlier one", () => {
  test("the new edition counts: the command is refused and records nothing", async () => {
    const slow = await Api.start();
    const job = new MainJob(slow, await settleOffices(slow));
    const { case: id, act, decision } = await job.openCase(await job.openIntake());
    const both = { running: currentEdition, known: [currentEdition, next] };
    const quick = clientOf(slow, { ...slow.whole.host, cache: emptyCache(), law: both });
    let adopted = false;
    // Another process: within one, the adoption would wait for its turn on the editions.
    const other = sharedHost(slow.whole.host, emptyCache());
    const overtaken = clientOf(slow, {
      ...other,
      record: async (recording) => {
        if (!adopted) {
          adopted = true;
          expect((await propose(nameOf(next), "law-keeper", quick)).status).toBe(201);
          expect((await adopt(nameOf(next), "other-law-keeper", quick)).status).toBe(201);
        }
        return other.record(recording);
      },
    });
    const body = { detections: [{ about: { kind: "case", id }, deadline: `SEND_DECISION_VKS/${act}/${decision}` }] };
    const before = await slow.events();
    const reply = await overtaken.post("/v1/findings", { as: "procurator", body });
    expect([adopted, reply.code]).toEqual([true, "edition-not-adopted"]);
    expect(await slow.events()).toBe(before + 2);
    await slow.audit();
    await slow.end();
  });
});

describe("a server that applies another edition than the one that counts", () => {
  test("the server says so, records acts, and refuses every command that would cite the law", async () => {
    const job = new MainJob(api, world);
    const opened = await job.openCase(await job.openIntake());
    await propose(nameOf(next), "law-keeper", ready);
    const adopted = await adopt(nameOf(next), "other-law-keeper", ready);
    expect(eventsOf(adopted)[0]?.data).toMatchObject({ edition: 3, supersedes: nameOf(currentEdition) });

    expect((await api.get("/health")).body["law"]).toMatchObject({ status: "other", counting: { edition: 3 } });
    expect((await ready.get("/v1/me", { as: "auditor" })).headers.get("law-edition")).toBe("2; other");
    const about = {
      about: { kind: "case", id: opened.case },
      deadline: `SEND_DECISION_VKS/${opened.act}/${opened.decision}`,
    };
    const judging: readonly (readonly [string, Fields])[] = [
      ["/v1/findings", { detections: [about] }],
      ["/v1/findings/dismissals", { ...about, reason: "duplicate" }],
    ];
    for (const [path, body] of judging)
      await refusedWith("edition-not-adopted", async () => api.post(path, { as: "procurator", body }));
    const before = await api.events();
    const { host: own } = api.whole;
    const looked = await sealMissed({ before: dayOf((await own.load([])).now), isSpent: () => false }, own);
    expect(looked).toEqual({ status: "stopped", sealed: 0, through: undefined });
    expect(await api.events()).toBe(before);
    const party = await api.post(`/v1/cases/${opened.case}/parties`, {
      as: "agency-officer",
      body: { side: "debtor" },
    });
    expect(party.status).toBe(201);
  });

  test("the earlier edition cannot be adopted again", async () => {
    await refusedWith("edition-outdated", async () => propose(nameOf(currentEdition), "law-keeper", ready));
    await refusedWith("edition-outdated", async () => adopt(nameOf(currentEdition), "other-law-keeper", ready));
  });
});
