/** What the auditor asked for, with its files read; or one plain line that says what is wrong with it. */

import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { done, type Outcome, refused } from "../../src/base/outcome.ts";
import { parseCheckpoint } from "../../src/log/checkpoint.ts";
import { type NoteKey, parseVkey } from "../../src/log/note.ts";
import type { KeptCheckpoint } from "./kept-checkpoint.ts";

export interface Asked {
  /** The address of the log, without a slash at its end. */
  readonly url: string;
  readonly token: string | undefined;
  readonly key: NoteKey | undefined;
  readonly since: KeptCheckpoint | undefined;
  readonly json: boolean;
  /** The file in which the new checkpoint is to be kept. */
  readonly save: string | undefined;
}

const usage = "npm run -s verify -- <url> [--token-file F] [--key VKEY|F] [--since F] [--save F] [--json]";

const options = {
  "token-file": { type: "string" },
  key: { type: "string" },
  since: { type: "string" },
  save: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

class Wrong extends Error {}

export function readArguments(args: readonly string[]): Outcome<Asked, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const [url, ...more] = positionals;
    if (url === undefined || more.length > 0)
      throw new Wrong("hãy cho một địa chỉ của nhật ký · one address of a log is needed");
    const { "token-file": tokenFile, key, since, save, json } = values;
    return done({
      url: readUrl(url),
      token: tokenFile === undefined ? undefined : readFile(tokenFile, "token").toString().trim(),
      key: key === undefined ? undefined : readVkey(key),
      since: since === undefined ? undefined : readCheckpoint(since),
      json,
      save,
    });
  } catch (fault) {
    if (fault instanceof Wrong || isArgumentFault(fault)) return refused(`${firstLine(fault.message)}; ${usage}`);
    throw fault;
  }
}

function isArgumentFault(fault: unknown): fault is Error {
  return fault instanceof Error && "code" in fault && String(fault.code).startsWith("ERR_PARSE_ARGS_");
}

function firstLine(text: string): string {
  return text.split("\n")[0]?.replace(/\.$/, "") ?? "";
}

function readUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Wrong(`không phải địa chỉ http · not an http address: ${text}`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function readFile(path: string, what: string): Buffer {
  if (!existsSync(path)) throw new Wrong(`no ${what} file: ${path}`);
  return readFileSync(path);
}

/** readVkey reads a key, or a file that pins one. */
function readVkey(text: string): NoteKey {
  const key = parseVkey(existsSync(text) ? readFileSync(text, "utf8").trim() : text);
  if (key === undefined) throw new Wrong(`neither a verifier key nor a file with one: ${text}`);
  return key;
}

function readCheckpoint(path: string): KeptCheckpoint {
  const note = readFile(path, "checkpoint");
  const text = note.toString("utf8");
  const checkpoint = parseCheckpoint(text.slice(0, text.lastIndexOf("\n\n") + 1));
  if (checkpoint === undefined) throw new Wrong(`not a checkpoint: ${path}`);
  return { ...checkpoint, note };
}
