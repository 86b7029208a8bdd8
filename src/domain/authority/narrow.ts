/**
 * Reads of the most frequent event, a recorded act, only what decides who may record it, because its whole schema takes much
 * longer. `npm run audit` checks the whole schema where it folds the streams (src/service/auditing/folding.ts).
 */

import { parseDay } from "../../base/day.ts";
import { type ActId, parseId } from "../../base/ids.ts";
import { type DatedDay, isActType } from "../../law/act.ts";
import { daySources } from "../files/events.ts";
import type { RecordedAct } from "../files/recorded.ts";
import { otherSides } from "../files/recording-offices.ts";

export interface NarrowAct extends Pick<RecordedAct, "type" | "traits" | "by"> {
  readonly act: ActId;
  readonly days: readonly DatedDay[];
}

export function readAct(data: unknown): NarrowAct | undefined {
  if (!isObject(data)) return undefined;
  const act = parseId<ActId>(data["act"]);
  const { type, traits } = data;
  const by = otherSides.find((each) => each === data["by"]);
  const days = readDays(data["days"]);
  const isTyped = typeof type === "string" && isActType(type);
  const isWhole = act !== undefined && isTyped && days !== undefined && isTexts(traits);
  return isWhole && data["by"] === by ? { act, type, traits, days, ...(by !== undefined && { by }) } : undefined;
}

/** isObject says whether the value has members of its own names; an array has none. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((each) => typeof each === "string");
}

function readDays(value: unknown): readonly DatedDay[] | undefined {
  if (!isObject(value)) return undefined;
  const days: DatedDay[] = [];
  for (const on of Object.values(value)) {
    const dated = readDated(on);
    if (dated === undefined) return undefined;
    days.push(dated);
  }
  return days;
}

function readDated(value: unknown): DatedDay | undefined {
  if (!isObject(value)) return undefined;
  const day = parseDay(value["day"]);
  const source = daySources.find((each) => each === value["source"]);
  return day === undefined || source === undefined ? undefined : { day, source };
}
