/** The offices whose affair an instrument is. */

import type { OfficeId } from "../../base/ids.ts";
import { arbiterOf } from "./dispute.ts";
import { isHandedOver } from "./handed-over.ts";
import type { InstrumentState } from "./instrument.ts";

/** sidesOf returns the procuracy; with the addressee once it has the instrument, and the authority that a dispute is reported to. */
export function sidesOf(state: InstrumentState): readonly OfficeId[] {
  if (!isHandedOver(state)) return [state.issuer];
  const arbiter = arbiterOf(state.dispute);
  return [state.issuer, state.addressee, ...(arbiter === undefined ? [] : [arbiter])];
}
