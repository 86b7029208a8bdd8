/** The demonstration's counts are found by the system in the imported files; none is written down anywhere. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDemo } from "../../scripts/demo/fill.ts";
import { makeTestHost, type TestHost } from "../kit/host.ts";
import { freshDatabase } from "../kit/postgres.ts";

let whole: TestHost;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  whole = await makeTestHost(database.appUrl);
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

describe("the published examples", () => {
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
});
