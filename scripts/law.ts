/**
 * The law from the command line. `law due <SERIES> <day> [--version V] [--lang vi|en]` prints the due day alone on the
 * first line, then why. `law rules` prints every version of every rule as CSV. `law editions` prints what a proposal of each
 * edition says, so that a law keeper can compare it on another machine; `law changes` what each edition changed. These four read only their arguments, not even the
 * clock; `law impact` reads a whole log (law/impact.ts).
 */

import { parseArgs } from "node:util";
import { type Day, dayNumber, parseDay } from "../src/base/day.ts";
import { canonicalJson } from "../src/base/canonical-json.ts";
import { done, type Outcome, refused } from "../src/base/outcome.ts";
import { offerOf } from "../src/domain/editions/offer.ts";
import { type ClosedDay, closedOn } from "../src/law/detection/bans.ts";
import { doubtsOf } from "../src/law/detection/clock.ts";
import { due } from "../src/law/calendar/counting.ts";
import { bansDays, type Direction } from "../src/law/term.ts";
import { currentEdition, editions } from "../src/law/edition.ts";
import { explain } from "../src/law/telling/sentences.ts";
import { explanationOf } from "../src/law/telling/explain-deadline.ts";
import { governs, type RuleVersion } from "../src/law/rule.ts";
import { formatRuleTable } from "../src/law/rule-table.ts";
import { openRuleBook, type RuleBook } from "../src/law/detection/rule-book.ts";
import { isSeries, type Series, seriesNames } from "../src/law/series.ts";
import type { Language, Words } from "../src/law/language.ts";
import { crossedFrom } from "../src/law/detection/transition.ts";
import { changesText } from "./law/changes.ts";
import { failWith } from "./shared/failing.ts";

const usage =
  "cách dùng · usage: npm run -s law -- due <SERIES> <YYYY-MM-DD> [--version V] [--lang vi|en], or: law -- rules, or: law -- editions, or: law -- changes, or: law -- impact [--from 2026-07-01] …";

interface Question {
  readonly rule: RuleVersion;
  readonly day: Day;
  readonly languages: readonly Language[];
}

/** Prints the answer, or one line that says what is wrong and what to do. Returns the exit code. */
export function main(args: readonly string[]): number {
  const answer = answerTo(args);
  if (answer.ok) console.log(answer.value.join("\n"));
  else console.error(answer.refusal);
  return answer.ok ? 0 : 2;
}

export function answerTo(args: readonly string[]): Outcome<readonly string[], string> {
  if (args[0] === "rules") return args.length === 1 ? done(formatRuleTable(currentEdition)) : refused(usage);
  if (args[0] === "editions")
    return args.length === 1 ? done(editions.map((edition) => canonicalJson(offerOf(edition)))) : refused(usage);
  if (args[0] === "changes") return args.length === 1 ? done(changesText()) : refused(usage);
  const question = parseQuestion(args);
  if (!question.ok) return question;
  const { rule, day, languages } = question.value;
  const { series, version, term, direction } = rule;
  const book = openRuleBook(currentEdition);
  const count = due(day, term, direction, book.calendar);
  const closed = closedOn(book, rule, day);
  const explanation = explanationOf({
    rule: series,
    version,
    trigger: { day },
    doubts: [...doubtsOf(rule, count), ...(closed?.doubts ?? [])],
    dueOn: count.due,
    ...crossedFrom(book, rule, day),
    forbidden: closed !== undefined,
    metOn: day,
  });
  return done([
    count.due ?? spoken(verdictOf(direction, closed), languages),
    ...languages.flatMap((language) => explain(explanation, language)),
    ...(mayStillClose(rule, day, book) && closed === undefined
      ? languages.map((language) => notAnnounced[language])
      : []),
  ]);
}

/** A day that is open may still be announced as a day off. */
function mayStillClose({ direction }: RuleVersion, day: Day, { calendar }: RuleBook): boolean {
  return direction !== "out_of_order" && bansDays(direction) && dayNumber(day) > calendar.lastDay;
}

const notAnnounced: Words = {
  vi: "Lịch nghỉ của năm này chưa được công bố: ngày này còn có thể là ngày nghỉ.",
  en: "The days off of this year are not announced yet: this one may still become one.",
};

function verdictOf(direction: Direction, closed: ClosedDay | undefined): Words {
  if (direction === "out_of_order") return verdicts.ordered;
  if (!bansDays(direction)) return verdicts.undated;
  return closed === undefined ? verdicts.allowed : verdicts.forbidden;
}

