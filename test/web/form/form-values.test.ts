/** parseForm reads only URL-encoded UTF-8, and puts text into one form. */

import { expect, test } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { chosen, filled, mostFormFields, parseForm, typedValue } from "../../../src/web/form/form-values.ts";

const type = "application/x-www-form-urlencoded";

test("every value of a name is kept, in order", () => {
  const values = parseForm(type, utf8("f=a&f=b&f=a"));
  expect(values && chosen(values, "f")).toEqual(["a", "b", "a"]);
});

test("what is shown again is what was typed; what is used has no spaces around it", () => {
  const values = parseForm(type, utf8("note=+a+b+&empty=++"));
  expect(values && typedValue(values, "note")).toBe(" a b ");
  expect(values && filled(values, "note")).toBe("a b");
  expect(values && filled(values, "empty")).toBeUndefined();
});

test("line ends are plain, accents composed, control characters gone", () => {
  const values = parseForm(type, utf8(`note=${encodeURIComponent("a\r\nb\u0000\u0007c\td\u0065\u0301")}`));
  expect(values && typedValue(values, "note")).toBe("a\nbc\td\u00e9");
});

test.each([undefined, "multipart/form-data; boundary=x", "application/json", "text/plain"])(
  "parseForm returns undefined for a body of type %s",
  (other) => {
    expect(parseForm(other, utf8("a=b"))).toBeUndefined();
  },
);

test("parseForm returns undefined for a body that is not UTF-8", () => {
  expect(parseForm(type, new Uint8Array([0x61, 0x3d, 0xff]))).toBeUndefined();
});

test("a form has a bounded number of fields, and a name one value more than any command takes", () => {
  const form = (fields: number): Uint8Array => utf8("f=a&".repeat(fields - 1) + "g=b");
  const values = parseForm(type, form(mostFormFields));
  expect(values && [chosen(values, "f").length, chosen(values, "g")]).toEqual([1001, ["b"]]);
  expect(parseForm(type, form(mostFormFields + 1))).toBeUndefined();
  expect(parseForm(type, undefined)).toBeUndefined();
});

test("of a form with too many fields, no more are counted than tell so", () => {
  let looks = 0;
  class Counted extends Uint8Array<ArrayBuffer> {
    override indexOf(sign: number, from?: number): number {
      looks += 1;
      return super.indexOf(sign, from);
    }
  }
  expect(parseForm(type, new Counted(new ArrayBuffer(1_000_000)).fill(0x26))).toBeUndefined();
  expect(looks).toBe(mostFormFields + 1);
});
