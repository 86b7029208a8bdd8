/**
 * Rules on denunciations: ordinary, complex, especially complex.
 *
 * Law 26/2008: a denunciation is resolved in 60 days, 90 at most (157).
 * Law 106/2025: in 30, 60 or 90 days (110(2)).
 */

import type { RuleVersion } from "../../rule.ts";
import { cite } from "../../sources.ts";
import { calendarDays, l2008Unamended, l2025 } from "../phrases.ts";
import { happened } from "../../act-day.ts";

const resolution = {
  mode: "duty",
  owner: "denunciation-resolver",
  metBy: [happened("denunciation-resolved")],
  excusedBy: [happened("complaint-withdrawn")],
  direction: "after",
} as const;

const accepted = (...complexity: readonly string[]) => happened("denunciation-accepted", { complexity });

const in2025 = { ...resolution, ...l2025, citation: cite("106/2025/QH15", "110(2)"), confidence: "V" } as const;

export const denunciationLimits: readonly RuleVersion[] = [
  {
    ...resolution,
    ...l2008Unamended,
    series: "DENUNCIATION_RESOLVE",
    starts: [happened("denunciation-accepted")],
    term: calendarDays(60),
    citation: cite("26/2008/QH12", "157(2)"),
    confidence: "C",
    note: {
      vi: "tối đa 90 ngày nếu phức tạp; từ 2019 thực tế áp dụng Luật Tố cáo 2018 (30+30+30)",
      en: "at most 90 if complex; Law on Denunciation 2018 used in practice from 2019 (30+30+30)",
    },
  },
  {
    ...in2025,
    series: "DENUNCIATION_RESOLVE",
    starts: [happened("denunciation-accepted")],
    when: { not: { trait: "complexity", among: ["complex", "very-complex"] } },
    accuses: { trait: "complexity", among: ["ordinary"] },
    term: calendarDays(30),
  },
  { ...in2025, series: "DENUNCIATION_RESOLVE_COMPLEX", starts: [accepted("complex")], term: calendarDays(60) },
  {
    ...in2025,
    series: "DENUNCIATION_RESOLVE_VERY_COMPLEX",
    starts: [accepted("very-complex")],
    term: calendarDays(90),
  },
];
