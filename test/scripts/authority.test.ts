/**
 * A log forged by somebody who holds its key and the server's: every entry is recorded, sealed and signed as the server
 * does it, and nothing was decided. `npm run audit` and `npm run verify` name each by its index and its reason.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseEnv } from "../../src/env.ts";
import { dayOf } from "../../src/base/day.ts";
import type { NewEvent } from "../../src/domain/command.ts";
import { offerOf } from "../../src/domain/editions/offer.ts";
import { actor, type Actor, type Role, streamName } from "../../src/domain/event.ts";
import { id } from "../../src/domain/field.ts";
import { reference } from "../../src/domain/secret.ts";
import { currentEdition } from "../../src/law/edition.ts";
import { recordBySystem, systemScope } from "../../src/service/recording/system-recording.ts";
import { Api } from "../kit/api/api.ts";
import { MainJob } from "../kit/api/main-job.ts";
import { settleOffices } from "../kit/api/office-world.ts";
import { serveLog, type ServedLog } from "../kit/api/served-log.ts";
import { testEnvironment } from "../kit/host/host.ts";
import { runScript } from "../kit/processes/run-script.ts";

let environment: Awaited<ReturnType<typeof testEnvironment>>;
let api: Api;
let job: MainJob;
let served: ServedLog;
let folder: string;
/** What was forged: its index and the reason against it. */
const forged: { readonly index: number; readonly said: string }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "minh-chung-authority-"));
  environment = await testEnvironment();
  api = await Api.start({ env: parseEnv(environment) });
  job = new MainJob(api, await settleOffices(api));
  served = await serveLog(api.whole, "auditor");
  writeFileSync(join(folder, "token"), served.token);
});
afterAll(async () => {
  await served.end();
  await api.end();
  rmSync(folder, { recursive: true });
});

const personId = id<"person">();
const officeId = id<"office">();

/** The person of a subject, in a role that they may not hold. */
function as(subject: string, office: keyof MainJob["world"]["offices"], role: Role): Actor {
  const { people, offices } = job.world;
  return actor.parse({ person: people[subject], office: offices[office], role });
}

/** Records past every rule, with the keys of the server. */
async function forge(who: Actor, event: NewEvent, said: string): Promise<void> {
  const { host } = api.whole;
  const loaded = await host.load([streamName(event.kind, event.id)]);
  const { size } = await host.log.head();
  const scope = systemScope(`forged ${size}`);
  expect(await recordBySystem({ events: [event], loaded, actor: who, scope }, host)).toBe(true);
  forged.push({ index: size, said });
}

async function forgeAll(): Promise<void> {
  const { people, offices } = job.world;
  const file = await job.openCase(await job.openIntake());
  const instrument = await job.draft([await job.confirmFinding(file)]);
  await job.issueAndServe(instrument, await job.registerKey());
  const today = dayOf((await api.whole.host.load([])).now);
  const person = personId.parse(people["procurator"]);
  const given = { by: personId.parse(people["auditor"]), proposedBy: personId.parse(people["importer"]) };
  const grant = { office: officeId.parse(offices.operator), role: "directory-administrator", from: today } as const;
  await forge(
    as("auditor", "operator", "directory-administrator"),
    { kind: "person", id: person, event: { type: "role-granted", data: { ...grant, ...given } } },
    "role-granted, directory-administrator van-hanh.*(role-not-held)",
  );
  const act = {
    act: id<"act">().parse("5".repeat(32)),
    type: "enforcer-assigned",
    subject: { kind: "case", id: id<string>().parse(file.case) },
    answers: [],
    traits: {},
    days: { happenedOn: { day: today, source: "stated" } },
  } as const;
  await forge(
    as("other-officer", "other-agency", "agency-officer"),
    { kind: "case", id: file.case, event: { type: "act-recorded", data: act } },
    "act-recorded, agency-officer other-agency.*(affair-of-another-office)",
  );
  const change = { act: act.act, field: "answers", before: [], after: [], reason: reference("nhầm") } as const;
  await forge(
    as("procurator", "area", "procurator"),
    { kind: "case", id: file.case, event: { type: "act-corrected", data: { ...change, before: [], after: [] } } },
    "act-corrected, procurator area.*(side-differs)",
  );
  const findings = (await api.whole.host.load([streamName("instrument", instrument)])).streams;
  const finding = id<"finding">().parse(
    /"findings":\["([0-9a-f]{32})"/.exec(JSON.stringify([...findings.values()]).replaceAll("\\", ""))?.[1],
  );
  const answers = [{ findings: [finding], answer: "accepted" as const }];
  await forge(
    as("agency-officer", "agency", "agency-officer"),
    {
      kind: "instrument",
      id: instrument,
      event: { type: "reply-given", data: { repliedOn: { day: today, source: "stated" }, answers } },
    },
    "reply-given, agency-officer agency.*(role-does-not-permit)",
  );
  await forge(
    { system: "sweep" },
    { kind: "person", id: person, event: { type: "role-granted", data: grant } },
    "role-granted, system sweep.*(system-may-not)",
  );
  const keeper = personId.parse(people["law-keeper"]);
  const offer = offerOf(currentEdition);
  const { edition, digest } = offer;
  await forge(
    as("procurator", "area", "procurator"),
    { kind: "edition", id: "law", event: { type: "law-proposed", data: { ...offer, by: keeper } } },
    "law-proposed, procurator area.*(role-does-not-permit)",
  );
  const other = personId.parse(people["other-law-keeper"]);
  await forge(
    as("other-law-keeper", "provincial", "law-keeper"),
    {
      kind: "edition",
      id: "law",
      event: { type: "law-adopted", data: { edition, digest, proposedBy: keeper, by: other } },
    },
    "law-adopted, law-keeper provincial.*(not-by-two)",
  );
}

it("a right log is right; a forged grant, act, correction, reply, role of the system and adoption are each WRONG", async () => {
  const database = { ...environment, DATABASE_URL: api.server.appUrl };
  const asked = [served.url, "--token-file", join(folder, "token"), "--key", api.whole.host.key.vkey];
  expect(await runScript("audit", [], database)).toMatchObject({ exitCode: 0, complained: "" });
  await forgeAll();
  const [audit, verify] = [await runScript("audit", [], database), await runScript("verify", asked)];
  expect([audit.exitCode, verify.exitCode]).toEqual([1, 1]);
  const pattern = (text: string) => text.replaceAll("(", "\\(").replaceAll(")", "\\)");
  for (const { index, said } of forged) {
    expect(audit.said).toMatch(new RegExp(`SAI · WRONG ${index}, ${pattern(said)}`));
    expect(verify.said).toMatch(new RegExp(`WRONG, entry ${index} \\[${pattern(said).replace(".*", "\\].*")}`));
  }
  expect(verify.said).toMatch(new RegExp(`\n${forged.length} lỗi · faults\n$`));
}, 120_000);
