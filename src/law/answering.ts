/**
 * The acts that each act can answer: those that it fulfils, that prepared it or that are its ground. An answer to any other
 * type cannot have happened, since the two have nothing to do with each other; one that is late or out of order can.
 */

import type { ActType } from "./act.ts";

/** "any" is for acts that may follow every other: a decision, a suspension, a notice, a complaint, a violation found, the end of a case. */
export type Answerable = readonly ActType[] | "any";

const nothing: readonly ActType[] = [];
const requests = ["request-received", "request-renewed", "judgment-received", "enforcement-condition-known"] as const;
const grounds = ["ground-established", "ownership-established", "no-condition-ground-established"] as const;
const verified = ["conditions-verified", "new-information-received", "verification-disputed"] as const;
const measures = ["decision-issued", "freeze-minuted", "custody-minuted", "asset-seized"] as const;
const planned = ["coercion-plan-made", "coercion-plan-approved", "coercion-plan-sent"] as const;
const ordered = [
  "decision-issued",
  "ownership-established",
  "ground-established",
  "decision-handed-to-enforcer",
] as const;
const valued = ["valuation-result-received", "valuation-result-notified", "revaluation-result-received"] as const;
const priced = ["price-fixed", ...valued, "revaluation-ground-established"] as const;
const offered = [...priced, "auction-contract-signed", "auction-held", "auction-failure-notified"] as const;
const collected = ["money-collected", "asset-collected", "asset-delivered", "state-money-received"] as const;
const held = [...collected, "payout-extended", "payout-blocked", "payout-unblocked", "return-ground-arisen"] as const;
const lodged = ["complaint-lodged", "complaint-accepted"] as const;
const protested = ["protest-received", "protest-replied", "binding-answer-given", "minister-answered"] as const;
const disputed = [...protested, "reconsideration-requested", "reconsideration-answered", "dispute-reported"] as const;

