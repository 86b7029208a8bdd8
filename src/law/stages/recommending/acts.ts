/** Acts of recommendations and of the procuracy's requests, and the withdrawal of any instrument. */

import { type ActEntry, onTheDay, receipt, replyOutcomes, written } from "../../act-entry.ts";

const onInstrument = { subjects: ["instrument"], days: onTheDay } as const;

export const recommendingActs = {
  "recommendation-issued": { vi: "ban hành kiến nghị", en: "recommendation issued", ...onInstrument },
  "recommendation-received": {
    vi: "nhận kiến nghị",
    en: "recommendation received",
    subjects: ["instrument"],
    ...receipt,
  },
  "recommendation-replied": {
    vi: "trả lời kiến nghị",
    en: "recommendation replied to",
    subjects: ["instrument"],
    days: written,
    must: { outcome: replyOutcomes },
  },
  "recommendation-complied": { vi: "thực hiện kiến nghị", en: "recommendation carried out", ...onInstrument },
  // Law 63/2014 Art.28(6)(a)-(d). Not `request-received`, which is the creditor's request for enforcement.
  "procuracy-request-issued": {
    vi: "Viện kiểm sát ban hành yêu cầu",
    en: "procuracy's request issued",
    ...onInstrument,
  },
  "procuracy-request-received": {
    vi: "nhận yêu cầu của Viện kiểm sát",
    en: "procuracy's request received",
    subjects: ["instrument"],
    ...receipt,
    must: { demand: ["issue-decision", "enforce", "self-inspect", "supply-file"] },
  },
  "procuracy-request-complied": {
    vi: "thực hiện yêu cầu của Viện kiểm sát",
    en: "procuracy's request complied with",
    subjects: ["instrument"],
    days: written,
  },
  "instrument-withdrawn": {
    vi: "Viện kiểm sát rút kháng nghị, kiến nghị, yêu cầu",
    en: "protest, recommendation or request withdrawn",
    ...onInstrument,
  },
} as const satisfies Record<string, ActEntry>;
