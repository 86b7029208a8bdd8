/** Numbers of an office's instruments, 01/KN-VKS …, by kind and year, without gaps; imported ones keep theirs. */

import type { EventOf } from "../events.ts";
import { instrumentNumber, type InstrumentNumber } from "../field.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { instrumentKinds } from "./events.ts";

export type InstrumentKind = (typeof instrumentKinds)[number];

export interface NumberingState {
  /** "<year>/<kind>" → the last ordinal that the system gave. */
  readonly given: Readonly<Record<string, number>>;
  /** "<year>/<kind>" → the printed numbers of imported instruments. */
  readonly printed: Readonly<Record<string, readonly InstrumentNumber[]>>;
}

/** YC is yêu cầu and KN kiến nghị; a kháng nghị is a decision (quyết định, QĐ). */
const symbols: Readonly<Record<InstrumentKind, string>> = {
  request: "YC-VKS",
  recommendation: "KN-VKS",
  protest: "QĐ-VKS",
};

interface Series {
  readonly kind: InstrumentKind;
  readonly year: number;
}

const unused: NumberingState = { given: {}, printed: {} };

/** nextNumber returns the number that the next instrument of this kind and year will bear. */
export function nextNumber(state: NumberingState | undefined, series: Series): InstrumentNumber {
  return formatNumber(nextOrdinal(state ?? unused, series), series.kind);
}

export function isPrinted(state: NumberingState | undefined, series: Series, number: InstrumentNumber): boolean {
  const given = state?.given[keyOf(series)] ?? 0;
  const ordinal = Number.parseInt(number, 10);
  return (
    printedIn(state ?? unused, series).includes(number) ||
    (ordinal <= given && formatNumber(ordinal, series.kind) === number)
  );
}

export function evolveNumbering(state: NumberingState | undefined, event: EventOf<"numbering">): NumberingState {
  const { kind, year, number, source } = event.data;
  const before = state ?? unused;
  const series = { kind, year };
  if (source === "import") {
    if (isPrinted(state, series, number)) throw new ImpossibleEvent(event.type, `${number} of ${year} was given`);
    return { ...before, printed: { ...before.printed, [keyOf(series)]: [...printedIn(before, series), number] } };
  }
  const ordinal = nextOrdinal(before, series);
  if (formatNumber(ordinal, kind) !== number)
    throw new ImpossibleEvent(event.type, `${number} is not the next number of ${year}`);
  return { ...before, given: { ...before.given, [keyOf(series)]: ordinal } };
}

function nextOrdinal(state: NumberingState, series: Series): number {
  let ordinal = (state.given[keyOf(series)] ?? 0) + 1;
  while (printedIn(state, series).includes(formatNumber(ordinal, series.kind))) ordinal += 1;
  return ordinal;
}

/** formatNumber writes a leading zero below 10 (decree 30/2020, appendix I). */
function formatNumber(ordinal: number, kind: InstrumentKind): InstrumentNumber {
  return instrumentNumber.parse(`${String(ordinal).padStart(2, "0")}/${symbols[kind]}`);
}

function printedIn(state: NumberingState, series: Series): readonly InstrumentNumber[] {
  return state.printed[keyOf(series)] ?? [];
}

function keyOf({ kind, year }: Series): string {
  return `${year}/${kind}`;
}
