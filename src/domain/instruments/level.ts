/**
 * The level of a procuracy toward the office it protests to. The law of 2008 gives the procuracy of the same level 15 days
 * and its superiors 30 (Art.160(2)); the law of 2025 counts by the procuracy's own tier (Art.112(2)).
 */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import type { States } from "../command.ts";
import { competentProcuracies } from "../offices/directory.ts";
import type { OfficeKind } from "../offices/events.ts";
import type { Drafted } from "./instrument.ts";

export type ProtestLevel = NonNullable<Drafted["level"]>;

interface Levels {
  readonly issuer: OfficeId;
  readonly addressee: OfficeId;
  readonly states: States;
  readonly day: Day;
}

const ownLevels: Partial<Record<OfficeKind, ProtestLevel>> = {
  "district-procuracy": "district",
  "area-procuracy": "area",
  "provincial-procuracy": "provincial",
  "supreme-procuracy": "supreme",
};

/** protestLevel returns undefined when the issuer is no procuracy. */
export function protestLevel({ issuer, addressee, states, day }: Levels): ProtestLevel | undefined {
  const kind = states.of("office", issuer)?.kind;
  const own = kind === undefined ? undefined : ownLevels[kind];
  if (own === undefined || own === "supreme") return own;
  const [competent] = competentProcuracies(states, addressee, day);
  return competent === undefined || competent === issuer ? own : "superior";
}
