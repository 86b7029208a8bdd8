/** An event of a preview in one sentence: what will be said of which file, finding or act. */

import { type Day, daysBetween } from "../../base/day.ts";
import type { NewEvent } from "../../domain/command.ts";
import { actEntry } from "../../law/act.ts";
import type { DataNames } from "../parts/data-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { fieldWords } from "../words/files.ts";
import { breachWords } from "../words/findings.ts";
import { ruleName } from "../words/law.ts";

type Event = NewEvent["event"];
type Detected = Extract<Event, { type: "violation-confirmed" | "detection-dismissed" }>["data"];

/** sentenceOf returns undefined where the fields say all that there is to say. */
export function sentenceOf(event: Event, names: DataNames, today: Day): string | undefined {
  switch (event.type) {
    case "violation-confirmed":
    case "detection-dismissed":
      return detectedSentence(event.data, names, today);
    case "act-recorded":
      return listed([actEntry(event.data.type).vi, names.get(event.data.subject.id)]);
    case "act-corrected":
      return listed([fieldWords[event.data.field], names.get(event.data.act)]);
    case "correction-claimed":
    case "correction-verified":
      return listed(event.data.findings.map((id) => names.get(id)).slice(0, mostNamed), "; ");
    default:
      return undefined;
  }
}

/** A sentence names three; the fields below say how many there are. */
const mostNamed = 3;

function detectedSentence(
  { rule, about, subject, state, dueOn, metOn }: Detected,
  names: DataNames,
  today: Day,
): string {
  const whose = subject === about.id ? undefined : names.get(subject);
  const days = dueOn === undefined ? 0 : daysBetween(dueOn, metOn ?? today);
  const due = dueOn === undefined ? undefined : `hạn ${formatDay(dueOn)}`;
  const over = days > 0 ? `quá ${days} ngày` : undefined;
  return listed([`${breachWords[state]}: ${ruleName(rule)}`, names.get(about.id), whose, due, over]);
}

function listed(parts: readonly (string | undefined)[], between = ", "): string {
  return parts.filter((part) => part !== undefined).join(between);
}
