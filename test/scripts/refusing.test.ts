/** What a machine or its administrator can get wrong before anything starts gets one line that names it. */

import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { failWith } from "../../scripts/shared/failing.ts";
import { refuseForeign } from "../../scripts/start/owner.ts";
import { readPort } from "../../scripts/start/port.ts";
import { parseListening } from "../../src/env.ts";

test.each(["", "http", "-1", "80.5", "65536", "1e3"])("PORT=%s is not a port", (text) => {
  expect(() => readPort(text)).toThrow("is not a port");
});

test.each(["0", "8787", "65535"])("PORT=%s is a port", (text) => {
  expect(readPort(text)).toBe(Number(text));
});

test.each([
  ["PORT", "http"],
  ["DATABASE_CONNECTIONS", "many"],
  ["DATABASE_CONNECTIONS", "0"],
])("the server names %s=%s, and does not guess", (name, text) => {
  expect(() => parseListening({ DATABASE_URL: "postgres://", [name]: text })).toThrow(name);
});

test("data that another user started are left alone", () => {
  const own = mkdtempSync(join(tmpdir(), "minh-chung-owner-"));
  try {
    expect(() => refuseForeign(own)).not.toThrow();
    if (process.getuid?.() === 0) chownSync(own, 65_534, 65_534);
    expect(() => refuseForeign(process.getuid?.() === 0 ? own : "/")).toThrow("belongs to another user");
  } finally {
    rmSync(own, { recursive: true });
  }
});

test.each([
  ["EACCES", /quyền.*this user may not use \/somewhere$/],
  ["ENOSPC", /đầy.*the disk is full: \/somewhere$/],
])("%s is one line, not a stack", (code, line) => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const before = process.exitCode;
  failWith(Object.assign(new Error(code), { code, path: "/somewhere" }));
  expect(said.mock.calls).toEqual([[expect.stringMatching(line)]]);
  expect(process.exitCode).toBe(1);
  process.exitCode = before;
  said.mockRestore();
});
