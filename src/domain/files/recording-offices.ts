/**
 * The offices that record each type of act. An office records what it does and what it receives, because the day of receipt
 * starts its own clock; the agency, which keeps the file, records everything that reaches it; an importer may record any
 * act. Police, appraisers, auction bodies, holders of information and parties are no offices of the directory: what they do
 * reaches the agency.
 */

import type { ActType } from "../../law/act.ts";

/**
 * court: the court that the intake names. superior-court: a court above it. procuracy: the competent one or a superior of it.
 * procuracy-addressed: the procuracy, if the act says that it went there. keeper: the office whose register it is.
 */
export type RecordingOffice = "agency" | "court" | "superior-court" | "procuracy" | "procuracy-addressed" | "keeper";

/** The side whose entry an act is, which alone corrects it. An act says it in `by`, except the side that keeps the file. */
export const otherSides = ["court", "procuracy"] as const;
export type Side = "agency" | (typeof otherSides)[number];

export const sideOf: Readonly<Record<RecordingOffice, Side>> = {
  agency: "agency",
  court: "court",
  "superior-court": "court",
  procuracy: "procuracy",
  "procuracy-addressed": "procuracy",
  keeper: "agency",
};

const theAgency: readonly RecordingOffice[] = ["agency"];
const courts: readonly RecordingOffice[] = ["agency", "court"];
const receivedByProcuracy: readonly RecordingOffice[] = ["agency", "procuracy"];
const addressed: readonly RecordingOffice[] = ["agency", "procuracy-addressed"];

const others: { readonly [Type in ActType]?: readonly RecordingOffice[] } = {
  // Acts of the court (law 26/2008 Art.28, law 106/2025 Art.33(1)).
  "judgment-issued": courts,
  "judgment-effective": courts,
  "judgment-transferred": courts,
  // Questions to the court and its answers (COURT_EXPLAIN, COURT_GDT_REPLY).
  "explanation-requested": courts,
  "judgment-explained": courts,
  "cassation-proposed": courts,
  "cassation-proposal-answered": courts,
  // Exemption (EXEMPT_*): each step starts the clock of the next office.
  "exemption-proposed": courts,
  "exemption-accepted": courts,
  "exemption-session-held": courts,
  "exemption-decided": courts,
  "exemption-decision-sent": ["agency", "court", "procuracy"],
  "exemption-protested": ["agency", "court", "procuracy"],
  "exemption-file-forwarded": ["agency", "court", "superior-court"],
  "exemption-protest-heard": ["agency", "superior-court", "procuracy"],
  "exemption-file-sent-to-procuracy": receivedByProcuracy,
  "exemption-opinion-given": receivedByProcuracy,
  // The procuracy's receipt starts its own window (law 106/2025 Art.112(2)), whatever the agency says that it sent.
  "decision-sent-to-procuracy": receivedByProcuracy,
  "return-notice-sent-to-procuracy": receivedByProcuracy,
  "complaint-decision-sent-to-procuracy": receivedByProcuracy,
  "end-notice-received": receivedByProcuracy,
  "coercion-plan-sent": addressed,
  "seizure-notice-sent": addressed,
  "contract-end-notice-sent": addressed,
  // Only the procuracy knows what it discovered.
  "violation-discovered": ["procuracy"],
};

export function recordingOfficesOf(type: ActType): readonly RecordingOffice[] {
  return others[type] ?? theAgency;
}
