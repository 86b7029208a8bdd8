/** The details of a step of an instrument besides its name: its day, its addressee, its answer, and why. */

import { z } from "zod";
import type { OfficeId } from "../../base/ids.ts";
import { datedDay } from "../../domain/files/events.ts";
import { day, id } from "../../domain/field.ts";
import type { NamedOffice } from "../../service/streams/office-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { wordOf } from "../parts/rows.ts";
import { sourceNames } from "../words/files.ts";
import { answerWords, channelWords, outcomeWords, reopeningWords, withdrawalWords } from "../words/instruments.ts";

const dayOfStep = z.union([datedDay, day.transform((text) => ({ day: text, source: undefined }))]).optional();

/** The members that events of instruments share, each under the one name that it has in all of them. */
const step = z.object({
  issuedOn: dayOfStep,
  sentOn: dayOfStep,
  receivedOn: dayOfStep,
  repliedOn: dayOfStep,
  requestedOn: dayOfStep,
  answeredOn: dayOfStep,
  reportedOn: dayOfStep,
  askedOn: dayOfStep,
  on: dayOfStep,
  number: z.string().optional(),
  channel: z.string().optional(),
  to: id<"office">().optional(),
  outcome: z.string().optional(),
  findings: z.array(z.string()).optional(),
  answers: z.array(z.object({ findings: z.array(z.string()), answer: z.string() })).optional(),
  // A code, or a committed text, which is shown below the step.
  reason: z.unknown().optional(),
});
type Step = z.infer<typeof step>;

/** Writes "20/11/2026 (tài liệu); chấp nhận: 2 vi phạm". */
export function stepWords(data: unknown, names: ReadonlyMap<OfficeId, NamedOffice>): string {
  const read = step.parse(data);
  const { number, channel, to, outcome, answers = [], findings, reason } = read;
  const parts = [
    dayWords(read),
    number,
    channel === undefined ? undefined : wordOf(channelWords, channel),
    to && names.get(to)?.name,
    outcome === undefined ? undefined : wordOf(outcomeWords, outcome),
    ...answers.map((group) => `${wordOf(answerWords, group.answer)}: ${group.findings.length} vi phạm`),
    findings === undefined ? undefined : `${findings.length} vi phạm`,
    typeof reason === "string" ? wordOf({ ...withdrawalWords, ...reopeningWords }, reason) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join("; ");
}

function dayWords({ issuedOn, sentOn, receivedOn, repliedOn, ...later }: Step): string | undefined {
  const { requestedOn, answeredOn, reportedOn, askedOn } = later;
  const found =
    issuedOn ?? sentOn ?? receivedOn ?? repliedOn ?? requestedOn ?? answeredOn ?? reportedOn ?? askedOn ?? later.on;
  if (found === undefined) return undefined;
  return `${formatDay(found.day)}${found.source === undefined ? "" : ` (${sourceNames[found.source]})`}`;
}
