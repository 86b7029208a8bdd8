/** Acts of a complaint or a denunciation about enforcement, from its ground to its decision. */

import { type ActEntry, delivered, onTheDay, receipt, written } from "../../act-entry.ts";

/** The category of a complaint (law 26/2008 Art.140(2); law 106/2025 Art.96(2)), and whether it is the first or the second. */
const kinds = {
  category: ["before-measures", "freeze", "security", "coercion", "after-coercion"],
  instance: ["first", "second"],
} as const;

const onComplaint = { subjects: ["complaint"], days: onTheDay } as const;

export const complainingActs = {
  "complaint-ground-known": {
    vi: "người khiếu nại biết được quyết định, hành vi",
    en: "decision or act known to the complainant",
    subjects: ["party"],
    days: onTheDay,
  },
  "complaint-lodged": {
    vi: "khiếu nại về thi hành án",
    en: "complaint lodged",
    subjects: ["complaint"],
    days: written,
    makes: true,
    must: kinds,
  },
  // The acceptance carries the resolver's own classification, from which the time limit of the resolution follows.
  "complaint-accepted": { vi: "thụ lý khiếu nại", en: "complaint accepted", ...onComplaint, must: kinds },
  "complaint-refused": {
    vi: "không thụ lý khiếu nại, nêu rõ lý do",
    en: "complaint not accepted, with reasons",
    ...onComplaint,
  },
  "complaint-withdrawn": { vi: "rút khiếu nại, đình chỉ giải quyết", en: "complaint withdrawn", ...onComplaint },
  "complaint-extended": {
    vi: "kéo dài thời hạn giải quyết khiếu nại",
    en: "resolution of the complaint extended",
    ...onComplaint,
    may: { ground: ["remote-area", "complex"] },
  },
  "complaint-resolved": { vi: "ra quyết định giải quyết khiếu nại", en: "complaint resolved", ...onComplaint },
  "complaint-decision-received": {
    vi: "người khiếu nại nhận quyết định giải quyết khiếu nại",
    en: "complaint decision received by the complainant",
    subjects: ["complaint"],
    ...receipt,
  },
  "denunciation-accepted": {
    vi: "thụ lý tố cáo",
    en: "denunciation accepted",
    ...onComplaint,
    makes: true,
    may: { complexity: ["ordinary", "complex", "very-complex"] },
  },
  "denunciation-resolved": { vi: "kết luận nội dung tố cáo", en: "denunciation resolved", ...onComplaint },
  "complaint-decision-sent-to-procuracy": {
    vi: "gửi quyết định giải quyết khiếu nại, kết luận tố cáo cho Viện kiểm sát",
    en: "complaint decision or denunciation conclusion sent to the procuracy",
    subjects: ["complaint"],
    days: delivered,
  },
} as const satisfies Record<string, ActEntry>;
