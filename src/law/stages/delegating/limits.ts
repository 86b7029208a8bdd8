/** Limits on delegating enforcement, or the handling of an asset, to another agency. */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import {
  answered,
  decided,
  happened,
  l2008Unamended,
  l2022,
  l2025,
  received,
  standstill,
  workingDays,
} from "../phrases.ts";

const decision = {
  mode: "duty",
  owner: "agency-head",
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

const given = {
  ...decision,
  starts: [answered("ground-established", { for: ["delegation"] })],
  metBy: [decided("delegation")],
  excusedBy: standstill,
} as const;

const delegation = { ...given, series: "DELEGATE_DECISION", when: { not: { fact: "interim" } } } as const;
const ofInterim = {
  ...given,
  series: "DELEGATE_INTERIM",
  when: { fact: "interim" },
  term: { unit: "hour", length: 24 },
} as const;

const taken = {
  ...decision,
  series: "DELEGATE_RECEIVE",
  starts: [received("delegation-received", { delegated: ["enforcement"] })],
  metBy: [decided("enforcement")],
} as const;

// The case in which the asset is handled may be opened by the decision that handles it, or by one to enforce.
const assetTaken = {
  ...decision,
  series: "DELEGATE_ASSET_RECEIVE",
  starts: [received("delegation-received", { delegated: ["asset-handling"] })],
  metBy: [decided("asset-handling", "enforcement")],
} as const;

const remittance = {
  series: "DELEGATE_ASSET_REMIT",
  mode: "duty",
  owner: "agency",
  starts: [happened("asset-delivered")],
  metBy: [happened("proceeds-remitted")],
  when: { done: decided("asset-handling"), by: "start" },
  term: workingDays(5),
  direction: "after",
  confidence: "V",
} as const;

export const delegatingLimits: readonly RuleVersion[] = [
  { ...delegation, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(a)") },
  { ...delegation, ...l2025, citation: cite("106/2025/QH15", "49(2)") },
  { ...ofInterim, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(a)") },
  { ...ofInterim, ...l2025, citation: cite("106/2025/QH15", "49(2)") },
  { ...taken, ...l2008Unamended, citation: cite("26/2008/QH12", "57(1)(b)") },
  // An interim measure that was delegated is decided on at once, which the same clause says without a number.
  { ...taken, ...l2025, when: { not: { fact: "interim" } }, citation: cite("106/2025/QH15", "49(2)") },
  { ...assetTaken, ...l2022, citation: cite("26/2008/QH12", "57(2)(b)") },
  { ...assetTaken, ...l2025, citation: cite("106/2025/QH15", "50(3)") },
  { ...remittance, ...l2022, citation: cite("26/2008/QH12", "57(2)(c)") },
  { ...remittance, ...l2025, citation: cite("152/2026/NĐ-CP", "27(1)(b)", "D152/2026 Art.27") },
];
