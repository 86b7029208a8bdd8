/**
 * The body of a request, read once and strictly: it has the right type, is plain UTF-8 within its size, and is strict JSON,
 * or a problem names what is wrong. Hono's own validator would take a wrong content type for an empty object.
 */

import type { Json } from "../base/canonical-json.ts";
import { concatBytes, parseUtf8 } from "../base/bytes.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { type JsonFault, readJson, type UnfitValue } from "./strict-json.ts";
import { unshownWords } from "../domain/typed-input.ts";
import type { Problem, Violation } from "./problem.ts";
import { valueTexts } from "./problems/violations.ts";

export const jsonType = "application/json";
export const linesType = "application/x-ndjson";

/** Bytes. An act takes a few thousand; a bulk of 10,000 lines of 1,600 bytes fits into a Worker's memory. */
const mostBytes: Readonly<Record<string, number>> = { [jsonType]: 1_048_576, [linesType]: 16_777_216 };

/** Returns the media type of the body if it is one of `taken` and in plain UTF-8 (RFC 9110 §8.3). */
export function bodyType(headers: Headers, taken: readonly string[]): Outcome<string, Problem> {
  const [type, ...parameters] = (headers.get("content-type") ?? "").split(";").map((part) => part.trim().toLowerCase());
  const isPlain = parameters.every((parameter) => parameter === "charset=utf-8" || parameter === 'charset="utf-8"');
  if (type === undefined || !taken.includes(type) || !isPlain) return refused({ code: "content-type-not-taken" });
  const encoding = (headers.get("content-encoding") ?? "identity").toLowerCase();
  return encoding === "identity" ? done(type) : refused({ code: "content-encoding-not-taken" });
}

export async function readJsonBody(request: Request): Promise<Outcome<Json, Problem>> {
  const type = bodyType(request.headers, [jsonType]);
  if (!type.ok) return type;
  const text = await readText(request, jsonType);
  if (!text.ok) return text;
  const read = readJson(text.value);
  return read.ok ? read : refused(jsonProblem(read.refusal));
}

export async function readText(request: Request, type: string): Promise<Outcome<string, Problem>> {
  const bytes = await readBytes(request, mostBytes[type] ?? 0);
  if (!bytes.ok) return bytes;
  try {
    return done(parseUtf8(bytes.value));
  } catch {
    return refused({ code: "body-not-utf8" });
  }
}

/**
 * Reads at most `most` bytes. A body with Content-Length is read at once, which is faster: the server reads no more than
 * that (RFC 9112 §6.3). A body in chunks is refused as soon as it is too large.
 */
async function readBytes(request: Request, most: number): Promise<Outcome<Uint8Array, Problem>> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > most) return refused({ code: "body-too-large" });
  try {
    return length === null ? await readChunks(request, most) : done(new Uint8Array(await request.arrayBuffer()));
  } catch {
    // The client disconnected or sent bad chunks. That is no fault of ours, so it is not reported.
    return refused({ code: "body-cut-off" });
  }
}

async function readChunks(request: Request, most: number): Promise<Outcome<Uint8Array, Problem>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (request.body === null) return done(new Uint8Array(0));
  const stream: AsyncIterable<Uint8Array> = request.body;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > most) return refused({ code: "body-too-large" });
    chunks.push(chunk);
  }
  return done(concatBytes(...chunks));
}

function jsonProblem(fault: JsonFault): Problem {
  if (fault.kind === "unfit")
    return { code: "body-unfit", violations: fault.unfit.map((unfit) => unfitViolation(unfit)) };
  return { code: fault.code, detail: `@${fault.at}.` };
}

/** Names a value that cannot be kept as evidence, without repeating it: it may be a secret. */
export function unfitViolation({ pointer, code, unshown }: UnfitValue): Violation {
  const words = unshown === undefined ? valueTexts[code] : unshownWords(unshown);
  return { pointer, code, detail: words.join(" / ") };
}
