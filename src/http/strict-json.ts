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
      readonly code: "json-broken" | "json-duplicate-name" | "json-too-deep" | "json-name-forbidden";
      readonly at: number;
    }
  /** The text is JSON, but holds values that cannot be kept as evidence. */
  | { readonly kind: "unfit"; readonly unfit: readonly UnfitValue[] };

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

/** A hundred faults are enough to correct at once; the next request names the rest. */
const maxUnfit = 100;

export function readJson(text: string): Outcome<Json, JsonFault> {
  const reader = new Reader(text);
  try {
    const value = reader.readWhole();
    return reader.unfit.length === 0 ? done(value) : refused({ kind: "unfit", unfit: reader.unfit });
  } catch (fault) {
    if (fault instanceof Broken) return refused({ kind: "broken", code: fault.code, at: fault.at });
    throw fault;
  }
}

/** Writes one name or index of a JSON Pointer (RFC 6901 §3). */
export function pointerStep(name: string | number): string {
  if (typeof name === "number") return `/${name}`;
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
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readWhole(): Json {
    const value = this.#readValue("");
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#broken();
    return value;
  }

  #readValue(pointer: string): Json {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#readObject(pointer);
      case "[":
        return this.#readArray(pointer);
      case '"':
        return this.#checkText(this.#readString(), pointer);
      case "t":
        return this.#readWord("true", true);
      case "f":
        return this.#readWord("false", false);
      case "n":
        return this.#readWord("null", null);
      default:
        return this.#readNumber(pointer);
    }
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw this.#broken("json-too-deep");
    this.#at += 1;
  }

  #leave(sign: string): void {
    if (!this.#take(sign)) throw this.#broken();
    this.#depth -= 1;
  }

  #readObject(pointer: string): Json {
    const fields: Record<string, Json> = {};
    this.#enter();
    this.#skipSpace();
    if (this.#text[this.#at] !== "}") this.#readFields(fields, pointer);
    this.#leave("}");
    return fields;
  }

  #readFields(fields: Record<string, Json>, pointer: string): void {
    do {
      this.#skipSpace();
      const name = this.#readName(fields, pointer);
      if (!this.#take(":")) throw this.#broken();
      fields[name] = this.#readValue(pointer + pointerStep(name));
    } while (this.#take(","));
  }

  #readName(fields: Readonly<Record<string, Json>>, pointer: string): string {
    const start = this.#at;
    const name = this.#readString();
    if (Object.hasOwn(fields, name)) throw new Broken("json-duplicate-name", start);
    // Assigning it to a plain object would make no field, but change what the object inherits.
    if (name === "__proto__") throw new Broken("json-name-forbidden", start);
    this.#checkText(name, pointer + pointerStep(name));
    return name;
  }

  #readArray(pointer: string): Json {
    const items: Json[] = [];
    this.#enter();
    this.#skipSpace();
    if (this.#text[this.#at] !== "]") {
      do items.push(this.#readValue(pointer + pointerStep(items.length)));
      while (this.#take(","));
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

  #checkText(text: string, pointer: string): string {
    const unshown = unshownText(text);
    if (unshown !== undefined) this.#note({ pointer, code: unshownCodes[unshown.code], unshown });
    else if (!ascii.test(text) && text !== text.normalize("NFC")) this.#note({ pointer, code: "text-not-nfc" });
    return text;
  }

  #readNumber(pointer: string): number {
    const start = this.#at;
    this.#skip(numberText);
    if (this.#at === start) throw this.#broken();
    const written = this.#text.slice(start, this.#at);
    const value = Number(written);
    if (!integerText.test(written) || !Number.isSafeInteger(value))
      this.#note({ pointer, code: "number-not-safe-integer" });
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

  #note(unfit: UnfitValue): void {
    if (this.unfit.length < maxUnfit) this.unfit.push(unfit);
  }

  #broken(code: BrokenCode = "json-broken"): Broken {
    return new Broken(code, this.#at);
  }
}
