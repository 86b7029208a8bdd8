/** Acts: one as JSON, or a bulk of up to 10,000 lines, all or nothing; and corrections of acts. */

import type { Json } from "../../base/canonical-json.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { recordBulk } from "../../domain/files/bulk.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import { bodyType, jsonType, linesType, readText } from "../body.ts";
import { parseInput } from "../input.ts";
import { readLines } from "../ndjson.ts";
import type { Problem, Violation } from "../problem.ts";
import type { Reply } from "../reply.ts";
import { record, recordedReply, recordingRoute, type RecordingHeaders, readHeaders } from "../recording-route.ts";
import type { Route, RouteRequest } from "../route.ts";

const single = recordingRoute({
  path: "/v1/acts",
  summary: ["Ghi hành vi thi hành án: một, hoặc nhiều dòng cùng lúc", "Record an act, or many lines at once"],
  command: caseCommands["record-act"],
});

export const actRoutes: readonly Route[] = [
  {
    ...single,
    access: { kind: "command", names: ["record-act", "record-bulk"] },
    bodies: { ...single.bodies, [linesType]: recordBulk.input },
    answer: async (request) => {
      const type = bodyType(request.raw.headers, [jsonType, linesType]);
      return type.ok && type.value === linesType ? answerBulk(request) : single.answer(request);
    },
  },
  recordingRoute({
    path: "/v1/acts/:act/corrections",
    summary: ["Đính chính một hành vi đã ghi", "Correct an act that was recorded"],
    command: caseCommands["correct-act"],
  }),
];

async function answerBulk(request: RouteRequest): Promise<Outcome<Reply, Problem>> {
  const headers = await readHeaders(request);
  if (!headers.ok) return headers;
  const text = await readText(request.raw, linesType);
  if (!text.ok) return text;
  const lines = readLines(text.value);
  if (!lines.ok) return lines;
  return recordLines(lines.value, headers.value, request);
}

async function recordLines(
  body: readonly Json[],
  headers: RecordingHeaders,
  request: RouteRequest,
): Promise<Outcome<Reply, Problem>> {
  const input = parseInput(recordBulk.input, body);
  if (!input.ok) return refused({ code: "lines-unfit", violations: input.refusal.map(inLine) });
  const answer = await record({ command: recordBulk, input: input.value, body, headers }, request);
  return answer.ok ? done(recordedReply(answer.value)) : answer;
}

/** A bulk is an array of its lines, so the first step of the pointer is the place of the line. */
function inLine({ pointer, ...violation }: Violation): Violation {
  const [, place = "0", ...steps] = pointer.split("/");
  return { line: Number(place) + 1, pointer: steps.map((step) => `/${step}`).join(""), ...violation };
}
