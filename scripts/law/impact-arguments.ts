/** The arguments of `law impact`, or one line that says what is wrong with them and what to write. */

import { parseArgs } from "node:util";
import { type Day, parseDay } from "../../src/base/day.ts";
import { done, type Outcome, refused } from "../../src/base/outcome.ts";
import { type CrossingPolicy, crossings } from "../../src/law/edition.ts";
import { transitionDay } from "../../src/law/rule.ts";
import { isSeries, type Series, seriesNames } from "../../src/law/series.ts";

export interface AskedImpact {
  readonly from: Day;
  readonly today: Day;
  /** Lists only clocks that are late under this policy. */
  readonly policy: CrossingPolicy | undefined;
  readonly rule: Series | undefined;
  /** Lists only clocks owed by the office with this code. */
  readonly office: string | undefined;
  /** Lists also the clocks that are in time under every policy. */
  readonly all: boolean;
  readonly json: boolean;
}

const usage =
  "npm run -s law -- impact [--from 2026-07-01] [--today YYYY-MM-DD] [--policy P] [--rule SERIES] [--office CODE] [--all] [--json]";

const options = {
  from: { type: "string", default: transitionDay },
  today: { type: "string" },
  policy: { type: "string" },
  rule: { type: "string" },
  office: { type: "string" },
  all: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

class Wrong extends Error {}

export function readImpactArguments(args: readonly string[], today: Day): Outcome<AskedImpact, string> {
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true });
    return done({
      from: readFrom(values.from),
      today: values.today === undefined ? today : readDay(values.today),
      policy: values.policy === undefined ? undefined : readPolicy(values.policy),
      rule: values.rule === undefined ? undefined : readRule(values.rule),
      office: values.office,
      all: values.all,
      json: values.json,
    });
  } catch (fault) {
    if (fault instanceof Wrong) return refused(fault.message);
    if (isArgumentFault(fault)) return refused(`hãy viết · write: ${usage} (${fault.message.split("\n")[0]})`);
    throw fault;
  }
}

function isArgumentFault(fault: unknown): fault is Error {
  return fault instanceof Error && "code" in fault && String(fault.code).startsWith("ERR_PARSE_ARGS_");
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new Wrong(
    `${text} không phải là một ngày, hãy viết như 2026-11-23 · ${text} is not a day of the calendar; write it as 2026-11-23`,
  );
}

/** Versions of rules begin on other days too, but only for this change is there a choice of law, so no other day is taken. */
function readFrom(text: string): Day {
  const day = readDay(text);
  if (day === transitionDay) return day;
  throw new Wrong(
    `chỉ có một lần đổi luật mà thời hạn có thể kéo qua, hãy viết --from ${transitionDay} (Điều 116 Luật 106/2025) · there is one change of law that time limits can run across; write --from ${transitionDay} (law 106/2025 Art.116)`,
  );
}

function readPolicy(text: string): CrossingPolicy {
  const policy = crossings.find((one) => one === text);
  if (policy !== undefined) return policy;
  throw new Wrong(
    `không có cách áp dụng ${text}, hãy chọn · there is no policy ${text}; choose one of: ${crossings.join(", ")}`,
  );
}

function readRule(text: string): Series {
  if (isSeries(text)) return text;
  throw new Wrong(
    `không có quy tắc ${text}, các quy tắc là · no rule is called ${text}; the rules are: ${seriesNames.join(", ")}`,
  );
}
