/**
 * Every type of act over the API: a refused one gets a problem with the place and the rule, and leaves the stream
 * unchanged.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { Api } from "../kit/api/api.ts";
import type { Reply } from "../kit/api/api-client.ts";
import { actOf, badInputs, recordable, type Scene } from "../kit/api/every-act.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { eventsOf, idOf, settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let scene: Scene;

const days = { happenedOn: { day: "2026-09-08", source: "document" } };

beforeAll(async () => {
  // Each wrong request counts against the rate, and this test sends more than a person may.
  api = await Api.start();
  const job = new MainJob(api, await settleOffices(api));
  const intake = await job.openIntake();
  const opened = await job.openCase(intake);
  const record = async (on: object, act: object) => {
    const [recorded] = eventsOf(await job.record("agency-officer", "/v1/acts", { on, days, ...act }));
    const { act: id, subject } = (recorded?.data ?? {}) as { act: string; subject: { id: string } };
    return { id, subject: subject.id };
  };
  const inCase = { case: opened.case };
  const money = await record(inCase, { type: "money-collected" });
  const kinds = { category: "coercion", instance: "first" };
  const complaint = await record(inCase, { type: "complaint-lodged", traits: kinds });
  const judgment = await record({ intake }, { type: "judgment-issued", traits: { judgment: "ordinary" } });
  const due = await record({ intake }, { type: "obligation-due" });
  const receipt = { days: { receivedOn: days.happenedOn } };
  const asked = await record(inCase, { type: "data-request-received", ...receipt });
  const register = idOf(
    await job.record("agency-officer", "/v1/registers", { office: job.world.offices.agency, openedOn: "2026-01-05" }),
    "register-opened",
    "register",
  );
  const ended = await record({ register }, { type: "reporting-period-ended" });
  const foreign = await record({ register }, { type: "data-request-received", ...receipt });
  const file = await job.read("agency-officer", `/v1/cases/${opened.case}`);
  const [party] = file["parties"] as { id: string }[];
  const [asset] = file["assets"] as { id: string }[];
  scene = {
    case: opened.case,
    intake,
    register,
    subjects: {
      case: opened.case,
      intake,
      decision: opened.decision,
      party: party?.id ?? "",
      asset: asset?.id ?? "",
      sum: money.subject,
      complaint: complaint.subject,
      report: ended.subject,
      "data-request": asked.subject,
    },
    recorded: {
      case: [
        { id: opened.act, type: "decision-issued" },
        { id: money.id, type: "money-collected" },
        { id: complaint.id, type: "complaint-lodged" },
      ],
      intake: [
        { id: judgment.id, type: "judgment-issued" },
        { id: due.id, type: "obligation-due" },
      ],
      register: [
        { id: ended.id, type: "reporting-period-ended" },
        { id: foreign.id, type: "data-request-received" },
      ],
    },
  };
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

/** Everything that a refusal must leave unchanged. */
async function unchanged(): Promise<readonly unknown[]> {
  const seen = await Promise.all(
    [`/v1/cases/${scene.case}`, `/v1/intakes/${scene.intake}`, `/v1/registers/${scene.register}`].map((path) =>
      api.get(path, { as: "agency-officer" }),
    ),
  );
  return [await api.events(), ...seen.map(({ headers }) => headers.get("etag"))];
}

function violations({ body }: Reply): readonly unknown[] {
  return body["violations"] as readonly unknown[];
}

/** The agency's types go as the lines of one bulk: sent one by one they would pass the rate limit of one person. */
test("each type of act is recorded by one of its recorders, with its subject and its days", async () => {
  const types = recordable.filter((type) => recorderOf(type) === "agency-officer");
  const body = types.map((type) => JSON.stringify({ do: "record-act", ...actOf(type, scene) })).join("\n");
  const headers = { "content-type": "application/x-ndjson" };
  const all = await api.post("/v1/acts", { as: "agency-officer", headers, body });
  expect(all.status, all.text).toBe(201);
  expect(all.body["events"]).toMatchObject(types.map((type) => ({ type: "act-recorded", data: { type } })));
  for (const type of recordable.filter((each) => recorderOf(each) !== "agency-officer")) {
    const reply = await api.post("/v1/acts", { as: recorderOf(type), body: actOf(type, scene) });
    expect([reply.status, eventsOf(reply)[0]?.data["type"]], `${type}: ${reply.text}`).toEqual([201, type]);
  }
});

/** Each type is sent with one of its faults only: all of them would pass the rate limit of one person. */
test("an act that cannot have happened gets a problem with the place and the rule, and records nothing", async () => {
  const before = await unchanged();
  for (const [i, type] of recordable.entries()) {
    const bad = badInputs(type, scene);
    const { body, code, at, by, wrong } = bad[i % bad.length] ?? must();
    const reply = await api.post("/v1/acts", { as: recorderOf(type), body });
    const said = `${type}: ${wrong}`;
    expect([reply.status, reply.code], said).toEqual([422, by === "form" ? "body-unfit" : code]);
    expect(violations(reply), said).toContainEqual(
      expect.objectContaining({
        pointer: at,
        ...(code === "" ? {} : { code }),
        detail: expect.stringMatching(/.+ \/ .+/),
      }),
    );
  }
  expect(await unchanged()).toEqual(before);
});

test("a bulk of such acts names every line, and records none", async () => {
  const before = await unchanged();
  const bad = recordable
    .filter((type) => recorderOf(type) === "agency-officer")
    .flatMap((type) => badInputs(type, scene))
    .filter(({ by }) => by === "rule");
  const headers = { "content-type": "application/x-ndjson" };
  const bulk = async (lines: typeof bad): Promise<Reply> => {
    const body = lines.map((one) => JSON.stringify({ do: "record-act", ...one.body })).join("\n");
    return api.post("/v1/acts", { as: "agency-officer", headers, body });
  };
  // A problem lists a hundred places.
  for (let start = 0; start < bad.length; start += 100) {
    const lines = bad.slice(start, start + 100);
    const reply = await bulk(lines);
    expect(reply.code).toBe("lines-refused");
    expect(violations(reply)).toMatchObject(lines.map(({ at, code }, i) => ({ line: i + 1, pointer: at, code })));
  }
  const reply = await bulk(bad);
  expect([violations(reply).length, reply.body["more"]]).toEqual([100, bad.length - 100]);
  expect(await unchanged()).toEqual(before);
});

function recorderOf(type: (typeof recordable)[number]): string {
  return type === "violation-discovered" ? "procurator" : "agency-officer";
}

function must(): never {
  throw new Error("no bad input");
}
