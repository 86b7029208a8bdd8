/** An explanation in sentences, Vietnamese and English. */

import { type Day, weekday } from "../../base/day.ts";
import { actEntry } from "../act.ts";
import type { SkippedDay } from "../calendar/counting.ts";
import type { Doubt, Trigger } from "../detection/deadline.ts";
import type { Language, Words } from "../language.ts";
import { ownerWords } from "../owner.ts";
import { seriesWords } from "../series.ts";
import { writeCitation } from "../sources.ts";
import { bansDays, type Direction, type Term } from "../term.ts";
import type { Explanation } from "./explanation.ts";
import {
  confidenceWords,
  crossingWords,
  dayNameWords,
  dayOffWords,
  directionWords,
  doubtWords,
  sourceWords,
  unknownYearWords,
  unitWords,
  weekdayWords,
} from "./words.ts";

/** Returns the explanation in sentences, one a line. */
export function explain(explanation: Explanation, language: Language): string[] {
  const say = language === "vi" ? vietnamese : english;
  const { lastDay, dueOn, skipped, doubts } = explanation;
  return [
    say.rule(explanation),
    say.authority(explanation),
    say.trigger(explanation),
    ...say.term(explanation),
    ...skipped.map((one) => say.skipped(one)),
    ...(lastDay !== dueOn && dueOn !== undefined ? [say.moved(dueOn)] : []),
    ...say.calendars(explanation),
    ...say.closed(explanation),
    ...say.crossing(explanation),
    ...say.ended(explanation),
    ...doubts.map((doubt) => say.doubt(doubt)),
  ];
}

interface Speech {
  readonly rule: (explanation: Explanation) => string;
  readonly authority: (explanation: Explanation) => string;
  readonly trigger: (explanation: Explanation) => string;
  readonly term: (explanation: Explanation) => readonly string[];
  readonly skipped: (skipped: SkippedDay) => string;
  readonly moved: (dueOn: Day) => string;
  readonly calendars: (explanation: Explanation) => readonly string[];
  readonly closed: (explanation: Explanation) => readonly string[];
  readonly crossing: (explanation: Explanation) => readonly string[];
  readonly ended: (explanation: Explanation) => readonly string[];
  readonly doubt: (doubt: Doubt) => string;
}

const vietnamese: Speech = {
  rule: ({ series, version, owner }) =>
    `Quy tắc ${series}, bản ${version}: ${ownerWords[owner].vi}; ${seriesWords(series).vi}.`,
  authority: ({ citation, confidence, inForce, note, edition }) =>
    `Căn cứ: ${writeCitation(citation, "vi")}; hiệu lực từ ${vi(inForce.from)}${
      inForce.until === undefined ? "" : ` đến trước ${vi(inForce.until)}`
    }; văn bản ${confidence}: ${confidenceWords[confidence].vi}; bộ quy tắc số ${edition}.${remark(note, "vi")}`,
  trigger: ({ trigger, term, direction }) =>
    `Mốc tính: ${started(trigger, "vi")}${firstDayOut(term, direction) ? "; ngày này không tính (Điều 147 Bộ luật Dân sự 2015)" : ""}.`,
  term: ({ term, direction, lastDay }) => lengthLine(term, direction, lastDay, "vi"),
  skipped: ({ day, reason }) => `Bỏ qua ${named(day, "vi")}: ${dayOffWords[reason].vi}.`,
  moved: (dueOn) =>
    `Ngày cuối là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo: ${named(dueOn, "vi")} (khoản 5 Điều 148 Bộ luật Dân sự 2015).`,
  calendars: ({ calendars, unconfirmed }) =>
    calendars.map(({ year, version }) =>
      version === undefined ? `Lịch năm ${year}: ${unknownYear(unconfirmed).vi}.` : `Lịch năm ${year}, bản ${version}.`,
    ),
  closed: ({ closed, trigger }) => [
    ...(closed?.reason === undefined
      ? []
      : [`Làm vào ngày nghỉ, ${named(trigger.day, "vi")}: ${dayOffWords[closed.reason].vi}.`]),
    ...(closed?.from === undefined || closed.to === undefined
      ? []
      : [`Bị cấm từ ${named(closed.from, "vi")} đến hết ${named(closed.to, "vi")}.`]),
  ],
  crossing: ({ crossing, otherLaw }) => [
    ...(crossing === undefined
      ? []
      : [
          `Thời hạn kéo qua 01/07/2026: ${crossingWords[crossing].vi} (chính sách; Điều 116 Luật 106/2025 không quy định).`,
        ]),
    ...(otherLaw === undefined
      ? []
      : [
          `Theo bản ${otherLaw.version} (${writeCitation(otherLaw.citation, "vi")}): ${
            otherLaw.dueOn === undefined ? "luật không quy định thời hạn" : `hạn cuối ${named(otherLaw.dueOn, "vi")}`
          }.`,
        ]),
  ],
  ended: ({ endedOn }) =>
    endedOn === undefined
      ? []
      : [
          `Văn bản được rút ${named(endedOn, "vi")}, sau hạn cuối: từ đó không còn phải làm, số ngày quá hạn tính đến ngày đó (chính sách; luật không quy định).`,
        ],
  doubt: (doubt) => `Chỉ là gợi ý: ${doubtWords[doubt].vi}.`,
};

