/**
 * Strict JSON (RFC 8259): the value read is the one that the sender wrote. JSON.parse keeps the last of two equal names,
 * rounds numbers beyond 2^53 and accepts lone surrogates; with each of these a person could sign one thing and the log hold
 * another.
 */

import type { Json } from "../base/canonical-json.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { type UnshownText, unshownText } from "../base/shown-text.ts";

export type JsonFault =
  /** The text is not JSON, or not JSON that is taken here. */
  | {
      readonly kind: "broken";
      readonly code:
        | "json-broken"
        | "json-duplicate-name"
        | "json-too-deep"
        | "json-too-many-values"
        | "json-name-forbidden";
      readonly at: number;
    }
  /** The text is JSON, but holds values that cannot be kept as evidence. */
  | {
      readonly kind: "unfit";
      readonly unfit: readonly UnfitValue[];
      /** How many more there are, if any. */
      readonly more?: number;
    };

export interface UnfitValue {
  /** JSON Pointer (RFC 6901) of the value. */
  readonly pointer: string;
  readonly code: "text-not-nfc" | (typeof unshownCodes)[UnshownText["code"]] | "number-not-safe-integer";
  /** Set where the text shows other than it reads: which character does it, and where. */
  readonly unshown?: UnshownText;
}

const unshownCodes = {
  blank: "text-blank",
  control: "text-control-character",
  surrogate: "text-lone-surrogate",
  hidden: "text-hidden-character",
  mark: "text-lone-mark",
} as const;

/** Commands nest a few levels; 32 leaves room and keeps the recursion of the reader far from the end of the stack. */
export const maxDepth = 32;

/** Values of one text: the largest command, a thousand findings with their texts, has a tenth of them. */
const maxValues = 50_000;

/** A hundred faults are enough to correct at once; the next request names the rest. */
const maxUnfit = 100;

export function readJson(text: string): Outcome<Json, JsonFault> {
  const reader = new Reader(text);
  try {
    const value = reader.readWhole();
    return reader.unfit.length === 0 ? done(value) : refused(unfitOf(reader));
  } catch (fault) {
    if (fault instanceof Broken) return refused({ kind: "broken", code: fault.code, at: fault.at });
    throw fault;
  }
}

function unfitOf({ unfit, more }: Reader): JsonFault {
  return { kind: "unfit", unfit, ...(more === 0 ? {} : { more }) };
}

/** Characters of a name that a pointer repeats: no problem document shows more (problems/bounds.ts). */
const mostOfName = 201;

/** Writes one name or index of a JSON Pointer (RFC 6901 §3). Of a very long name, the beginning stands for all. */
export function pointerStep(step: string | number): string {
  if (typeof step === "number") return `/${step}`;
  const name = step.length <= mostOfName ? step : step.slice(0, mostOfName);
  return /[~/]/.test(name) ? `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` : `/${name}`;
}

type BrokenCode = Extract<JsonFault, { kind: "broken" }>["code"];

/** Ends the reading from any depth. readJson catches it, so it never leaves this file. */
class Broken extends Error {
  readonly code: BrokenCode;
  readonly at: number;

  constructor(code: BrokenCode, at: number) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

const space = /[ \t\n\r]*/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const integerText = /^(?:0|-?[1-9]\d*)$/;
const ascii = /^[\u0020-\u007e]*$/;

class Reader {
  readonly unfit: UnfitValue[] = [];
  /** Unfit values that are counted only. */
  more = 0;
  readonly #text: string;
  #at = 0;
  #values = 0;
  /** Names and indexes that lead to the value being read. A pointer is made of them only where one is told. */
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  readWhole(): Json {
    const value = this.#readValue();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#broken();
    return value;
  }

  #readValue(): Json {
    this.#skipSpace();
    this.#values += 1;
    if (this.#values > maxValues) throw this.#broken("json-too-many-values");
    switch (this.#text[this.#at]) {
      case "{":
        return this.#readObject();
      case "[":
        return this.#readArray();
      case '"':
        return this.#checkText(this.#readString());
      case "t":
        return this.#readWord("true", true);
      case "f":
        return this.#readWord("false", false);
      case "n":
        return this.#readWord("null", null);
      default:
        return this.#readNumber();
    }
  }

