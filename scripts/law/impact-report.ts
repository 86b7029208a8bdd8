/** The output of `law impact`: for people, Vietnamese and then English; for programs, one JSON object a line. */

import type { Day } from "../../src/base/day.ts";
import type { Judged } from "../../src/law/detection/crossing-clocks.ts";
import { type CrossingPolicy, crossings } from "../../src/law/edition.ts";
import type { DueUnder } from "../../src/law/detection/impact.ts";
import { seriesWords } from "../../src/law/series.ts";
import type { Language } from "../../src/law/language.ts";
import { formatHash } from "../../src/log/hash.ts";
import type { DatabaseFault } from "../../src/service/auditing/audit-fault.ts";
import type { CheckedLog, FileClock } from "../../src/service/auditing/crossing-impact.ts";
import { databaseFaultWords } from "../audit/words.ts";
import type { AskedImpact } from "./impact-arguments.ts";
import type { Total, Totals } from "./impact-totals.ts";

interface Basis {
  readonly asked: AskedImpact;
  readonly log: CheckedLog;
  readonly edition: number;
  /** The policy that the edition names, and so the one that is applied. */
  readonly applied: CrossingPolicy;
}

export interface Report {
  readonly basis: (basis: Basis) => string;
  readonly clock: (clock: FileClock, office: string | undefined) => string;
  readonly end: (totals: Totals) => string;
  readonly fault: (fault: DatabaseFault) => string;
}

export const jsonReport: Report = {
  basis: ({ asked, log, edition, applied }) => {
    const { json: _json, ...filter } = asked;
    const { origin, size, root } = log.checkpoint;
    return JSON.stringify({ kind: "basis", ...filter, edition, applied, origin, size, root: formatHash(root) });
  },
  clock: ({ about, office: id, ...clock }, office) =>
    JSON.stringify({ kind: "limit", file: `${about.kind}/${about.id}`, office, officeId: id, ...clock }),
  end: (totals) =>
    [
      ...totals.rows().map((total) => JSON.stringify({ kind: "total", ...total })),
      JSON.stringify({ kind: "end", limits: totals.all().limits, late: totals.all().late }),
    ].join("\n"),
  fault: (fault) => JSON.stringify({ kind: "fault", ...fault }),
};

export const textReport: Report = {
  basis: ({ asked: { from, today }, log: { checkpoint }, edition, applied }) => {
    const { origin, size, root } = checkpoint;
    return [
      `Thời hạn kéo qua ${vi(from)}, tính đến ${vi(today)}. Nhật ký ${origin}: ${size} mục, đã kiểm tra chữ ký, chuỗi và cây. Bộ quy tắc số ${edition}, đang áp dụng: ${policyWords[applied].vi}.`,
      `Time limits that run across ${from}, as of ${today}. Log ${origin}: ${size} entries, signatures, chain and tree checked. Edition ${edition} of the law, which applies: ${policyWords[applied].en}.`,
      `root ${formatHash(root)}`,
      "",
    ].join("\n");
  },
  clock: (clock, office) =>
    [
      `${clock.about.kind}/${clock.about.id}: ${clock.rule}, ${office ?? clock.owner}, ${clock.subject.kind} ${clock.subject.id}`,
      `  ${seriesWords(clock.rule).vi}. ${clockLine(clock, "vi")}`,
      `  ${seriesWords(clock.rule).en}. ${clockLine(clock, "en")}`,
    ].join("\n"),
  end: totalsText,
  fault: ({ code, at }) => `SAI · WRONG ${at}: ${databaseFaultWords[code].join(" · ")} (${code})`,
};

const policyWords = {
  "law-of-the-starting-day": { vi: "luật của ngày bắt đầu", en: "the law of the starting day" },
  "new-law-from-its-day": { vi: "luật mới từ ngày có hiệu lực", en: "the new law from its day" },
  "later-of-both": { vi: "luật có ngày cuối muộn hơn", en: "the later of both" },
} as const satisfies Record<CrossingPolicy, Record<Language, string>>;

function clockLine(clock: FileClock, language: Language): string {
  const { before, after, under } = clock;
  const [old, next] = language === "vi" ? ["Luật cũ", "Luật mới"] : ["Old law", "New law"];
  const judged = crossings.map(
    (policy) => `${policyWords[policy][language]}: ${stateText(clock, under[policy])[language]}`,
  );
  return `${old}: ${dueText(before, language)}. ${next}: ${dueText(after, language)}. ${capital(judged.join("; "))}.`;
}

function dueText(due: DueUnder | undefined, language: Language): string {
  if (due === undefined)
    return language === "vi" ? "không có thời hạn này từ mốc này" : "no such limit from this start";
  const { version, dueOn } = due;
  if (dueOn === undefined) return `${version}, ${language === "vi" ? "không quy định số ngày" : "no limit stated"}`;
  return language === "vi" ? `${version}, hạn cuối ${vi(dueOn)}` : `${version}, due ${dueOn}`;
}

function stateText({ mode }: FileClock, judged: Judged | undefined): Record<Language, string> {
  if (judged === undefined) return { vi: "không tính", en: "does not run" };
  const { state, daysLate: n = 0, weight } = judged;
  if (mode === "period" && state !== "open") return { vi: "đã hết", en: "over" };
  const text = stateWords[state](n);
  const accuses = weight === "violation" || n === 0;
  return accuses ? text : { vi: `${text.vi} (chỉ là gợi ý)`, en: `${text.en} (only a hint)` };
}

const stateWords: Readonly<Record<Judged["state"], (days: number) => Record<Language, string>>> = {
  open: () => ({ vi: "còn hạn", en: "open" }),
  met: () => ({ vi: "đúng hạn", en: "in time" }),
  late: (n) => ({ vi: `làm muộn ${n} ngày`, en: `done ${n} ${days(n)} late` }),
  missed: (n) => ({ vi: `quá hạn ${n} ngày, chưa làm`, en: `${n} ${days(n)} overdue, not done` }),
  excused: () => ({ vi: "không phải làm nữa", en: "excused" }),
  forbidden: () => ({ vi: "làm khi bị cấm", en: "done while forbidden" }),
};

function days(n: number): string {
  return n === 1 ? "day" : "days";
}

function totalsText(totals: Totals): string {
  const keys = crossings.map(
    (policy, i) => `${letters[i]} ${policyWords[policy].vi} · ${policyWords[policy].en} (${policy})`,
  );
  const all = totals.all();
  if (all.limits === 0) return "Không thời hạn nào kéo qua ngày này. · No time limit runs across this day.";
  const rows = [...totals.rows(), { ...all, rule: "tất cả · all" }];
  const widths = [
    Math.max(...rows.map(({ rule }) => rule.length), 4),
    Math.max(...rows.map(({ office }) => office.length), 6),
  ];
  const line = (cells: readonly string[], numbers: readonly string[]): string =>
    [...cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)), ...numbers.map((n) => n.padStart(7))].join("  ");
  return [
    "",
    "Tổng theo quy tắc và cơ quan: số thời hạn kéo qua, và số đã muộn theo từng cách áp dụng. · Totals by rule and office: limits that run across, and those late under each policy.",
    ...keys,
    line(["rule", "office"], ["limits", ...letters]),
    ...rows.map((row) => line([row.rule, row.office], numbersOf(row))),
  ].join("\n");
}

const letters = ["A", "B", "C"] as const;

function numbersOf({ limits, late }: Total): readonly string[] {
  return [limits, ...crossings.map((policy) => late[policy])].map(String);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** dd/mm/yyyy. */
function vi(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
