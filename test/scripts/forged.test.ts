/**
 * Somebody who holds keys of the log tells another story, and makes all that follows from it right again. `npm run audit` and
 * `npm run verify`, each as a process of its own, name the entry that nobody with authority made.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Env, parseEnv } from "../../src/env.ts";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { idOf, type OfficeWorld, settleOffices } from "../kit/api/office-world.ts";
import { serveLog } from "../kit/api/served-log.ts";
import { changed, followed, forge, rewritten } from "../kit/host/forging.ts";
import { makeTestHost, testEnvironment } from "../kit/host/host.ts";
import type { Story, ToldEvent } from "../kit/host/told-story.ts";
import type { Database } from "../kit/postgres/postgres.ts";
import { copyDatabase } from "../kit/postgres/tampering.ts";
import { type Run, runScript } from "../kit/processes/run-script.ts";

let environment: Awaited<ReturnType<typeof testEnvironment>>;
let api: Api;
let world: OfficeWorld;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "minh-chung-forged-"));
  environment = await testEnvironment();
  api = await Api.start({ env: parseEnv(environment) });
  world = await settleOffices(api);
  const job = new MainJob(api, world);
  const { edition, digest } = offerOf(currentEdition);
  await job.record("law-keeper", "/v1/law/proposals", { edition, digest });
  await job.record("other-law-keeper", "/v1/law/adoptions", { edition, digest });
  const file = await job.openCase(await job.openIntake());
  await recordAndCorrect(job, file.case);
  const finding = await job.confirmFinding(file);
  const instrument = await job.draft([finding]);
  await job.issueAndServe(instrument, await job.registerKey());
  const answers = [{ findings: [finding], answer: "accepted", reason: "đúng" }];
  await job.record("agency-head", `/v1/instruments/${instrument}/replies`, { answers });
  await api.audit();
  await api.whole.end();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.server.drop();
});

async function recordAndCorrect(job: MainJob, file: string): Promise<void> {
  const [on, happenedOn] = [{ case: file }, { day: "2026-09-08", source: "document" }];
  const act = { on, type: "enforcer-assigned", days: { happenedOn } };
  const recorded = idOf(await job.record("agency-officer", "/v1/acts", act), "act-recorded", "act");
  const after = { ...happenedOn, day: "2026-09-09" };
  const correction = { on, field: "happenedOn", after, reason: "nhầm" };
  await job.record("agency-officer", `/v1/acts/${recorded}/corrections`, correction);
}

/** Forges a copy of the log with these keys, and lets programs look at it with the log's own. */
async function lookedAt<T>(
  keys: Env,
  retell: (story: Story) => Story,
  look: (copy: Database) => Promise<T>,
): Promise<T & { readonly index: number }> {
  const copy = await copyDatabase(api.server);
  const { index } = await forge(copy, keys, retell);
  const seen = await look(copy);
  await copy.drop();
  return { ...seen, index };
}

const audited = async ({ appUrl }: Database): Promise<{ readonly audit: Run }> => ({
  audit: await runScript("audit", [], { ...environment, DATABASE_URL: appUrl }),
});
const bothLook = async (copy: Database): Promise<{ readonly audit: Run; readonly verify: Run }> => ({
  ...(await audited(copy)),
  verify: await verifyServed(copy),
});

async function verifyServed(copy: Database): Promise<Run> {
  const whole = await makeTestHost(copy, { env: parseEnv(environment) });
  const served = await serveLog(whole, "auditor");
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, served.token);
  const run = await runScript("verify", [served.url, "--token-file", tokenFile, "--key", whole.keys.key.vkey]);
  await served.end();
  await whole.end();
  return run;
}

const ofType =
  (type: string, field = "", value = "") =>
  (event: ToldEvent): boolean =>
    event.type === type && (field === "" || event.data[field] === value);

interface Post {
  readonly subject: string;
  readonly office: keyof OfficeWorld["offices"];
  readonly role: string;
}

/** The same event, made by the holder of another post. */
const by =
  ({ subject, office, role }: Post) =>
  (event: ToldEvent): ToldEvent => ({
    ...event,
    actor: { person: world.people[subject] ?? "", office: world.offices[office], role },
  });

const otherOfficer: Post = { subject: "other-officer", office: "other-agency", role: "agency-officer" };
const procurator: Post = { subject: "procurator", office: "area", role: "procurator" };
const proposer: Post = { subject: "law-keeper", office: "supreme", role: "law-keeper" };

