/**
 * The key whose signature counts: one that the auditor has, or, with a loud warning, the one that the log itself names.
 */

import { type NoteKey, parseVkey } from "../../src/log/note.ts";
import { fieldOf, parseJson } from "../../src/base/unknown-json.ts";
import { type Reopening, reopeningIn } from "../../src/log/reopening.ts";
import { type LogServer, Unreachable } from "./log-server.ts";

export interface Trust {
  readonly key: NoteKey;
  /** `first-use`: only the server that is being checked vouches for the key. */
  readonly by: "given" | "first-use";
}

/**
 * claimedReopenings returns what the server says of the re-openings of its log, for an auditor who may not see the
 * entries; the entries say it themselves.
 */
export async function claimedReopenings(server: LogServer): Promise<readonly Reopening[]> {
  const answer = await server.get("/v1/log/key");
  const claimed = answer && fieldOf(parseJson(answer), "reopenings");
  return Array.isArray(claimed) ? claimed.flatMap((each: unknown) => reopeningIn(each) ?? []) : [];
}

export async function readKey(given: NoteKey | undefined, server: LogServer): Promise<Trust> {
  if (given !== undefined) return { key: given, by: "given" };
  const answer = await server.get("/v1/log/key");
  const key = answer && keyIn(answer);
  if (key === undefined)
    throw new Unreachable(`${server.url} không cho biết khóa của nhật ký · names no key of its log; use --key`);
  return { key, by: "first-use" };
}

function keyIn(answer: Uint8Array): NoteKey | undefined {
  const vkey = fieldOf(parseJson(answer), "vkey");
  return typeof vkey === "string" ? parseVkey(vkey) : undefined;
}
