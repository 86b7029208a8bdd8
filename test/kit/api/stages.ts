/**
 * A finding and its instrument at every stage of their way to the accused: each stage is one file of the agency, with texts
 * that name the stage.
 */

import type { MainJob, OpenedCase, SigningKey } from "./main-job.ts";
import { eventsOf, idOf } from "./office-world.ts";

/** The job by which stages are made, and the chief's key. */
export interface Stager {
  readonly job: MainJob;
  readonly key: SigningKey;
}

export interface Stage {
  readonly name: StageName;
  /** The addressee has the instrument. */
  readonly handedOver: boolean;
  readonly file: OpenedCase;
  readonly finding: string;
  readonly instrument: string | undefined;
  /** Texts and ids that no answer to the accused may hold before, and none to a stranger at any time. */
  readonly secrets: readonly string[];
}

export const stageNames = [
  "confirmed",
  "dismissed",
  "merged",
  "drafted",
  "discarded",
  "issued",
  "withdrawn unserved",
  "drafted again",
  "served",
  "received",
] as const;
export type StageName = (typeof stageNames)[number];

export function said(what: string, name: string): string {
  return `${what} của ${name}`;
}

const deadlineOf = ({ act, decision }: OpenedCase): string => `SEND_DECISION_VKS/${act}/${decision}`;

async function confirm(at: Stager, file: OpenedCase, name: string): Promise<string> {
  const detection = { about: { kind: "case", id: file.case }, deadline: deadlineOf(file) };
  const body = { detections: [{ ...detection, cited: said("văn bản", name), note: said("ghi chú", name) }] };
  const finding = idOf(await at.job.record("procurator", "/v1/findings", body), "violation-confirmed", "finding");
  const assessment = { seriousness: "less-serious", reason: said("lý do", name) };
  await at.job.record("procurator", `/v1/findings/${finding}/assessments`, assessment);
  return finding;
}

interface Drafted {
  readonly instrument: string;
  readonly secrets: readonly string[];
}

async function draft(at: Stager, finding: string, name: string): Promise<Drafted> {
  const texts = [said("yêu cầu", name), said("nội dung", name)] as const;
  const items = [{ findings: [finding], of: 7, demand: texts[0] }];
  const body = { kind: "recommendation", addressee: at.job.world.offices.agency, items, body: texts[1] };
  const reply = await at.job.record("procurator", "/v1/instruments", body);
  const instrument = idOf(reply, "instrument-drafted", "instrument");
  return { instrument, secrets: [instrument, idOf(reply, "finding-put-in", "item"), ...texts] };
}

async function step(
  at: Stager,
  instrument: string,
  what: "issue" | "serve" | "receive" | "withdraw" | "discard",
): Promise<void> {
  const path = `/v1/instruments/${instrument}/${what}`;
  if (what === "issue") await at.job.record("chief-procurator", path, await at.job.issueBody(instrument, at.key));
  else if (what === "serve") await at.job.record("procurator", path, { channel: "post" });
  else if (what === "receive") await at.job.record("agency-officer", path, {});
  else if (what === "discard") await at.job.record("procurator", path, {});
  else await at.job.record("chief-procurator", path, { reason: "out-of-time" });
}

export const stageSteps: Readonly<Record<StageName, readonly ("draft" | Parameters<typeof step>[2])[]>> = {
  confirmed: [],
  dismissed: [],
  merged: [],
  drafted: ["draft"],
  discarded: ["draft", "discard"],
  issued: ["draft", "issue"],
  "withdrawn unserved": ["draft", "issue", "withdraw"],
  // What was said of the finding in the first instrument was handed over; the second draft was not.
  "drafted again": ["draft", "issue", "serve", "withdraw", "draft"],
  served: ["draft", "issue", "serve"],
  received: ["draft", "issue", "serve", "receive"],
};

export async function stageOf(at: Stager, name: StageName, intake: string): Promise<Stage> {
  const file = await at.job.openCase(intake);
  const handedOver = name === "served" || name === "received";
  if (name === "dismissed") {
    const body = { about: { kind: "case", id: file.case }, deadline: deadlineOf(file), reason: "data-error" };
    const reply = await at.job.record("procurator", "/v1/findings/dismissals", {
      ...body,
      note: said("ghi chú", name),
    });
    const finding = idOf(reply, "detection-dismissed", "finding");
    return { name, handedOver, file, finding, instrument: undefined, secrets: [finding, said("ghi chú", name)] };
  }
  if (name === "merged") return mergedStage(at, file);
  const finding = await confirm(at, file, name);
  const own = ["văn bản", "ghi chú", "lý do"].map((what) => said(what, name));
  let drafted: Drafted | undefined;
  for (const each of stageSteps[name]) {
    if (each === "draft") drafted = await draft(at, finding, drafted === undefined ? name : `${name} lần hai`);
    else await step(at, drafted?.instrument ?? "", each);
  }
  const isAgain = name === "drafted again";
  const secrets = [...(isAgain ? own : [finding, ...own]), ...(drafted?.secrets ?? [])];
  return { name, handedOver, file, finding, instrument: drafted?.instrument, secrets };
}

/** Two detections of one file: the second is merged into the first. */
async function mergedStage(at: Stager, file: OpenedCase): Promise<Stage> {
  const list = `/v1/detections?office=${at.job.world.offices.agency}&weight=violation&limit=200`;
  const { items } = await at.job.read("procurator", list);
  const found = (items as { key: string; stream: string }[]).filter(({ stream }) => stream === `case/${file.case}`);
  const about = { kind: "case", id: file.case };
  const detections = found
    .slice(0, 2)
    .map(({ key: deadline }) => ({ about, deadline, note: said("ghi chú", "merged") }));
  if (detections.length < 2) throw new Error("the file has fewer than two detections");
  const reply = await at.job.record("procurator", "/v1/findings", { detections, asOne: true });
  const findings = eventsOf(reply).flatMap(({ data }) =>
    typeof data["finding"] === "string" ? [data["finding"]] : [],
  );
  const [, merged = ""] = findings;
  const secrets = [...findings, said("ghi chú", "merged")];
  return { name: "merged", handedOver: false, file, finding: merged, instrument: undefined, secrets };
}
