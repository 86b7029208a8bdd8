/** The offices that decide a dispute over a protest, and the one that may ask the Minister (law 106/2025 Art.113(2), (3)). */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { type Offices, superiorsOf } from "../offices/directory.ts";
import type { OfficeState } from "../offices/office.ts";

interface Disputed {
  readonly addressee: OfficeId;
  readonly states: Offices;
  readonly day: Day;
}

/** mayArbitrate admits the management agency or, under the law of 2008, the agency above the addressee. */
export function mayArbitrate(office: OfficeId, { addressee, states, day }: Disputed): boolean {
  return (
    states.of("office", office)?.kind === "management-agency" || superiorsOf(states, addressee, day).includes(office)
  );
}

export function mayAskMinister(office: Pick<OfficeState, "kind"> | undefined): boolean {
  return office?.kind === "supreme-procuracy";
}
