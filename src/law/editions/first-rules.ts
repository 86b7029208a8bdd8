/** Rule versions of edition 1 until the sale of an asset, kept as what was otherwise in those that edition 2 changed. They are never edited. */

import type { ActDay } from "../act-day.ts";
import { statutoryDay } from "../statutory-day.ts";
import type { Changes } from "./changes.ts";

const requestRefused: ActDay = { act: "request-refused", days: ["happenedOn"] };
const postponementSuspensionTermination: ActDay = {
  act: "decision-issued",
  days: ["happenedOn"],
  where: { decision: ["postponement", "suspension", "termination"] },
};
const caseEnded: ActDay = { act: "case-ended", days: ["happenedOn"] };
const debtorComplied: ActDay = { act: "debtor-complied", days: ["happenedOn"] };
const resumption: ActDay = { act: "decision-issued", days: ["happenedOn"], where: { decision: ["resumption"] } };
const termination: ActDay = { act: "decision-issued", days: ["happenedOn"], where: { decision: ["termination"] } };
const suspension: ActDay = { act: "decision-issued", days: ["happenedOn"], where: { decision: ["suspension"] } };
const postponement: ActDay = {
  act: "resumption-ground-established",
  days: ["happenedOn", "sentOn", "receivedOn"],
  where: { after: ["postponement"] },
};
const postponementToo: ActDay = { act: "decision-issued", days: ["happenedOn"], where: { decision: ["postponement"] } };
const assetHandling: ActDay = { act: "decision-issued", days: ["happenedOn"], where: { decision: ["asset-handling"] } };

