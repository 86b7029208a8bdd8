/**
 * Whether a party is surely one whom a decision has to be told: in the file when it was made, and not left out by whom it is
 * about. A text is told to those whose rights and duties it is about (26/2008 Art.39(1)); a decision on one of two debtors is
 * not about the other.
 */

import type { Subject } from "../../act.ts";
import type { Circumstances } from "../circumstances.ts";
import { type OpenFile, originsOf } from "../open-file.ts";

export function isAddressee({ open, act, subject, startedOn }: Circumstances): boolean {
  const party = open.parties.get(subject.id);
  if (subject.kind !== "party" || party === undefined) return true;
  if (party.addedOn !== undefined && party.addedOn > startedOn) return false;
  const about = originsOf(open, act).map((one) => one.subject);
  const named = about.filter(({ kind }) => kind === "party");
  if (named.some(({ id }) => id === subject.id)) return true;
  if (party.side === "related") return named.length === 0 && !about.some(isAsset);
  if (named.some(({ id }) => open.parties.get(id)?.side === party.side)) return false;
  return party.side === "creditor" || !about.some(isAsset) || debtorsOf(open) < 2;
}

/** The file does not say whose an asset is. */
function isAsset({ kind }: Subject): boolean {
  return kind === "asset";
}

function debtorsOf({ file }: OpenFile): number {
  return file.parties.filter(({ side }) => side === "debtor").length;
}

/** Whether a party of the file is in prison, or of unknown address. */
export function hasParty(open: OpenFile, is: "in-prison" | "address-unknown"): boolean {
  return open.file.parties.some(
    ({ inPrison, addressUnknown }) => (is === "in-prison" ? inPrison : addressUnknown) === true,
  );
}