const english: Speech = {
  rule: ({ series, version, owner }) =>
    `Rule ${series}, version ${version}: ${ownerWords[owner].en}; ${seriesWords(series).en}.`,
  authority: ({ citation, confidence, inForce, note, edition }) =>
    `Authority: ${writeCitation(citation, "en")}; in force from ${inForce.from}${
      inForce.until === undefined ? "" : ` until before ${inForce.until}`
    }; text ${confidence}: ${confidenceWords[confidence].en}; edition ${edition} of the law.${remark(note, "en")}`,
  trigger: ({ trigger, term, direction }) =>
    `Clock starts: ${started(trigger, "en")}${firstDayOut(term, direction) ? "; this day is not counted (Civil Code Art.147)" : ""}.`,
  term: ({ term, direction, lastDay }) => lengthLine(term, direction, lastDay, "en"),
  skipped: ({ day, reason }) => `Skipped ${named(day, "en")}: ${dayOffWords[reason].en}.`,
  moved: (dueOn) =>
    `The last day is a day off, so the limit ends on the next working day: ${named(dueOn, "en")} (Civil Code Art.148(5)).`,
  calendars: ({ calendars, unconfirmed }) =>
    calendars.map(({ year, version }) =>
      version === undefined
        ? `Calendar of ${year}: ${unknownYear(unconfirmed).en}.`
        : `Calendar of ${year}, version ${version}.`,
    ),
  closed: ({ closed, trigger }) => [
    ...(closed?.reason === undefined
      ? []
      : [`Done on a day off, ${named(trigger.day, "en")}: ${dayOffWords[closed.reason].en}.`]),
    ...(closed?.from === undefined || closed.to === undefined
      ? []
      : [`Forbidden from ${named(closed.from, "en")} through ${named(closed.to, "en")}.`]),
  ],
  crossing: ({ crossing, otherLaw }) => [
    ...(crossing === undefined
      ? []
      : [
          `The clock runs across 2026-07-01: ${crossingWords[crossing].en} (a policy; law 106/2025 Art.116 does not say).`,
        ]),
    ...(otherLaw === undefined
      ? []
      : [
          `By version ${otherLaw.version} (${writeCitation(otherLaw.citation, "en")}): ${
            otherLaw.dueOn === undefined ? "no limit stated" : `last day ${named(otherLaw.dueOn, "en")}`
          }.`,
        ]),
  ],
  ended: ({ endedOn }) =>
    endedOn === undefined
      ? []
      : [
          `The instrument was withdrawn on ${named(endedOn, "en")}, after the last day: nothing is owed since, and the days overdue are counted to that day (a policy; the law does not say).`,
        ],
  doubt: (doubt) => `Only a hint: ${doubtWords[doubt].en}.`,
};

