/** A correction moves a due day that was missed: the later day is missed on its own when it passes, too. */

import { expect, it } from "vitest";
import { z } from "zod";
import { parseUtf8 } from "../../../src/base/bytes.ts";
import { dayOf } from "../../../src/base/day.ts";
import { sealMissed } from "../../../src/service/sweeping/missed-deadlines.ts";
import { Api } from "../../kit/api/api.ts";
import { MainJob } from "../../kit/api/main-job.ts";
import { settleOffices } from "../../kit/api/office-world.ts";

const leafEvent = z.object({
  event: z.object({ type: z.string(), law: z.object({ rule: z.string(), due: z.string().optional() }).optional() }),
});

async function dueDaysSealed({ whole: { host } }: Api): Promise<readonly (string | undefined)[]> {
  const leaves = await host.log.leaves(0, (await host.log.head()).size);
  const events = leaves.map((leaf) => leafEvent.parse(JSON.parse(parseUtf8(leaf) ?? "")).event);
  const missed = events.filter(({ type, law }) => type === "deadline-missed" && law?.rule === "SEND_DECISION_VKS");
  return missed.map(({ law }) => law?.due);
}

async function sealAll({ whole: { host } }: Api): Promise<void> {
  await sealMissed({ before: dayOf((await host.load([])).now), isSpent: () => false }, host);
}

it("each due day of a deadline is sealed once, the corrected one beside the first", async () => {
  const api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const opened = await job.openCase(await job.openIntake());
  await sealAll(api);
  const before = await dueDaysSealed(api);
  const body = {
    on: { case: opened.case },
    field: "happenedOn",
    after: { day: "2026-09-10", source: "document" },
    reason: "Ghi nhầm ngày",
  };
  const reply = await api.post(`/v1/acts/${opened.act}/corrections`, { as: "agency-officer", body });
  expect(reply.status).toBe(201);
  await sealAll(api);
  await sealAll(api);
  const after = await dueDaysSealed(api);
  expect([before.length, after.length, new Set(after).size]).toEqual([1, 2, 2]);
  await api.audit();
  await api.end();
});
