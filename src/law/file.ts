/** The file that detection folds: the acts of one intake, case, instrument or register, with the parties and assets they name. */

import type { Day } from "../base/day.ts";
import type { Act } from "./act.ts";

export interface FileParty {
  readonly id: string;
  readonly side: "debtor" | "creditor" | "related";
  /** True while serving a sentence with two years or more left (law 26/2008 Art.44(2), law 106/2025 Art.38(3)). */
  readonly inPrison?: boolean;
  readonly addressUnknown?: boolean;
  /** The day on which the party was added to a file that was open already; nobody owed them anything before. */
  readonly addedOn?: Day;
}

export interface FileAsset {
  readonly id: string;
  readonly kind: "movable" | "immovable" | "money" | "right";
}

export interface EnforcementFile {
  readonly kind: "own-motion" | "on-request";
  /** True when it enforces an interim measure of the court (biện pháp khẩn cấp tạm thời), which has rules of its own. */
  readonly interim: boolean;
  /** In the order in which they were recorded, corrections folded in. */
  readonly acts: readonly Act[];
  /** Acts of another file that fulfil or excuse what started here and start nothing here, such as the decision that made a case of an intake. */
  readonly elsewhere?: readonly Act[];
  readonly parties: readonly FileParty[];
  readonly assets: readonly FileAsset[];
}
