/**
 * Routes that record: a new command needs one entry in a list of routes. The body and the ids of the path become the
 * command's input; the idempotency key, the version and the office come from headers. A refusal is answered with a problem,
 * a recorded command with its receipt.
 */

import type { z } from "zod";
import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Command } from "../domain/command.ts";
import { type StreamName, streamKinds, streamName } from "../domain/event.ts";
import type { CommandName } from "../domain/permission.ts";
import { type Answer, handle } from "../service/recording/handle.ts";
import { afterRecording } from "../service/recording/after-recording.ts";
import { formatAnswer } from "./answer.ts";
import { jsonType, parseJsonBody } from "./body.ts";
import { denialProblem } from "./denial.ts";
import { parseInput } from "./input.ts";
import { pointerStep } from "./strict-json.ts";
import { jsonText } from "./json-reply.ts";
import type { Problem } from "./problem.ts";
import type { Violation } from "./problems/violation-list.ts";
import type { Reply } from "./reply.ts";
import { valueTexts } from "./problems/violations.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import type { Asker } from "./asker.ts";
import { type AnswerForm, type CommandRoute, pathParams, type RecordingRequest, type RouteRequest } from "./route.ts";

interface RecordingRoute<Input> {
  readonly path: string;
  readonly summary: BothTongues;
  readonly command: Command<Input, CommandName>;
  /** Writes the answer, in which the receipt stands, if the receipt alone is not the answer. */
  readonly answer?: (answer: Answer, input: Input, request: RecordingRequest) => Promise<string>;
  /** The form of that answer; left out, it is a receipt. */
  readonly form?: AnswerForm;
}

/** Makes a route whose body is the command's input, but for the ids of the path. */
export function recordingRoute<Input>(route: RecordingRoute<Input>): CommandRoute {
  const { input } = route.command;
  return routeOf(route, { body: input, readInput: async (json) => parseBody(input, json) });
}

interface RecordingRouteFrom<Body, Input> extends RecordingRoute<Input> {
  readonly body: z.ZodType<Body>;
  readonly inputOf: (body: Body, request: RecordingRequest, asker: Asker) => Promise<Outcome<Input, Problem>>;
}

/** Makes a route whose body is not yet the command's input: `inputOf` completes it. */
export function recordingRouteFrom<Body, Input>({
  body,
  inputOf,
  ...route
}: RecordingRouteFrom<Body, Input>): CommandRoute {
  return routeOf(route, {
    body,
    readInput: async (json, request) => {
      const parsed = parseBody(body, json);
      return parsed.ok ? inputOf(parsed.value, request, request.asker) : parsed;
    },
  });
}

function parseBody<Body>(schema: z.ZodType<Body>, json: Json): Outcome<Body, Problem> {
  const parsed = parseInput(schema, json);
  return parsed.ok ? parsed : refused({ code: "body-unfit", ...parsed.refusal });
}

interface BodyReading<Input> {
  readonly body: z.ZodType;
  readonly readInput: (json: Json, request: RecordingRequest) => Promise<Outcome<Input, Problem>>;
}

function routeOf<Input>(route: RecordingRoute<Input>, reading: BodyReading<Input>): CommandRoute {
  const { path, summary, command } = route;
  return {
    method: "post",
    path,
    summary,
    access: { kind: "command", names: [command.name] },
    bodies: { [jsonType]: reading.body },
    commands: { [jsonType]: command.name },
    answers: { type: jsonType, status: 201, form: route.form ?? "Receipt" },
    answer: async (request) => answerRecording(route, reading, request),
  };
}

async function answerRecording<Input>(
  route: RecordingRoute<Input>,
  { readInput }: BodyReading<Input>,
  request: RecordingRequest,
): Promise<Outcome<Reply, Problem>> {
  const json = parseJsonBody(request.sent.bytes);
  if (!json.ok) return json;
  const merged = mergeParams(json.value, request.params, pathParams(route.path));
  if (!merged.ok) return refused({ code: "body-unfit", violations: merged.refusal });
  const input = await readInput(merged.value, request);
  if (!input.ok) return input;
  const answer = await record(
    { command: route.command, input: input.value, body: canonicalJson(merged.value) },
    request,
  );
  if (!answer.ok) return answer;
  const text = await afterRecording(async () => route.answer?.(answer.value, input.value, request));
  return done(recordedReply(answer.value, text));
}

interface ToRecord<Input> {
  readonly command: Command<Input, CommandName>;
  readonly input: Input;
  /** The body as canonical JSON. */
  readonly body: string;
}

export async function record<Input>(
  { command, input, body }: ToRecord<Input>,
  request: RecordingRequest,
): Promise<Outcome<Answer, Problem>> {
  const { asker, key, version } = request;
  const stream = streamOfPath(request);
  if (version !== undefined && stream === undefined) return refused({ code: "if-match-malformed" });
  const expects = version === undefined || stream === undefined ? undefined : { stream, version };
  const left = request.raw.signal;
  const ask = { ...asker, command, input, key, body, expects, left };
  const answer = await handle(ask, request.host);
  return answer.ok ? answer : refused(denialProblem(answer.refusal));
}

/** If-Match concerns the stream that the path names; of two, `streamKinds` decides which. */
function streamOfPath({ params }: RouteRequest): StreamName | undefined {
  for (const kind of streamKinds) {
    const id = params[kind];
    if (id !== undefined) return streamName(kind, id);
  }
  return undefined;
}

export function recordedReply({ status, placement, repeated }: Answer, text = formatAnswer(placement)): Reply {
  return jsonText(text, repeated ? { "idempotency-replayed": "true" } : {}, status);
}

function isFields(body: Json): body is Readonly<Record<string, Json>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** A body that repeats an id of the path is refused, even an equal one: one place says it. */
function mergeParams(
  body: Json,
  params: Readonly<Record<string, string>>,
  names: readonly string[],
): Outcome<Json, readonly Violation[]> {
  if (!isFields(body)) return done(body);
  const again = names.filter((name) => Object.hasOwn(body, name));
  if (again.length === 0)
    return done({ ...body, ...Object.fromEntries(names.map((name) => [name, params[name] ?? ""])) });
  const detail = valueTexts["unknown-field"].join(" / ");
  return refused(again.map((name) => ({ pointer: pointerStep(name), code: "unknown-field", detail })));
}
