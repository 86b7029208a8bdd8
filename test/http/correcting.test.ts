/**
 * Corrections (đính chính) over the API: the clock follows the latest correction, and every earlier entry stays
 * provable from outside.
 */

import { afterAll, beforeAll, expect, test } from "vitest";
import { openCheckpoint } from "../../src/log/checkpoint.ts";
import { type Hash, leafHash, parseHashBase64 } from "../../src/log/hash.ts";
import { ed25519Verifier, parseVkey } from "../../src/log/note.ts";
import { checkInclusion } from "../../src/log/proof.ts";
import { formatTilePath, bundlesOf, parseBundle } from "../../src/log/tile.ts";
import { Api } from "../kit/api/api.ts";
import type { Fields } from "../kit/api/api-client.ts";
import { MainJob, type OpenedCase } from "../kit/api/main-job.ts";
import { eventsOf, settleOffices } from "../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
let opened: OpenedCase;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  opened = await job.openCase(await job.openIntake());
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

const document = (day: string) => ({ day, source: "document" });

/** The decision of 2026-09-07 was due at the procuracy on 2026-09-10 (law 106/2025 Art.35). */
async function stateOfSending(): Promise<unknown> {
  const { items } = await job.read("procurator", `/v1/cases/${opened.case}/obligations`);
  const found = (items as Fields[]).find(({ rule }) => rule === "SEND_DECISION_VKS");
  return found?.["state"];
}

async function leaves(): Promise<readonly Uint8Array[]> {
  const { size } = await newest();
  const bundles = [...bundlesOf(size)].map(async (tile) => {
    const authorization = `Bearer ${await api.token("auditor")}`;
    const answer = await api.app.request(`/${formatTilePath(tile)}`, { headers: { authorization } });
    return parseBundle(new Uint8Array(await answer.arrayBuffer())) ?? [];
  });
  return (await Promise.all(bundles)).flat();
}

async function newest() {
  const key = parseVkey(String((await api.get("/v1/log/key")).body["vkey"]));
  if (key === undefined) throw new Error("the key does not parse");
  const checkpoint = await openCheckpoint((await api.get("/checkpoint")).text, ed25519Verifier(key));
  if (!checkpoint.ok) throw new Error(checkpoint.refusal);
  return checkpoint.value;
}

/** Returns whether the tree of the newest checkpoint holds these bytes at that index. */
async function isProved(leaf: Uint8Array, index: number): Promise<boolean> {
  const { size, root } = await newest();
  const { proof } = await job.read("auditor", `/v1/log/proofs/inclusion?index=${index}&size=${size}`);
  const hashes = (proof as string[]).map(hashOf);
  return checkInclusion({ index, size, leaf: leafHash(leaf), proof: hashes, root });
}

function hashOf(text: string): Hash {
  const hash = parseHashBase64(text);
  if (hash === undefined) throw new Error(text);
  return hash;
}

test("the clock follows a correction and its correction, and all three entries are proved in the newest tree", async () => {
  const subject = { kind: "decision", id: opened.decision };
  const act = { on: { case: opened.case }, type: "decision-sent-to-procuracy", subject };
  const reply = await job.record("agency-officer", "/v1/acts", { ...act, days: { sentOn: document("2026-09-21") } });
  const [recorded] = eventsOf(reply);
  const id = String(recorded?.data["act"]);
  const index = recorded?.index ?? -1;
  const original = (await leaves())[index];
  const states = [await stateOfSending()];
  const entries = [index];
  for (const day of ["2026-09-09", "2026-09-18"]) {
    const body = { on: { case: opened.case }, field: "sentOn", after: document(day), reason: "ghi nhầm ngày" };
    const corrected = await job.record("agency-officer", `/v1/acts/${id}/corrections`, body);
    entries.push(eventsOf(corrected)[0]?.index ?? -1);
    states.push(await stateOfSending());
  }
  expect(states).toEqual(["late", "met", "late"]);
  const now = await leaves();
  expect(now[index]).toEqual(original);
  const said = entries.map((at) => new TextDecoder().decode(now[at]));
  expect(said.map((text) => /2026-09-\d\d(?=","source")/.exec(text)?.[0])).toEqual([
    "2026-09-21",
    "2026-09-09",
    "2026-09-18",
  ]);
  expect(await Promise.all(entries.map((at) => isProved(now[at] ?? new Uint8Array(), at)))).toEqual([true, true, true]);
});

test("a correction of an unknown act, of another case's act or of another side's entry is refused and records nothing", async () => {
  const foreign = await job.openCase(await job.openIntake());
  const receipt = {
    on: { case: opened.case },
    type: "decision-sent-to-procuracy",
    subject: { kind: "decision", id: opened.decision },
    days: { receivedOn: document("2026-09-25") },
  };
  const [received] = eventsOf(await job.record("procurator", "/v1/acts", receipt));
  const before = await api.events();
  const change = { on: { case: opened.case }, field: "happenedOn", after: document("2026-09-04"), reason: "nhầm" };
  const asked = [
    ["agency-officer", "f".repeat(32), change, 422, "unknown-act"],
    ["agency-officer", foreign.act, change, 422, "unknown-act"],
    ["procurator", opened.act, change, 403, "not-permitted"],
    ["agency-officer", String(received?.data["act"]), { ...change, field: "receivedOn" }, 403, "not-permitted"],
  ] as const;
  for (const [as, act, body, status, code] of asked) {
    const reply = await api.post(`/v1/acts/${act}/corrections`, { as, body });
    expect([reply.status, reply.code]).toEqual([status, code]);
  }
  expect(await api.events()).toBe(before);
});