  #enter(): void {
    if (this.#path.length >= maxDepth) throw this.#broken("json-too-deep");
    this.#path.push("");
    this.#at += 1;
  }

  #leave(sign: string): void {
    if (!this.#take(sign)) throw this.#broken();
    this.#path.pop();
  }

  #step(step: string | number): void {
    this.#path[this.#path.length - 1] = step;
  }

  #readObject(): Json {
    const fields: Record<string, Json> = {};
    this.#enter();
    this.#skipSpace();
    if (this.#text[this.#at] !== "}") this.#readFields(fields);
    this.#leave("}");
    return fields;
  }

  #readFields(fields: Record<string, Json>): void {
    do {
      this.#skipSpace();
      const name = this.#readName(fields);
      if (!this.#take(":")) throw this.#broken();
      fields[name] = this.#readValue();
    } while (this.#take(","));
  }

  #readName(fields: Readonly<Record<string, Json>>): string {
    const start = this.#at;
    const name = this.#readString();
    if (Object.hasOwn(fields, name)) throw new Broken("json-duplicate-name", start);
    // Assigning it to a plain object would make no field, but change what the object inherits.
    if (name === "__proto__") throw new Broken("json-name-forbidden", start);
    this.#step(name);
    return this.#checkText(name);
  }

  #readArray(): Json {
    const items: Json[] = [];
    this.#enter();
    this.#skipSpace();
    if (this.#text[this.#at] !== "]") {
      do {
        this.#step(items.length);
        items.push(this.#readValue());
      } while (this.#take(","));
    }
    this.#leave("]");
    return items;
  }

  #readString(): string {
    if (this.#text[this.#at] !== '"') throw this.#broken();
    const start = this.#at;
    this.#at += 1;
    this.#skip(plainText);
    if (this.#text[this.#at] === '"') {
      this.#at += 1;
      return this.#text.slice(start + 1, this.#at - 1);
    }
    while (this.#text[this.#at] === "\\") {
      this.#at += 2;
      this.#skip(plainText);
    }
    if (this.#text[this.#at] !== '"') throw this.#broken();
    this.#at += 1;
    return this.#unescape(start);
  }

  /** JSON.parse decodes the escapes of RFC 8259 §7 and throws at any other. */
  #unescape(start: number): string {
    try {
      return String(JSON.parse(this.#text.slice(start, this.#at)));
    } catch {
      throw new Broken("json-broken", start);
    }
  }

  #checkText(text: string): string {
    const unshown = unshownText(text);
    if (unshown !== undefined) this.#note({ code: unshownCodes[unshown.code], unshown });
    else if (!ascii.test(text) && text !== text.normalize("NFC")) this.#note({ code: "text-not-nfc" });
    return text;
  }

  #readNumber(): number {
    const start = this.#at;
    this.#skip(numberText);
    if (this.#at === start) throw this.#broken();
    const written = this.#text.slice(start, this.#at);
    const value = Number(written);
    if (!integerText.test(written) || !Number.isSafeInteger(value)) this.#note({ code: "number-not-safe-integer" });
    return value;
  }

  #readWord<T extends Json>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw this.#broken();
    this.#at += word.length;
    return value;
  }

  /** Skips space and takes the sign. It returns false if another sign stands there. */
  #take(sign: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    // Most signs have no space before them, and starting the pattern costs more than this comparison.
    if (this.#text.charCodeAt(this.#at) <= 0x20) this.#skip(space);
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    if (pattern.test(this.#text)) this.#at = pattern.lastIndex;
  }

  #note(unfit: Omit<UnfitValue, "pointer">): void {
    if (this.unfit.length === maxUnfit) this.more += 1;
    else this.unfit.push({ pointer: this.#path.map(pointerStep).join(""), ...unfit });
  }

  #broken(code: BrokenCode = "json-broken"): Broken {
    return new Broken(code, this.#at);
  }
}
