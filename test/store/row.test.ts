/** Rows as the code reads them. */

import { expect, expectTypeOf, it } from "vitest";
import { instantOf, rowOf } from "../../src/store/row.ts";

interface Found {
  readonly key: string;
  readonly due_on: string | null;
  readonly start_recorded_late: number | null;
  readonly row: Readonly<Record<string, unknown>>;
}

it("a row has its names in camelCase and undefined for null, and a value that is an object stays as it is", () => {
  const found: Found = { key: "a_b", due_on: null, start_recorded_late: 0, row: { met_on: null } };
  const row = rowOf(found);
  expect(row).toStrictEqual({ key: "a_b", dueOn: undefined, startRecordedLate: 0, row: { met_on: null } });
  expectTypeOf(row.dueOn).toEqualTypeOf<string | undefined>();
  expectTypeOf(row.key).toEqualTypeOf<string>();
});

it("a text of the database that is no instant is a fault", () => {
  expect(instantOf("2026-11-23T01:30:00.250Z")).toBe("2026-11-23T01:30:00.250Z");
  expect(() => instantOf("infinity")).toThrow("infinity");
});