export const answerable: Readonly<Record<ActType, Answerable>> = {
  "judgment-issued": nothing,
  "judgment-effective": ["judgment-issued"],
  "obligation-due": ["judgment-issued", "judgment-effective"],
  "judgment-transferred": ["judgment-issued", "judgment-effective"],
  "judgment-received": ["judgment-issued", "judgment-effective", "judgment-transferred"],
  "enforcement-condition-known": ["judgment-received", "judgment-transferred"],
  "request-received": ["judgment-issued", "judgment-effective", "obligation-due", "request-repair-asked"],
  "request-renewed": ["request-received", "request-renewed", "request-returned"],
  "request-repair-asked": requests,
  "request-refused": requests,
  "delegation-received": nothing,
  "service-contract-signed": ["judgment-issued", "judgment-effective"],
  "service-contract-ended": ["service-contract-signed", "decision-issued"],
  "contract-end-notice-sent": ["service-contract-ended"],
  "office-file-handed-over": ["service-contract-ended"],
  "office-file-received": nothing,

  "decision-issued": "any",
  "decision-sent-to-procuracy": ["decision-issued"],
  "decision-handed-to-enforcer": ["decision-issued", "enforcer-assigned"],
  "party-notified": "any",
  "posting-removed": ["party-notified"],
  "enforcer-assigned": ["decision-issued", "enforcer-change-answered"],
  "file-opened": ["decision-issued", "enforcer-assigned"],
  "enforcer-change-requested": ["enforcer-assigned"],
  "enforcer-change-answered": ["enforcer-change-requested"],
  "certificate-requested": ["case-ended", "debtor-complied", "paid-out"],
  "certificate-issued": ["certificate-requested"],
  "case-ended": "any",
  "end-notice-received": ["case-ended"],

  "debtor-complied": [...grounds, ...verified, ...planned, "party-notified", "decision-issued"],
  "conditions-verified": [
    ...verified,
    ...grounds,
    "exemption-proposed",
    "party-notified",
    "decision-issued",
    "information-supplied",
  ],
  "new-information-received": ["conditions-verified", "information-requested", "decision-issued"],
  "verification-disputed": ["conditions-verified"],
  "information-requested": ["conditions-verified", "new-information-received", "decision-issued"],
  "information-supplied": ["information-requested"],
  "verification-delegated": ["decision-issued", "new-information-received"],
  "verification-delegation-answered": ["verification-delegated"],

  "no-condition-ground-established": [...verified, "information-supplied", "verification-delegation-answered"],
  "no-condition-published": ["decision-issued"],
  "debtor-details-changed": ["decision-issued", "no-condition-published"],
  "no-condition-updated": ["debtor-details-changed", "no-condition-published"],
  "no-condition-unpublished": ["decision-issued", "debtor-details-changed", "no-condition-published", "case-ended"],
  "moved-to-separate-book": ["ground-established", "decision-issued"],
  "request-returned": [
    "decision-issued",
    "conditions-verified",
    "request-received",
    "request-renewed",
    "no-condition-ground-established",
  ],
  "return-notice-sent-to-procuracy": ["request-returned"],

  "ground-established": "any",
  "postponement-requested": ["decision-issued", ...planned],
  "cassation-suspension-received": "any",
  "resumption-ground-established": [
    "decision-issued",
    "ground-established",
    "cassation-suspension-received",
    "postponement-requested",
  ],
  "transferee-identified": ["decision-issued"],
  "proceeds-remitted": ["asset-delivered", "money-collected", "buyer-paid"],

  "freeze-minuted": ["conditions-verified", "information-supplied", "decision-handed-to-enforcer"],
  "custody-minuted": ["conditions-verified", "information-supplied", "decision-handed-to-enforcer"],
  "ownership-established": measures,
  "lift-ground-established": [...measures, "debtor-complied"],
  "security-lifted": [...measures, ...grounds, "lift-ground-established"],
  "income-deduction-ended": ["lift-ground-established", "decision-issued"],

  "coercion-plan-made": ["decision-issued", "conditions-verified"],
  "coercion-plan-approved": ["coercion-plan-made", "decision-issued"],
  "coercion-plan-sent": [...planned, "coercion-carried-out", "decision-issued"],
  "police-plan-made": planned,
  "coercion-cost-notified": [...planned, "coercion-carried-out", "decision-issued"],
  "coercion-carried-out": [...ordered, ...planned, "police-plan-made", "coercion-cost-notified", "conditions-verified"],
  "seizure-notice-sent": ["asset-seized", "decision-issued", ...planned],

  "asset-seized": [...ordered, ...planned, "seizure-notice-sent", "conditions-verified", "party-notified"],
  "seizure-lifted": [...offered, "lift-ground-established", "asset-seized", "asset-redeemed", "decision-issued"],
  "common-property-notified": ["asset-seized", "decision-issued"],
  "common-property-settled": ["common-property-notified"],
  "priority-offered": ["asset-seized", ...priced],
  "priority-used": ["priority-offered", "asset-seized", ...offered],
  "valuation-contract-signed": ["asset-seized", "revaluation-requested", "revaluation-ground-established"],
  "valuation-result-received": ["valuation-contract-signed"],
  "valuation-result-notified": valued,
  "revaluation-requested": [...valued, "price-fixed"],
  "revaluation-ground-established": ["revaluation-requested", "price-fixed", ...valued],
  "revaluation-result-received": [
    "revaluation-ground-established",
    "revaluation-requested",
    "valuation-contract-signed",
  ],
  "price-fixed": ["asset-seized", ...valued],
  "sold-without-auction": ["asset-seized", ...priced],
  "auction-contract-signed": [...priced, "auction-failure-notified", "decision-issued"],
  "auction-paused": ["auction-contract-signed", "decision-issued"],
  "auction-held": ["auction-contract-signed", "asset-redeemed"],
  "auction-failure-notified": ["auction-held"],
  "asset-taken": ["asset-seized", ...offered],
  "asset-redeemed": ["asset-seized", ...offered],
  "auction-result-cancelled": ["auction-held", "buyer-paid"],
  "buyer-paid": ["auction-held", "asset-taken", "sold-without-auction", "priority-offered", "priority-used"],
  "delivery-obstructed": ["buyer-paid", "auction-held", "asset-taken", "sold-without-auction", "priority-used"],
  "asset-delivered": [
    "delivery-obstructed",
    "buyer-paid",
    "auction-held",
    "asset-taken",
    "sold-without-auction",
    "priority-used",
  ],
  "registration-file-supplied": ["asset-delivered", "buyer-paid"],

  "money-collected": ["decision-issued", "debtor-complied", "buyer-paid", "asset-delivered", "coercion-carried-out"],
  "asset-collected": ["decision-issued", "debtor-complied", "coercion-carried-out"],
  "paid-out": [...held, "collection-notified", "decision-issued"],
  "asset-returned": [...held, "collection-notified", "decision-issued", "exhibit-listed"],
  "payout-extended": held,
  "payout-blocked": [...held, "collection-notified", "complaint-lodged", "protest-received"],
  "payout-unblocked": ["payout-blocked"],
  "return-ground-arisen": ["decision-issued", ...collected, "exhibit-listed"],
  "collection-notified": ["decision-issued", ...held, "exhibit-listed"],
  "money-deposited": ["collection-notified"],
  "unclaimed-asset-sold": ["collection-notified"],
  "judgment-took-effect": ["decision-issued"],
  "unclaimed-forfeited": ["judgment-took-effect", "collection-notified", "money-deposited", "unclaimed-asset-sold"],
  "state-money-received": ["decision-issued"],
  "state-money-remitted": ["state-money-received", "money-collected", "decision-issued"],

  "exhibit-listed": ["decision-issued"],
  "exhibit-handed-over": ["decision-issued", "exhibit-listed"],
  "destruction-council-set-up": ["decision-issued", "exhibit-listed"],
  "exhibit-destroyed": ["destruction-council-set-up", "exhibit-listed", "decision-issued"],

  "explanation-requested": ["judgment-received", "judgment-transferred", "decision-issued"],
  "judgment-explained": ["explanation-requested"],
  "cassation-proposed": ["judgment-received", "judgment-transferred", "judgment-explained", "decision-issued"],
  "cassation-proposal-answered": ["cassation-proposed"],

  "exemption-file-sent-to-procuracy": ["conditions-verified", "decision-issued"],
  "exemption-opinion-given": ["exemption-file-sent-to-procuracy"],
  "exemption-proposed": ["conditions-verified", "exemption-opinion-given", "decision-issued"],
  "exemption-accepted": ["exemption-proposed"],
  "exemption-session-held": ["exemption-accepted"],
  "exemption-decided": ["exemption-session-held", "exemption-accepted"],
  "exemption-decision-sent": ["exemption-decided"],
  "exemption-protested": ["exemption-decision-sent", "exemption-decided"],
  "exemption-file-forwarded": ["exemption-protested"],
  "exemption-protest-heard": ["exemption-file-forwarded", "exemption-protested"],

  "complaint-ground-known": "any",
  "complaint-lodged": "any",
  "complaint-accepted": ["complaint-lodged"],
  "complaint-refused": ["complaint-lodged"],
  "complaint-withdrawn": [...lodged, "denunciation-accepted"],
  "complaint-extended": lodged,
  "complaint-resolved": [...lodged, "complaint-extended"],
  "complaint-decision-received": ["complaint-resolved"],
  "denunciation-accepted": "any",
  "denunciation-resolved": ["denunciation-accepted"],
  "complaint-decision-sent-to-procuracy": ["complaint-resolved", "denunciation-resolved"],

  "violation-discovered": "any",
  "protest-issued": ["decision-sent-to-procuracy", "violation-discovered", "end-notice-received"],
  "protest-received": ["protest-issued"],
  "protest-replied": protested,
  "protest-complied": protested,
  "reconsideration-requested": protested,
  "reconsideration-answered": ["reconsideration-requested"],
  "dispute-reported": ["reconsideration-answered", ...protested],
  "binding-answer-given": ["dispute-reported"],
  "minister-asked": ["binding-answer-given"],
  "minister-answered": ["minister-asked"],

  "recommendation-issued": ["violation-discovered"],
  "recommendation-received": ["recommendation-issued"],
  "recommendation-replied": ["recommendation-received", "recommendation-replied"],
  "recommendation-complied": ["recommendation-received", "recommendation-replied"],
  "procuracy-request-issued": ["violation-discovered"],
  "procuracy-request-received": ["procuracy-request-issued"],
  "procuracy-request-complied": ["procuracy-request-received"],
  "instrument-withdrawn": [
    ...disputed,
    "minister-asked",
    "recommendation-received",
    "recommendation-replied",
    "procuracy-request-received",
  ],

  "reporting-period-ended": nothing,
  "figures-closed": ["reporting-period-ended"],
  "unit-reports-received": ["reporting-period-ended"],
  "province-report-compiled": ["unit-reports-received"],
  "report-sent-to-centre": ["unit-reports-received", "province-report-compiled"],
  "report-received-to-countersign": ["figures-closed", "province-report-compiled"],
  "report-countersigned": ["report-received-to-countersign"],
  "data-request-received": nothing,
  "data-request-acknowledged": ["data-request-received"],
  "data-request-carried-out": ["data-request-received"],
};

export function mayAnswer(type: ActType, answered: ActType): boolean {
  const list = answerable[type];
  return list === "any" || list.includes(answered);
}