export const rulesUntilSale: Changes["rules"] = {
  "COURT_TRANSFER_FINAL L2008 2009-07-01": { from: statutoryDay("2015-07-01"), accuses: undefined },
  "COURT_TRANSFER_DEFAULT L2025 2026-07-01": { succeeds: undefined },
  "REQUEST_DEFECT_NOTICE L2025 2026-07-01": { excusedBy: [requestRefused] },
  "DECISION_ON_REQUEST L2008 2015-07-01": { excusedBy: [requestRefused], accuses: undefined },
  "DECISION_ON_REQUEST L2025 2026-07-01": { accuses: undefined },
  "DECISION_OWN_MOTION L2008 2015-07-01": { accuses: undefined },
  "DECISION_OWN_MOTION L2025 2026-07-01": { accuses: undefined },
  "DECISION_INTERIM L2008 2015-07-01": { accuses: undefined },
  "DECISION_INTERIM L2025 2026-07-01": { accuses: undefined },
  "DECISION_BANKRUPTCY L2008 2015-07-01": { accuses: undefined },
  "DECISION_BANKRUPTCY L2025 2026-07-01": { accuses: undefined },
  "SEND_DECISION_VKS L2008 2015-07-01": { accuses: undefined },
  "SEND_DECISION_VKS L2025 2026-07-01": { accuses: undefined },
  "NOTIFY_PARTIES L2008 2009-07-01": { accuses: undefined },
  "NOTIFY_PARTIES L2025 2026-07-01": { accuses: undefined },
  "VOLUNTARY_PERIOD L2008-orig 2009-07-01": { excusedBy: [postponementSuspensionTermination, caseEnded] },
  "VOLUNTARY_PERIOD L2008 2015-07-01": { excusedBy: [postponementSuspensionTermination, caseEnded] },
  "VOLUNTARY_PERIOD L2025 2026-07-01": { excusedBy: [postponementSuspensionTermination, caseEnded] },
  "VERIFY_FIRST L2008 2015-07-01": {
    excusedBy: [debtorComplied, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "VERIFY_FIRST L2025 2026-07-01": {
    excusedBy: [debtorComplied, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "VERIFY_INTERIM L2008 2015-07-01": { accuses: undefined },
  "VERIFY_INTERIM L2025 2026-07-01": { accuses: undefined },
  "VERIFY_REPEAT L2008 2015-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, resumption, debtorComplied],
    accuses: undefined,
  },
  "VERIFY_REPEAT L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, resumption, debtorComplied],
    accuses: undefined,
  },
  "VERIFY_REPEAT_LONG L2008 2015-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, resumption, debtorComplied],
    accuses: undefined,
  },
  "VERIFY_REPEAT_LONG L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, resumption, debtorComplied],
    accuses: undefined,
  },
  "VERIFY_ON_NEW_INFO L2008 2015-09-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, debtorComplied],
    accuses: undefined,
  },
  "VERIFY_ON_NEW_INFO L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, debtorComplied],
    accuses: undefined,
  },
  "REVERIFY_AFTER_PROTEST L2008 2015-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, debtorComplied],
    accuses: undefined,
  },
  "REVERIFY_AFTER_PROTEST L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, debtorComplied],
    accuses: undefined,
  },
  "NO_CONDITION_DECISION L2008 2015-09-01": {
    excusedBy: [debtorComplied, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "NO_CONDITION_DECISION L2025 2026-07-01": {
    excusedBy: [debtorComplied, postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "NO_CONDITION_UNPUBLISH L2025 2026-07-01": {
    when: {
      any: [
        { not: { trait: "decision", among: ["withdrawal"] } },
        { answers: { act: "decision-issued", days: ["happenedOn"], where: { decision: ["not-yet-executable"] } } },
      ],
    },
  },
  "POSTPONE_DECISION L2008 2015-07-01": { excusedBy: [termination, caseEnded, suspension], accuses: undefined },
  "POSTPONE_DECISION L2025 2026-07-01": { excusedBy: [termination, caseEnded, suspension], accuses: undefined },
  "RESUME_AFTER_POSTPONE L2008 2015-07-01": {
    starts: [{ endOf: "POSTPONE_MAX" }, postponement],
    excusedBy: [termination, caseEnded],
    when: { done: postponementToo, by: "start" },
    accuses: undefined,
  },
  "RESUME_AFTER_POSTPONE L2025 2026-07-01": {
    starts: [{ endOf: "POSTPONE_MAX" }, postponement],
    excusedBy: [termination, caseEnded],
    when: { done: postponementToo, by: "start" },
    accuses: undefined,
  },
  "SUSPEND_DECISION L2008 2009-07-01": { excusedBy: [termination, caseEnded], accuses: undefined },
  "SUSPEND_DECISION L2025 2026-07-01": { excusedBy: [termination, caseEnded], accuses: undefined },
  "SUSPEND_NOTICE L2025 2026-07-01": { accuses: undefined },
  "RESUME_AFTER_SUSPEND L2008 2009-07-01": { accuses: undefined },
  "RESUME_AFTER_SUSPEND L2025 2026-07-01": { accuses: undefined },
  "TERMINATE_DECISION L2008 2015-07-01": { excusedBy: undefined, accuses: undefined },
  "TERMINATE_DECISION L2025 2026-07-01": { excusedBy: undefined, accuses: undefined },
  "DELEGATE_DECISION L2008 2009-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "DELEGATE_DECISION L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "DELEGATE_INTERIM L2008 2009-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "DELEGATE_INTERIM L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "DELEGATE_RECEIVE L2008 2009-07-01": { accuses: undefined },
  "DELEGATE_RECEIVE L2025 2026-07-01": { accuses: undefined },
  "DELEGATE_ASSET_RECEIVE L2008 2022-03-01": { accuses: undefined },
  "DELEGATE_ASSET_RECEIVE L2025 2026-07-01": { accuses: undefined },
  "DELEGATE_ASSET_REMIT L2008 2022-03-01": { when: { done: assetHandling, by: "start" }, accuses: undefined },
  "DELEGATE_ASSET_REMIT L2025 2026-07-01": { when: { done: assetHandling, by: "start" }, accuses: undefined },
  "FREEZE_FOLLOW_UP L2008 2015-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "CUSTODY_FOLLOW_UP L2008 2015-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "STOP_REGISTRATION_FOLLOW_UP L2008 2015-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded],
    accuses: undefined,
  },
  "SECURITY_FOLLOW_UP L2025 2026-07-01": {
    excusedBy: [postponementSuspensionTermination, caseEnded, { act: "security-lifted", days: ["happenedOn"] }],
    accuses: undefined,
  },
  "SECURITY_LIFT L2025 2026-07-01": { accuses: undefined },
  "INTERIM_NOTIFY L2025 2026-07-01": { accuses: undefined },
  "BAN_COERCION_NIGHT L2008 2009-07-01": { accuses: undefined },
  "BAN_COERCION_NIGHT L2025 2026-07-01": { accuses: undefined },
  "BAN_COERCION_TET L2008 2015-09-01": { accuses: undefined },
  "BAN_COERCION_TET L2025 2026-07-01": { accuses: undefined },
  "POLICE_PROTECTION_PLAN L2008 2015-07-01": { excusedBy: undefined, accuses: undefined },
  "POLICE_PROTECTION_PLAN L2025 2026-07-01": { excusedBy: undefined, accuses: undefined },
  "COERCION_COST_NOTICE L2008 2009-07-01": { when: undefined, accuses: undefined },
  "COERCION_COST_NOTICE L2025 2026-07-01": {
    when: { not: { trait: "notice", among: ["withheld"] } },
    accuses: undefined,
  },
  "BIG_COERCION_REPORT L2008 2015-09-01": { accuses: undefined },
  "SEIZE_REAL_ESTATE_NOTICE L2008 2009-07-01": {
    when: { all: [{ asset: ["immovable"] }, { not: { trait: "notice", among: ["withheld"] } }] },
    accuses: undefined,
  },
  "SEIZE_REAL_ESTATE_NOTICE L2025 2026-07-01": {
    when: { all: [{ asset: ["immovable"] }, { not: { trait: "notice", among: ["withheld"] } }] },
    accuses: undefined,
  },
};
