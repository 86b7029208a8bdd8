import { describe, expect, expectTypeOf, test } from "vitest";
import { given } from "../../src/base/given.ts";

interface Note {
  readonly day: string;
  readonly text?: string;
}

const maybe = (text?: string) => text;

describe("given", () => {
  test("drops a member that is undefined, so that its name is absent", () => {
    expect(Object.keys(given({ day: "2026-01-01", text: maybe() }))).toEqual(["day"]);
    expect(given({ text: undefined })).toStrictEqual({});
  });

  test("keeps every other member and the order of their names", () => {
    const members = { zero: 0, empty: "", no: false, nothing: null, list: [] };
    expect(given(members)).toStrictEqual(members);
    expect(Object.keys(given(members))).toEqual(["zero", "empty", "no", "nothing", "list"]);
  });

  test("makes a member that may be undefined optional and leaves the type of the others", () => {
    const note: Note = given({ day: "2026-01-01", text: maybe("seen") });
    const spread: Note = { day: "2026-01-01", ...given({ text: maybe("seen") }) };
    expect(spread).toStrictEqual(note);
    const members = given({ day: "2026-01-01", text: maybe() });
    expectTypeOf(members).toEqualTypeOf<{ day: string; text?: string }>();
  });

  test("keeps the readonly of a member and a member that was optional", () => {
    const note: Note = { day: "2026-01-01" };
    expectTypeOf(given(note)).toEqualTypeOf<Note>();
  });
});
