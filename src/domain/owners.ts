/** The office that answers for a duty which the law puts on "the agency", "the court" or "the procuracy" of a file. */

import type { OfficeId } from "../base/ids.ts";
import type { Owner } from "../law/owner.ts";
import { arbiterOf } from "./instruments/dispute.ts";
import { type InstrumentState, isSent } from "./instruments/instrument.ts";

/** The offices that a file knows. A duty whose office it does not know is attributed to none: a list must not accuse the wrong office. */
export interface Owners {
  readonly agency: OfficeId;
  readonly court?: OfficeId | undefined;
  readonly procuracy?: OfficeId | undefined;
  /** The authority that a dispute over a protest was reported to. */
  readonly arbiter?: OfficeId | undefined;
}

export function instrumentOwners(state: InstrumentState): Owners {
  const arbiter = isSent(state) ? arbiterOf(state.dispute) : undefined;
  return { agency: state.addressee, court: state.addressee, procuracy: state.issuer, arbiter };
}

export function officeOwing(owner: Owner, { agency, court, procuracy, arbiter }: Owners): OfficeId | undefined {
  switch (owner) {
    case "agency":
    case "agency-head":
    case "agency-or-office-head":
    case "enforcer":
    // A private office keeps its own file, and the council that destroys is the agency's.
    case "office-head":
    case "enforcement-office":
    case "destruction-council":
    // The agency keeps the file that holds the person's data.
    case "data-controller":
    // Each office that makes or signs a report does so in its own register.
    case "agency-and-procuracy":
    case "provincial-agency-and-procuracy":
    case "cooperating-body":
      return agency;
    case "court":
      return court;
    case "procuracy":
    case "superior-procuracy":
    case "area-or-provincial-procuracy":
    case "supreme-procuracy":
      return procuracy;
    case "superior-agency-head":
    case "management-agency":
      return arbiter;
    case "debtor":
    case "party":
    case "co-owner":
    case "buyer":
    case "complainant":
    case "third-party":
    case "police":
    case "auction-body":
    case "minister":
    case "protest-holder":
    // The resolver depends on whose act is attacked, which the file does not say.
    case "complaint-resolver":
    case "denunciation-resolver":
      return undefined;
  }
}
