/** An event of a preview in one sentence: what will be said of which file, finding or act. */

import { type Day, daysBetween } from "../../base/day.ts";
import type { NewEvent } from "../../domain/command.ts";
import { actEntry } from "../../law/act.ts";
import type { DataNames } from "../parts/data-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { fieldWords } from "../words/files.ts";
import { breachWords, dismissalWords, seriousnessWords } from "../words/findings.ts";
import { verificationWords } from "../words/instruments.ts";
import { citationIn, ruleName } from "../words/law.ts";

type Detected = Extract<NewEvent["event"], { type: "violation-confirmed" | "detection-dismissed" }>["data"];
type Recorded = Extract<NewEvent["event"], { type: "act-recorded" }>["data"];

/** Other events say at least on what they are recorded; what is opened by its event has no name yet. */
export function sentenceOf({ event, id }: NewEvent, names: DataNames, today: Day): string | undefined {
  switch (event.type) {
    case "violation-confirmed":
      return detectedSentence(event.data, names, today);
    case "detection-dismissed":
      return `${detectedSentence(event.data, names, today)}; lý do bác: ${dismissalWords[event.data.reason]}`;
    case "act-recorded":
      return actSentence(event.data, names.get(id), names);
    case "act-corrected":
      return listed([fieldWords[event.data.field], names.get(event.data.act), names.get(id)]);
    case "correction-claimed":
      return findingsSentence("đã khắc phục", event.data.findings, names);
    case "correction-verified":
      return findingsSentence(verificationWords[event.data.outcome], event.data.findings, names);
    case "seriousness-assessed":
      return listed([names.get(id), seriousnessWords[event.data.seriousness]]);
    default:
      return names.get(id);
  }
}

/** A sentence names three; the fields below say how many there are. */
const mostNamed = 3;

/** The file is named also where the act is about a part of it. */
function actSentence({ type, subject, days }: Recorded, file: string | undefined, names: DataNames): string {
  const whose = names.get(subject.id);
  const day = days.receivedOn?.day ?? days.sentOn?.day ?? days.happenedOn?.day;
  const on = day === undefined ? undefined : `ngày ${formatDay(day)}`;
  return listed([actEntry(type).vi, file, whose === file ? undefined : whose, on]);
}

function findingsSentence(outcome: string, findings: readonly string[], names: DataNames): string {
  const named = findings.slice(0, mostNamed).map((id) => names.get(id));
  const more = findings.length - named.length;
  return `${outcome}: ${listed([...named, more > 0 ? `và ${more} vi phạm nữa` : undefined], "; ")}`;
}

function detectedSentence(
  { rule, version, about, subject, state, dueOn, metOn }: Detected,
  names: DataNames,
  today: Day,
): string {
  const whose = subject === about.id ? undefined : names.get(subject);
  const days = dueOn === undefined ? 0 : daysBetween(dueOn, metOn ?? today);
  const due = dueOn === undefined ? undefined : `hạn ${formatDay(dueOn)}`;
  const over = days > 0 ? `quá ${days} ngày` : undefined;
  const what = `${breachWords[state]}: ${ruleName(rule)}`;
  return listed([what, names.get(about.id), whose, due, over, citationIn(rule, version)]);
}

function listed(parts: readonly (string | undefined)[], between = ", "): string {
  return parts.filter((part) => part !== undefined).join(between);
}
