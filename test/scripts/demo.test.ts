/** The system finds the demonstration's counts in the imported files; no count is written down anywhere. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { daysBetween } from "../../src/base/day.ts";
import { day } from "../../scripts/demo/lines.ts";
import { fillDemo } from "../../scripts/demo/fill.ts";
import { listedState } from "../../src/domain/deadlines/list-state.ts";
import { lawPage } from "../../src/service/reading/law-page.ts";
import { officesOfLogin } from "../../src/service/streams/office-names.ts";
import { checkLog } from "../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../kit/host/host.ts";
import { freshDatabase } from "../kit/postgres/postgres.ts";

let whole: TestHost;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  whole = await makeTestHost(database);
  await fillDemo(whole.host, { issuer: "http://issuer.test", keys: new Map(), progress: () => undefined });
}, 240_000);
afterAll(async () => {
  await whole.end();
  await drop();
});

async function breaches(code: string, rule: string): Promise<{ n: number; of: number }> {
  const office = (await whole.host.views.offices()).find((each) => each.code === code)?.key ?? "";
  return whole.host.views.countBreaches({ office, rule, from: "2000-01-01", until: "2026-11-23", today: "2026-11-23" });
}

async function limits(code: string, rule: string) {
  const office = (await whole.host.views.offices()).find((each) => each.code === code)?.key ?? "";
  const rows = await whole.host.views.deadlines({ office, rule, state: "all", today: "2026-11-23", limit: 10 });
  return rows.map(({ startedOn, dueOn, metOn }) => ({ startedOn, dueOn, metOn }));
}

describe("the editions of the law", () => {
  it("are proposed and adopted by two persons each, the first before any file is opened", async () => {
    const { adoptions, status } = await lawPage(whole.host);
    expect(status).toBe("adopted");
    expect(adoptions.map(({ edition }) => edition)).toEqual([1, 2]);
    for (const { by, proposedBy } of adoptions) expect(by).not.toBe(proposedBy);
    const [, adopted] = await whole.host.log.leavesOf("edition/law");
    const [intake] = await whole.host.views.intakes({ limit: 1 });
    const [opened] = intake === undefined ? [] : await whole.host.log.leavesOf(`intake/${intake.key}`);
    expect(adopted?.index).toBeLessThan(opened?.index ?? 0);
  });

  it("are told apart by the log: which due days the second moved in the files that were there", async () => {
    const { superseding } = await lawPage(whole.host);
    expect(superseding.map(({ from, to, complete }) => [from.edition, to.edition, complete])).toEqual([[1, 2, true]]);
    // The price of the sold land is owed from its delivery and not from the collection, and the delivery in thirty days.
    expect(superseding[0]?.moved).toBeGreaterThanOrEqual(3);
    expect(superseding[0]?.files).toBe(2);
  });
});

describe("the people", () => {
  it("cover every step of a protest, up to the person who may ask the Minister (law 106/2025 Art.113(3))", async () => {
    const posts = await Promise.all(
      ["chief-procurator", "agency-head", "management-agency", "supreme-chief"].map(async (subject) => {
        const offices = await officesOfLogin({ issuer: "http://issuer.test", subject }, whole.host);
        return offices.map(({ state }) => state.kind);
      }),
    );
    expect(posts).toEqual([
      ["area-procuracy"],
      ["area-enforcement-room"],
      ["management-agency"],
      ["supreme-procuracy"],
    ]);
  });
});

describe("the published examples", () => {
  it("1: discovered on 11/03/2022, the protest's window ran to 28/03/2022 (law 26/2008 Art.160(2))", async () => {
    expect(await limits("vks-do-luong", "PROTEST_SAME_LEVEL")).toMatchObject([
      { dueOn: "2022-03-28", metOn: "2022-03-25" },
    ]);
  });

  it("2: two decisions sent 59 days late, and the procuracy's own protest 23 days late: a breach on each side", async () => {
    const sent = (await limits("thads-huyen-2021", "SEND_DECISION_VKS")).filter(
      ({ startedOn }) => startedOn === "2021-01-14",
    );
    const late = { startedOn: "2021-01-14", dueOn: "2021-01-19", metOn: "2021-03-19" };
    expect(sent).toEqual([late, late]);
    expect(daysBetween(day("2021-01-19"), day("2021-03-19"))).toBe(59);
    expect(await limits("vks-huyen-2021", "PROTEST_SAME_LEVEL")).toMatchObject([
      { dueOn: "2021-04-05", metOn: "2021-04-28" },
    ]);
    expect(daysBetween(day("2021-04-05"), day("2021-04-28"))).toBe(23);
    const [protest] = await whole.host.views.instruments({ status: "withdrawn", limit: 10 });
    expect(protest).toMatchObject({ kind: "protest", number: "02/QĐ-VKS", issuedOn: "2021-04-28" });
    const against = await whole.host.views.findings({ limit: 1000, status: "confirmed" });
    expect(against.map(({ rule }) => rule)).toContain("PROTEST_SAME_LEVEL");
  });

  it("2: a withdrawn protest asks for no reply, and its clocks run in no list", async () => {
    const office = (await whole.host.views.offices()).find(({ code }) => code === "thads-huyen-2021")?.key ?? "";
    const asked = { office, rule: "PROTEST_REPLY", today: "2026-11-23", limit: 10 };
    expect(await whole.host.views.deadlines({ ...asked, state: "open" })).toEqual([]);
    const rows = await whole.host.views.deadlines({ ...asked, state: "all" });
    expect(rows.map((row) => listedState(row, day("2026-11-23")))).toEqual([{ state: "missed", daysLate: 4 }]);
  });

  it("today: received on 09/11/2026, to be answered by 25/11/2026, for 24 November is a holiday (Resolution 28/2026/QH16)", async () => {
    expect(await limits("thads-kv1-dong-thap", "RECOMMENDATION_REPLY")).toMatchObject([
      { startedOn: "2026-11-09", dueOn: "2026-11-25" },
    ]);
  });

  it("3: of 686 decisions 157 were sent late (law 26/2008 Art.38)", async () => {
    expect(await breaches("thads-dong-phu", "SEND_DECISION_VKS")).toEqual({ n: 157, of: 686 });
  });

  it("4: 22 of 159 not verified again, 1 of 60 late valuation contracts, 4 of 60 late auction contracts", async () => {
    expect(await breaches("thads-vinh-thanh", "VERIFY_REPEAT")).toEqual({ n: 22, of: 159 });
    expect(await breaches("thads-vinh-thanh", "VALUATION_CONTRACT")).toEqual({ n: 1, of: 60 });
    expect(await breaches("thads-vinh-thanh", "AUCTION_CONTRACT")).toEqual({ n: 4, of: 60 });
  });

  it("5: 15 judgments transferred late by a court, with no case yet (law 26/2008 Art.28(1))", async () => {
    expect(await breaches("tand-tuy-duc", "COURT_TRANSFER_FINAL")).toEqual({ n: 15, of: 15 });
  });

  it("leave a log and a database in which the audit finds nothing", async () => {
    await checkLog(whole);
  });
});
