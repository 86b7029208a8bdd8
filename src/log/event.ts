/** The outer shape of an event (FORMAT.md, "Event"). The domain says what `data` and `law` hold, not the log. */

import { parseUtf8, utf8 } from "../base/bytes.ts";
import { isCanonicalJson, isDigit, readDecimal, skipBytes, skipDigits, skipHex, skipObject } from "./json-scanner.ts";

/** What an auditor compares of an event. `opens` and `reopens` say that its type is log-opened or log-reopened. */
export type EventHead = {
  readonly at: number;
  readonly stream: string;
  readonly opens: boolean;
  readonly reopens: boolean;
  readonly version: number;
};

export type EventFault = "event-not-canonical" | "event-shape-wrong";

/** scanEvent returns the head of an event, or the fault of its bytes. */
export function scanEvent(event: Uint8Array): EventHead | EventFault {
  const head = readHead(event);
  if (head !== undefined) return head;
  return isCanonicalJson(event) ? "event-shape-wrong" : "event-not-canonical";
}

const actorName = utf8('{"actor":');
const atName = utf8(',"at":"');
const dataName = utf8('","data":');
const lawName = utf8(',"law":');
const nonceName = utf8(',"nonce":"');
const streamName = utf8('","stream":"');
const slash = utf8("/");
const typeName = utf8('","type":"');
const vName = utf8('","v":');
const versionName = utf8(',"version":');
const opening = utf8("log-opened");
const reopening = utf8("log-reopened");

/** readHead walks over the event once: canonical JSON fixes the order of names, so the shape is one known sequence. */
function readHead(event: Uint8Array): EventHead | undefined {
  const instantAt = skipBytes(event, skipObject(event, skipBytes(event, 0, actorName), 2), atName);
  const dataEnd = skipObject(event, skipBytes(event, instantAt + 24, dataName), 2);
  const nonceEnd = skipHex(event, skipBytes(event, skipLaw(event, dataEnd), nonceName), 32);
  const streamAt = skipBytes(event, nonceEnd, streamName);
  const streamEnd = skipWord(event, skipBytes(event, skipCode(event, streamAt), slash));
  const typeAt = skipBytes(event, streamEnd, typeName);
  const typeEnd = skipCode(event, typeAt);
  const vAt = skipBytes(event, typeEnd, vName);
  const vEnd = skipDigits(event, vAt);
  const versionAt = skipBytes(event, vEnd, versionName);
  const versionEnd = skipDigits(event, versionAt);
  const at = readInstant(event, instantAt);
  const version = readDecimal(event, versionAt, versionEnd);
  const closes = event[versionEnd] === 0x7d && versionEnd + 1 === event.length;
  if (at < 0 || readDecimal(event, vAt, vEnd) < 1 || version < 1 || !closes) return undefined;
  const opens = typeEnd === skipBytes(event, typeAt, opening);
  const reopens = typeEnd === skipBytes(event, typeAt, reopening);
  return { at, stream: parseUtf8(event.subarray(streamAt, streamEnd)), opens, reopens, version };
}

/** skipLaw skips the member `law` if it is there: only an event to which a rule was applied has it. */
function skipLaw(event: Uint8Array, at: number): number {
  const value = skipBytes(event, at, lawName);
  return value < 0 ? at : skipObject(event, value, 2);
}

/** skipCode skips a kind of stream or a type, which is a word that begins with a letter. */
function skipCode(event: Uint8Array, at: number): number {
  return isLetter(event[at] ?? 0) ? skipWord(event, at) : -1;
}

/** skipWord skips lowercase letters, digits and hyphens, at least one. */
function skipWord(event: Uint8Array, start: number): number {
  let at = start;
  while (isLetter(event[at] ?? 0) || isDigit(event[at] ?? 0) || event[at] === 0x2d) at++;
  return at > start ? at : -1;
}

function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

const instantShape = utf8("0000-00-00T00:00:00.000Z");

/** readInstant returns a number that grows with the instant written in 24 characters, or -1 if they write none. */
function readInstant(bytes: Uint8Array, at: number): number {
  if (at < 0) return -1;
  for (let i = 0; i < instantShape.length; i++) {
    const shape = instantShape[i] ?? 0;
    const byte = bytes[at + i] ?? 0;
    if (isDigit(shape) ? !isDigit(byte) : byte !== shape) return -1;
  }
  const year = pair(bytes, at) * 100 + pair(bytes, at + 2);
  const month = pair(bytes, at + 5);
  const day = pair(bytes, at + 8);
  const hour = pair(bytes, at + 11);
  const minute = pair(bytes, at + 14);
  const second = pair(bytes, at + 17);
  const millisecond = pair(bytes, at + 20) * 10 + (bytes[at + 22] ?? 0) - 0x30;
  if (day < 1 || day > daysOf(year, month) || hour > 23 || minute > 59 || second > 59) return -1;
  return ((((year * 12 + month) * 32 + day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millisecond;
}

function pair(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) - 0x30) * 10 + (bytes[at + 1] ?? 0) - 0x30;
}

/** daysOf returns the number of days of a month of the Gregorian calendar, and 0 when there is no such month. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