describe("by somebody who holds all keys, audit and verify name with index and reason", () => {
  it.each<[what: string, reason: string, made: string, retell: () => (story: Story) => Story]>([
    [
      "a strong role that one administrator gave",
      "not-by-two",
      "role-granted, directory-administrator van-hanh",
      () =>
        followed(ofType("role-granted", "role", "court-officer"), (event) => ({
          ...event,
          data: { ...event.data, role: "auditor" },
        })),
    ],
    [
      "an act by an officer of another agency",
      "affair-of-another-office",
      "act-recorded, agency-officer other-agency",
      () => changed(ofType("act-recorded", "type", "enforcer-assigned"), by(otherOfficer)),
    ],
    [
      "an act by the accused's procurator, in the agency's name",
      "role-not-held",
      "act-recorded, agency-officer agency",
      () =>
        changed(
          ofType("act-recorded", "type", "enforcer-assigned"),
          by({ ...procurator, office: "agency", role: "agency-officer" }),
        ),
    ],
    [
      "the agency's reply, by the procuracy that asked",
      "role-does-not-permit",
      "reply-given, procurator area",
      () => changed(ofType("reply-given"), by(procurator)),
    ],
    [
      "a correction of the agency's act by the procuracy",
      "side-differs",
      "act-corrected, procurator area",
      () => changed(ofType("act-corrected"), by(procurator)),
    ],
    [
      "an edition that the person who proposed it adopted",
      "not-by-two",
      "law-adopted, law-keeper supreme",
      () =>
        changed(ofType("law-adopted"), (event) =>
          by(proposer)({ ...event, data: { ...event.data, by: world.people["law-keeper"] ?? "" } }),
        ),
    ],
    [
      "a role that the person did not hold",
      "role-not-held",
      "reply-given, agency-head agency",
      () => changed(ofType("reply-given"), by({ subject: "agency-officer", office: "agency", role: "agency-head" })),
    ],
  ])("%s: %s", async (_, reason, made, retell) => {
    const { index, audit, verify } = await lookedAt(parseEnv(environment), retell(), bothLook);
    const line = new RegExp(String.raw`^SAI · WRONG ${index}, ${made}: .*\(${reason}\)$`, "m");
    expect(audit.said).toMatch(line);
    expect(verify.said).toMatch(new RegExp(String.raw`^WRONG, entry ${index} \[${made}\]: .*\(${reason}\)$`, "m"));
    expect([audit.exitCode, verify.exitCode]).toEqual([1, 1]);
    // No other entry is accused.
    expect(verify.said).toMatch(/\n1 lỗi · faults\n$/);
    const others = audit.said.split("\n").filter((each) => each.startsWith("SAI") && !line.test(each));
    expect(others.filter((each) => !each.includes(` ${index}: `) && !each.endsWith("(event-impossible)"))).toEqual([]);
  });

  it("nothing at all, where only what a person is free to say is another", async () => {
    const { audit, verify } = await lookedAt(parseEnv(environment), anotherDay, bothLook);
    expect([audit.exitCode, verify.exitCode]).toEqual([0, 0]);
  });
});

/** The day of an act, by the officer who recorded it: with all keys nobody can tell, but by an old checkpoint. */
const anotherDay = rewritten(/"type":"enforcer-assigned"/, /2026-09-08/, "2026-09-10");

describe("by somebody without the server's secret, the audit names the recording that no server made", () => {
  it("with the log's key: that one, and the streams and checkpoints that no server kept", async () => {
    const { SECRET_KEY } = await testEnvironment();
    const { index, audit } = await lookedAt(parseEnv({ ...environment, SECRET_KEY }), anotherDay, audited);
    const wrong = audit.said.split("\n").filter((line) => line.startsWith("SAI") && !line.endsWith("(stream-foreign)"));
    expect(wrong).toEqual([
      expect.stringMatching(new RegExp(String.raw`^SAI · WRONG ${index}: .*\(recording-foreign\)$`)),
      expect.stringMatching(/^SAI · WRONG checkpoint \d+: .*\(checkpoint-foreign\)$/),
    ]);
    expect(audit.said).toContain("(stream-foreign)");
    expect(audit.exitCode).toBe(1);
  });

  it("with the database's password alone: that one, and each signature", async () => {
    const { index, audit } = await lookedAt(parseEnv(await testEnvironment()), anotherDay, audited);
    expect(audit.said).toMatch(new RegExp(String.raw`^SAI · WRONG ${index}: .*\(recording-foreign\)$`, "m"));
    expect(audit.said.match(/\(recording-foreign\)/g)).toHaveLength(1);
    expect(audit.said).toMatch(/\((note-signer-unknown|checkpoint-origin-other)\)/);
    expect(audit.exitCode).toBe(1);
  });
});
