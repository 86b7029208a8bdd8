/**
 * Routes that record: a new command is one line. The body and what the path names become the input; the key, the version
 * and the office come from headers; what is refused says why, what is recorded answers with its receipt.
 */

import type { z } from "zod";
import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Command } from "../domain/command.ts";
import { type StreamName, streamKinds, streamName } from "../domain/event.ts";
import type { CommandName } from "../domain/permission.ts";
import { type Answer, type Denial, handle } from "../service/recording/handle.ts";
import { readJsonBody, jsonType } from "./body.ts";
import { denialProblem } from "./denial.ts";
import { parseIfMatch } from "./etag.ts";
import { idempotencyKey } from "./idempotency.ts";
import { parseInput } from "./input.ts";
import { pointerStep } from "./json-text.ts";
import { jsonText } from "./json/answer-json.ts";
import type { Problem, Violation } from "./problem.ts";
import type { Reply } from "./reply.ts";
import { valueTexts } from "./problems/violations.ts";
import type { BothTongues } from "../domain/refusals/text.ts";
import { type Asked, type Asker, pathParams, type Route } from "./route.ts";

interface Recording<Input> {
  readonly path: string;
  readonly summary: BothTongues;
  readonly command: Command<Input, CommandName>;
}

export function recording<Input>({ path, summary, command }: Recording<Input>): Route {
  return recordingAs({ path, summary, command, body: command.input, inputOf: async (body) => done(body) });
}

/** Where the request's body is not yet the command's input. */
interface RecordingAs<Body, Input> extends Recording<Input> {
  readonly body: z.ZodType<Body>;
  readonly inputOf: (body: Body, asker: Asker, asked: Asked) => Promise<Outcome<Input, Problem>>;
  /** What is answered beside the receipt. */
  readonly answer?: (answer: Answer, input: Input, asked: Asked) => Promise<string>;
}

export function recordingAs<Body, Input>(route: RecordingAs<Body, Input>): Route {
  const { path, summary, command, body } = route;
  const ids = pathParams(path);
  return {
    method: "post",
    path,
    summary,
    access: { kind: "command", names: [command.name] },
    bodies: { [jsonType]: body },
    answers: { type: jsonType, status: 201 },
    answer: async (asked) => answerRecording({ ...route, ids }, asked),
  };
}

async function answerRecording<Body, Input>(
  route: RecordingAs<Body, Input> & { readonly ids: readonly string[] },
  asked: Asked,
): Promise<Outcome<Reply, Problem>> {
  const headers = await readHeaders(asked);
  if (!headers.ok) return headers;
  const json = await readJsonBody(asked.request);
  if (!json.ok) return json;
  const merged = mergeParams(json.value, asked.params, route.ids);
  if (!merged.ok) return refused({ code: "body-unfit", violations: merged.refusal });
  const body = parseInput(route.body, merged.value);
  if (!body.ok) return refused({ code: "body-unfit", violations: body.refusal });
  const input = await route.inputOf(body.value, headers.value.asker, asked);
  if (!input.ok) return input;
  const { command } = route;
  const answer = await record({ command, input: input.value, body: merged.value, headers: headers.value }, asked);
  if (!answer.ok) return answer;
  const text = (await route.answer?.(answer.value, input.value, asked)) ?? answer.value.body;
  return done(recordedReply({ ...answer.value, body: text }));
}

export interface RecordingHeaders {
  readonly asker: Asker;
  readonly key: string;
  /** If-Match: the version of the stream that the path names. */
  readonly version: number | undefined;
}

/** Who asks comes first: nobody else's body is read. */
export async function readHeaders({ request, identify }: Asked): Promise<Outcome<RecordingHeaders, Problem>> {
  const asker = await identify();
  if (!asker.ok) return asker;
  const key = idempotencyKey(request.headers);
  if (!key.ok) return key;
  const version = parseIfMatch(request.headers);
  return version.ok ? done({ asker: asker.value, key: key.value, version: version.value }) : version;
}

interface ToRecord<Input> {
  readonly command: Command<Input, CommandName>;
  readonly input: Input;
  readonly body: Json;
  readonly headers: RecordingHeaders;
}

export async function record<Input>(
  { command, input, body, headers }: ToRecord<Input>,
  asked: Asked,
): Promise<Outcome<Answer, Problem>> {
  const { asker, key, version } = headers;
  const stream = streamOfPath(asked);
  if (version !== undefined && stream === undefined) return refused({ code: "if-match-malformed" });
  const expects = version === undefined || stream === undefined ? undefined : { stream, version };
  const answer = await handle({ ...asker, command, input, key, body: canonicalJson(body), expects }, asked.host);
  return answer.ok
    ? answer
    : refused(expects === undefined ? denialProblem(answer.refusal) : unmatched(answer.refusal, expects));
}

/** If-Match is about the resource that the path names first. */
function streamOfPath({ params }: Asked): StreamName | undefined {
  for (const kind of streamKinds) {
    const id = params[kind];
    if (id !== undefined) return streamName(kind, id);
  }
  return undefined;
}

/** 412 when it is not what the caller saw (RFC 9110 §13.1.1); 409 when somebody is faster each time. */
function unmatched(denial: Denial, expects: { readonly stream: StreamName; readonly version: number }): Problem {
  const problem = denialProblem(denial);
  const differs = denial.kind === "moved" && denial.stream === expects.stream && denial.current !== expects.version;
  return differs ? { ...problem, code: "version-not-matched" } : problem;
}

export function recordedReply({ status, body, repeated }: Answer): Reply {
  return jsonText(body, repeated ? { "idempotency-replayed": "true" } : {}, status);
}

function isFields(body: Json): body is Readonly<Record<string, Json>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** What the path names is not said again: a body that does is refused, even if it says the same. */
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