const verdicts = {
  forbidden: { vi: "bị cấm", en: "forbidden" },
  allowed: { vi: "không bị cấm", en: "not forbidden" },
  ordered: { vi: "tùy các việc trong hồ sơ", en: "depends on the acts of the file" },
  undated: { vi: "không có hạn cuối", en: "no due day" },
} as const satisfies Readonly<Record<string, Words>>;

const both: readonly Language[] = ["vi", "en"];

function spoken(words: Words, languages: readonly Language[]): string {
  return languages.map((language) => words[language]).join(" · ");
}

function parseQuestion(args: readonly string[]): Outcome<Question, string> {
  const parsed = parseOptions(args);
  if (!parsed.ok) return parsed;
  const { words, version, lang: language } = parsed.value;
  const [command, series, writtenDay, ...more] = words;
  if (command !== "due" || series === undefined || writtenDay === undefined || more.length > 0) return refused(usage);
  if (language !== undefined && language !== "vi" && language !== "en")
    return refused(
      `không có ngôn ngữ ${language}, hãy viết --lang vi hoặc --lang en · there is no language ${language}; write --lang vi or --lang en`,
    );
  const languages: readonly Language[] = language === undefined ? both : [language];
  const rule = ruleAsked({ series, writtenDay, version });
  return rule.ok ? done({ ...rule.value, languages }) : refused(spoken(rule.refusal, languages));
}

interface Asked {
  readonly series: string;
  readonly writtenDay: string;
  readonly version: string | undefined;
}

function ruleAsked({ series, writtenDay, version }: Asked): Outcome<Omit<Question, "languages">, Words> {
  if (!isSeries(series)) {
    const names = seriesNames.join(", ");
    return refused({
      vi: `không có quy tắc ${series}, các quy tắc là: ${names}`,
      en: `no rule is called ${series}; the rules are: ${names}`,
    });
  }
  const day = parseDay(writtenDay);
  if (day === undefined)
    return refused({
      vi: `${writtenDay} không phải là một ngày, hãy viết như 2026-11-23`,
      en: `${writtenDay} is not a day of the calendar; write it as 2026-11-23`,
    });
  const rule = chooseVersion(series, day, version);
  return rule.ok ? done({ rule: rule.value, day }) : rule;
}

interface Parsed {
  readonly words: readonly string[];
  readonly version: string | undefined;
  readonly lang: string | undefined;
}

function parseOptions(args: readonly string[]): Outcome<Parsed, string> {
  try {
    const options = { version: { type: "string", multiple: true }, lang: { type: "string", multiple: true } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { version = [], lang = [] } = values;
    // An option that stands twice would leave the reader guessing which one counted.
    if (version.length > 1 || lang.length > 1) return refused(usage);
    return done({ words: positionals, version: version[0], lang: lang[0] });
  } catch {
    return refused(usage);
  }
}

/** Returns the version asked for, else the one in force on the day, because the law of the starting day governs. */
function chooseVersion(series: Series, day: Day, version: string | undefined): Outcome<RuleVersion, Words> {
  const versions = currentEdition.rules.filter((rule) => rule.series === series);
  const chosen = versions.find((rule) => (version === undefined ? governs(rule, day) : rule.version === version));
  if (chosen !== undefined) return done(chosen);
  const known = (from: string, until: string): string =>
    versions
      .map(
        (rule) => `${rule.version} (${from} ${rule.from}${rule.until === undefined ? "" : ` ${until} ${rule.until}`})`,
      )
      .join(", ");
  const [vi, en] =
    version === undefined
      ? [`chưa hoặc không còn hiệu lực ngày ${day}`, `is not in force on ${day}`]
      : [`không có bản ${version}`, `has no version ${version}`];
  return refused({
    vi: `${series} ${vi}, hãy chọn bằng --version: ${known("từ", "đến trước")}`,
    en: `${series} ${en}; choose with --version: ${known("from", "until before")}`,
  });
}

/** Imported only when asked for, so that the other commands start without the database code. */
async function impactOf(args: readonly string[]): Promise<number> {
  const { impact } = await import("./law/impact.ts");
  return impact(args);
}

if (import.meta.main) {
  const [command, ...rest] = process.argv.slice(2);
  try {
    process.exitCode = command === "impact" ? await impactOf(rest) : main(process.argv.slice(2));
  } catch (fault) {
    failWith(fault);
  }
}
