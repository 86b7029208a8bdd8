/** The list of refusals is closed, and each reason has one code. */

import { expect, it } from "vitest";
import { refusalCodes } from "../../src/domain/refusal.ts";

it("no code stands for two reasons", () => {
  expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
});

it("every code is made of small words, for it is part of an address (RFC 9457 §3.1.1)", () => {
  expect(refusalCodes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
});
