/** Numbers of instruments: per office, kind and year, given at signing, without gaps. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatId, type InstrumentId } from "../../../src/base/ids.ts";
import type { EventOf } from "../../../src/domain/events.ts";
import { type InstrumentNumber, instrumentNumber } from "../../../src/domain/field.ts";
import { instrumentKinds } from "../../../src/domain/instruments/events.ts";
import {
  evolveNumbering,
  type InstrumentKind,
  isPrinted,
  nextNumber,
  type NumberingState,
} from "../../../src/domain/instruments/numbering.ts";

const instrument = formatId<InstrumentId>(new Uint8Array(16));

interface Given {
  readonly kind: InstrumentKind;
  readonly year: number;
  readonly number: InstrumentNumber;
}

function given(state: NumberingState | undefined, what: Given, source: "system" | "import" = "system"): NumberingState {
  const event: EventOf<"numbering"> = { type: "number-given", data: { instrument, source, ...what } };
  return evolveNumbering(state, event);
}

function take(state: NumberingState | undefined, kind: InstrumentKind, year = 2026): NumberingState {
  return given(state, { kind, year, number: nextNumber(state, { kind, year }) });
}

describe("the next number", () => {
  it.each([
    ["request", "01/YC-VKS"],
    ["recommendation", "01/KN-VKS"],
    ["protest", "01/QĐ-VKS"],
  ] as const)("of a first %s is %s", (kind, number) => {
    expect(nextNumber(undefined, { kind, year: 2026 })).toBe(number);
  });

  it("has a leading zero below ten only (decree 30/2020, appendix I)", () => {
    const numbers: string[] = [];
    let state: NumberingState | undefined;
    for (let i = 0; i < 11; i++) {
      numbers.push(nextNumber(state, { kind: "recommendation", year: 2026 }));
      state = take(state, "recommendation");
    }
    expect([numbers[8], numbers[9], numbers[10]]).toEqual(["09/KN-VKS", "10/KN-VKS", "11/KN-VKS"]);
  });

  it("begins again each year", () => {
    expect(nextNumber(take(undefined, "protest", 2025), { kind: "protest", year: 2026 })).toBe("01/QĐ-VKS");
  });

  it("has no gap and no repetition in any order of kinds and years", () => {
    const asked = fc.array(
      fc.record({ kind: fc.constantFrom(...instrumentKinds), year: fc.integer({ min: 2024, max: 2026 }) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(asked, (series) => {
        let state: NumberingState | undefined;
        const counted = new Map<string, number>();
        for (const { kind, year } of series) {
          const count = (counted.get(`${year}/${kind}`) ?? 0) + 1;
          counted.set(`${year}/${kind}`, count);
          expect(Number.parseInt(nextNumber(state, { kind, year }), 10)).toBe(count);
          state = take(state, kind, year);
        }
      }),
    );
  });
});

describe("a printed number of the past", () => {
  const printed = { kind: "recommendation", year: 2026, number: instrumentNumber.parse("02/KN-VKS") } as const;

  it("is not given again", () => {
    const state = take(given(undefined, printed, "import"), "recommendation");
    expect(nextNumber(state, { kind: "recommendation", year: 2026 })).toBe("03/KN-VKS");
  });

  it("is known as taken, in its own year only", () => {
    const state = given(undefined, printed, "import");
    expect(isPrinted(state, { kind: "recommendation", year: 2026 }, printed.number)).toBe(true);
    expect(isPrinted(state, { kind: "recommendation", year: 2025 }, printed.number)).toBe(false);
  });

  it("with the suffix of a department is another series and moves nothing", () => {
    const state = given(undefined, { ...printed, number: instrumentNumber.parse("3974/KN-VKS-P8") }, "import");
    expect(nextNumber(state, { kind: "recommendation", year: 2026 })).toBe("01/KN-VKS");
  });

  it("cannot be one that the system gave", () => {
    const state = take(undefined, "recommendation");
    expect(isPrinted(state, { kind: "recommendation", year: 2026 }, instrumentNumber.parse("01/KN-VKS"))).toBe(true);
  });
});

describe("an impossible number is a fault", () => {
  it("when one is skipped", () => {
    expect(() =>
      given(undefined, { kind: "protest", year: 2026, number: instrumentNumber.parse("02/QĐ-VKS") }),
    ).toThrow("not the next");
  });

  it("when an import repeats one", () => {
    const printed = { kind: "protest", year: 2021, number: instrumentNumber.parse("02/QĐ-VKS") } as const;
    expect(() => given(given(undefined, printed, "import"), printed, "import")).toThrow("was given");
  });
});
