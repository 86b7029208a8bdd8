/** The counts of each rule's detections, and their links: a rule that gave only hints links to its hints. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { Visitor } from "../kit/pages/visitor.ts";

let api: Api;

/** Two debtors were notified in time and nobody verified their conditions: a hint for each, because the text of the rule is in doubt. */
beforeAll(async () => {
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const opened = await job.openCase(await job.openIntake());
  const { parties } = await job.read("agency-officer", `/v1/cases/${opened.case}`);
  for (const { id } of parties as readonly { readonly id: string }[])
    await job.record("agency-officer", "/v1/acts", {
      on: { case: opened.case },
      type: "party-notified",
      subject: { kind: "party", id },
      answers: [opened.act],
      days: { happenedOn: { day: "2026-09-09", source: "document" } },
    });
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

test.each([
  ["xác minh điều kiện thi hành án lần đầu", "Gợi ý chưa xem xét", "Chọn xác minh"],
  ["gửi quyết định về thi hành án cho Viện kiểm sát", "Phát hiện chưa xem xét", "Chọn gửi quyết định"],
])("from either list, the count of %s links to the list with its detections", async (rule, title, box) => {
  const visitor = await Visitor.signedIn(api, "procurator");
  for (const list of ["/console/detections", "/console/detections?weight=hint"]) {
    await visitor.open(list);
    const page = await visitor.follow(rule);
    expect(page.html).toContain(`<h1>${title}</h1>`);
    expect(page.html).toContain(`aria-label="${box}`);
  }
});
