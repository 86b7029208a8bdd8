/** Money that is the price of a sold asset. The file says of which asset it is, so that a payment need not name the delivery. */

import type { Act, Subject } from "../act.ts";
import { actsOf, type OpenFile, originsOf } from "./open-file.ts";

/** Whether a collection states that it is the price of an asset, or goes back to the buyer's payment or to the delivery. */
export function isSalePrice(open: OpenFile, collected: Act): boolean {
  return collected.traits["origin"] === "asset-sale" || assetsBehind(open, collected).length > 0;
}

/**
 * Returns the id of the asset of which a sum is the price: the one that its collection goes back to or, where that names
 * none, the only asset of the file that a buyer paid. It is undefined for other money, and where several were sold.
 */
export function assetOfSum(open: OpenFile, sum: Subject): string | undefined {
  const prices = collectionsOf(open, sum).filter((one) => isSalePrice(open, one));
  if (prices.length === 0) return undefined;
  const named = new Set(prices.flatMap((one) => assetsBehind(open, one)));
  return only(named.size > 0 ? named : assetsSold(open));
}

/**
 * Whether the file leaves no doubt about the origin of money. A sum is traced if its collection states the origin or nothing
 * was sold; an asset is traced unless a sum was paid out that may be its price.
 */
export function isTraced(open: OpenFile, started: Act, subject: Subject): boolean {
  if (subject.kind !== "asset") return started.traits["origin"] !== undefined || assetsSold(open).size === 0;
  return !actsOf(open, "paid-out").some((paid) => paid.subject.kind === "sum" && mayBePrice(open, paid.subject));
}

function mayBePrice(open: OpenFile, sum: Subject): boolean {
  if (assetOfSum(open, sum) !== undefined) return false;
  const collections = collectionsOf(open, sum);
  return !collections.some(({ traits }) => traits["origin"] === "debtor" || traits["origin"] === "deduction");
}

function collectionsOf(open: OpenFile, sum: Subject): readonly Act[] {
  return actsOf(open, "money-collected").filter(({ subject }) => subject.kind === "sum" && subject.id === sum.id);
}

/** The assets whose sale the collection goes back to; a coercion or decision about an asset does not make it a price. */
function assetsBehind(open: OpenFile, collected: Act): readonly string[] {
  return originsOf(open, collected)
    .filter(({ type }) => type === "buyer-paid" || type === "asset-delivered")
    .map(({ subject }) => subject.id);
}

function assetsSold(open: OpenFile): ReadonlySet<string> {
  return new Set(actsOf(open, "buyer-paid").map(({ subject }) => subject.id));
}

function only(ids: ReadonlySet<string>): string | undefined {
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}
