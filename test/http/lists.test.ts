/** Lists over HTTP: pages by cursor hold everything once, in one order; a link names the next page (RFC 8288). */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
let agency: string;
let area: string;
let served: string;

beforeAll(async () => {
  api = await Api.start();
  const world = await settleOffices(api);
  job = new MainJob(api, world);
  ({ agency, area } = world.offices);
  const drafts: string[] = [];
  for (let i = 0; i < 6; i++)
    drafts.push(await job.draft([await job.confirmFinding(await job.openCase(await job.openIntake()))]));
  const key = await job.registerKey();
  // It is the last of the list: only instruments that were not handed over stand before it.
  served = drafts.toSorted().at(-1) ?? "";
  await job.issueAndServe(served, key);
  const [withdrawn = ""] = drafts.toSorted();
  const path = `/v1/instruments/${withdrawn}`;
  await job.record("chief-procurator", `${path}/issue`, await job.issueBody(withdrawn, key));
  await job.record("chief-procurator", `${path}/withdraw`, { reason: "ground-gone" });
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

interface Item {
  readonly key: string;
}

/** Reads every page, following the links only. */
async function follow(first: string): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const reply = await api.get(path, { as: "procurator" });
    if (reply.status !== 200) throw new Error(reply.text);
    pages.push((reply.body["items"] as Item[]).map(({ key }) => key));
    path = /^<([^>]*)>; rel="next"$/.exec(reply.headers.get("link") ?? "")?.[1];
    expect(reply.body["next"]).toBe(path);
  }
  return pages;
}

describe.each([
  ["cases", () => `/v1/cases?agency=${agency}`],
  ["intakes", () => `/v1/intakes?agency=${agency}`],
  ["detections", () => `/v1/detections?office=${agency}&state=all`],
  ["findings", () => `/v1/findings?office=${agency}`],
  ["instruments", () => `/v1/instruments?issuer=${area}`],
])("the list of %s", (_, path) => {
  test("the pages hold every row once, whatever their size", async () => {
    const [whole = []] = await follow(path());
    expect(whole.length).toBeGreaterThanOrEqual(5);
    for (const limit of [1, 2, whole.length]) expect((await follow(`${path()}&limit=${limit}`)).flat()).toEqual(whole);
  });
});

test("an instrument that was not handed over is in no list of the addressee, not even if withdrawn, and shortens no page", async () => {
  const path = `/v1/instruments?addressee=${agency}`;
  for (const limit of [1, 2, 50]) expect((await follow(`${path}&limit=${limit}`)).flat()).toEqual([served]);
});

test("detections come by due day, with their state of today and the days that they are late", async () => {
  const { items } = await job.read("procurator", `/v1/detections?office=${agency}&state=breached&weight=violation`);
  const found = items as { dueOn: string; state: string; daysLate: number }[];
  expect(found.map(({ dueOn }) => dueOn)).toEqual(found.map(({ dueOn }) => dueOn).toSorted());
  for (const { state, daysLate } of found)
    expect([["late", "missed"].includes(state), daysLate > 0]).toEqual([true, true]);
});

test("the list of findings can be filtered by case", async () => {
  const [first] = (await job.read("procurator", `/v1/findings?office=${agency}`))["items"] as { about: string }[];
  const { items } = await job.read("procurator", `/v1/findings?office=${agency}&about=${first?.about}`);
  expect(items).toMatchObject([{ about: first?.about }]);
});

test.each([
  ["cases", "agency"],
  ["intakes", "agency"],
  ["findings", "office"],
  ["instruments", "addressee"],
])(
  "a list of %s without an office holds what the reader may see of every office, and nothing else",
  async (list, of) => {
    const keysFor = async (as: string, path: string): Promise<readonly string[]> =>
      ((await job.read(as, path))["items"] as Item[]).map(({ key }) => key);
    const all = await keysFor("auditor", `/v1/${list}`);
    expect(all.length).toBeGreaterThan(0);
    for (const as of ["procurator", "supreme-chief"]) expect(await keysFor(as, `/v1/${list}`)).toEqual(all);
    expect(await keysFor("agency-head", `/v1/${list}`)).toEqual(
      await keysFor("agency-head", `/v1/${list}?${of}=${agency}`),
    );
    expect(await keysFor("other-officer", `/v1/${list}`)).toEqual([]);
    expect(await keysFor("foreign-procurator", `/v1/${list}`)).toEqual([]);
    expect((await api.get(`/v1/${list}`, { as: "council-reader" })).code).toBe("not-permitted");
  },
);

test("pages of a list without an office hold every row once, too", async () => {
  const [whole = []] = await follow("/v1/cases");
  for (const limit of [1, 2, whole.length]) expect((await follow(`/v1/cases?limit=${limit}`)).flat()).toEqual(whole);
});
