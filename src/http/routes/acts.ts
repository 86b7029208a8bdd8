/** Acts: one as JSON, or a bulk of up to 10,000 lines, all or nothing; and corrections of acts. */

import { canonicalJson, type Json } from "../../base/canonical-json.ts";
import { done, type Outcome } from "../../base/outcome.ts";
import { mapSliced, runInSlices } from "../../base/slices.ts";
import { recordBulk } from "../../domain/files/bulk.ts";
import { type BulkLine, bulkLine } from "../../domain/files/bulk-line.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import { linesType } from "../body.ts";
import { parseInput } from "../input.ts";
import { linesOfSlice, readLines } from "../ndjson.ts";
import type { Problem } from "../problem.ts";
import type { Reply } from "../reply.ts";
import { record, recordedReply, recordingRoute } from "../recording-route.ts";
import type { CommandRoute, RecordingRequest, Route } from "../route.ts";

const single = recordingRoute({
  path: "/v1/acts",
  summary: ["Ghi hành vi thi hành án: một, hoặc nhiều dòng cùng lúc", "Record an act, or many lines at once"],
  command: caseCommands["record-act"],
});

const singleOrBulk: CommandRoute = {
  ...single,
  access: { kind: "command", names: ["record-act", "record-bulk"] },
  bodies: { ...single.bodies, [linesType]: recordBulk.input },
  commands: { ...single.commands, [linesType]: recordBulk.name },
  answer: async (request) => (request.sent.type === linesType ? answerBulk(request) : single.answer(request)),
};

export const actRoutes: readonly Route[] = [
  singleOrBulk,
  recordingRoute({
    path: "/v1/acts/:act/corrections",
    summary: ["Đính chính một hành vi đã ghi", "Correct an act that was recorded"],
    command: caseCommands["correct-act"],
  }),
];

async function answerBulk(request: RecordingRequest): Promise<Outcome<Reply, Problem>> {
  const { giveWay } = request.host;
  const parse = (value: Json): ReturnType<typeof parseInput<BulkLine>> => parseInput(bulkLine, value);
  const lines = await runInSlices(readLines(request.sent.bytes, parse), giveWay);
  if (!lines.ok) return lines;
  const { parsed: input, written } = lines.value;
  const body = `[${(await runInSlices(mapSliced(written, linesOfSlice, canonicalJson), giveWay)).join(",")}]`;
  const answer = await record({ command: recordBulk, input, body }, request);
  return answer.ok ? done(recordedReply(answer.value)) : answer;
}