function started(trigger: Trigger, language: Language): string {
  const { day, type, dayName, source, recordedLate, endOf } = trigger;
  const act = type === undefined ? "" : `${actEntry(type)[language]}, `;
  const over =
    endOf === undefined ? "" : `${language === "vi" ? "hết" : "end of the"} ${seriesWords(endOf)[language]}, `;
  const whose =
    dayName === undefined
      ? ""
      : ` (${dayNameWords[dayName][language]}${source === undefined ? "" : `; ${sourceWords[source][language]}`})`;
  const late =
    recordedLate === undefined
      ? ""
      : `, ${language === "vi" ? `ghi muộn ${recordedLate} ngày` : `recorded ${recordedLate} days late`}`;
  return `${act}${over}${named(day, language)}${whose}${late}`;
}

function lengthLine(term: Term, direction: Direction, lastDay: Day | undefined, language: Language): readonly string[] {
  const plural = unitWords[term.unit][language];
  const words = language === "en" && "length" in term && term.length === 1 ? plural.replace(/s$/, "") : plural;
  const vietnameseLine = language === "vi";
  if (direction === "out_of_order") return [orderLine[language]];
  if (!("length" in term)) return [`${vietnameseLine ? "Thời hạn" : "Term"}: ${words}.`];
  const counted = term.unit === "hour" && direction === "after" ? fromTheMoment : directionWords[direction];
  const before = vietnameseLine ? lengthsThatFollow[direction] : undefined;
  const length =
    before === undefined ? `${term.length} ${words}, ${counted[language]}` : `${before} ${term.length} ${words}`;
  const end = lastDay === undefined ? "" : ` → ${named(lastDay, language)}`;
  const line = `${vietnameseLine ? "Thời hạn" : "Term"}: ${length}${end}.`;
  return term.unit === "hour" ? [line, hoursLine[language]] : [line];
}

const orderLine: Words = {
  vi: "Không tính theo ngày: xét thứ tự các việc trong hồ sơ.",
  en: "No days are counted: the order of the acts in the file decides.",
};

/** The Vietnamese words that stand before a length, where they read better than words behind it. */
const lengthsThatFollow: Readonly<Partial<Record<Direction, string>>> = {
  maximum: "không quá",
  minimum: "ít nhất",
  not_before: "chỉ được làm sau khi hết",
  lookback_max: "không cũ hơn",
};

const fromTheMoment: Words = { vi: "kể từ thời điểm đó", en: "from that moment" };

const hoursLine = {
  vi: "Chỉ biết ngày, không biết giờ: tính đến hết ngày mà số giờ đó có thể kéo tới; giờ chạy qua cả ngày nghỉ.",
  en: "Only the day is known, not the hour: the limit ends with the day that the hours can reach; they run through days off.",
} as const;

/** Whether the first day is not counted. Hours run from their moment (Civil Code Art.147(1)); "at once" and bans count no days. */
function firstDayOut(term: Term, direction: Direction): boolean {
  return "length" in term && term.unit !== "hour" && !bansDays(direction);
}

function remark(note: Words | undefined, language: Language): string {
  return note === undefined ? "" : ` (${note[language]})`;
}

function named(day: Day, language: Language): string {
  const name = weekdayWords[language][weekday(day) - 1] ?? "";
  return language === "vi" ? `${name} ${vi(day)}` : `${name} ${day}`;
}

/** dd/mm/yyyy. */
function vi(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** One flag tells both kinds of unknown year apart: no term reaches from before the first known year to after the last. */
function unknownYear(unconfirmed: boolean): Words {
  return unknownYearWords[unconfirmed ? "unconfirmed" : "provisional"];
}
