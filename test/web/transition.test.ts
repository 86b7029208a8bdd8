/**
 * A clock that runs across 1 July 2026 is flagged on its file, with both due days, by the API and at the console (law
 * 106/2025 Art.116).
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import type { Fields } from "../kit/api/api-client.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;
let job: MainJob;
beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test("a certificate asked for on 29 June is due in five working days by the old law, in three by the new", async () => {
  const { case: id } = await job.openCase(await job.openIntake());
  expect(await job.read("procurator", `/v1/cases/${id}`)).toMatchObject({ crossesTransition: false });
  const days = { receivedOn: { day: "2026-06-29", source: "document" } };
  await job.record("agency-officer", "/v1/acts", { on: { case: id }, type: "certificate-requested", days });
  const page = await job.read("procurator", `/v1/cases/${id}`);
  expect(page).toMatchObject({ crossesTransition: true });
  expect((page["obligations"] as Fields[]).filter(({ rule }) => rule === "CERTIFY_RESULT")).toMatchObject([
    {
      version: "L2008",
      dueOn: "2026-07-06",
      crossesTransition: true,
      otherLaw: { version: "L2025", dueOn: "2026-07-02" },
      explanation: { value: { crossing: "law-of-the-starting-day" } },
    },
  ]);
  const { text } = await (await Visitor.signedIn(api, "procurator")).open(`/console/cases/${id}`);
  expect(text).toMatch(/06\/07\/2026.*vắt qua 01\/07\/2026 tính theo bản L2008; theo bản L2025: 02\/07\/2026/);
});
