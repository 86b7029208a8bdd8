/** Seals a missed due day: only a violation without a doubt, and no day of a calendar that is not announced. */

import type { Edition } from "../../law/edition.ts";
import { explanationOf } from "../../law/telling/explain-deadline.ts";
import { appliedBy } from "../applied-law.ts";
import type { NewEvent, States } from "../command.ts";
import { id } from "../field.ts";
import { type Assessed, detection } from "../findings/detected.ts";
import { type DueDay, missId } from "./miss.ts";

type MissedEvent = Extract<NewEvent, { readonly kind: "deadline" }>;

const subjectId = id<"subject">();

/** missed returns undefined when the due day is met, in doubt or already sealed, or when the deadline has another one now. */
export function missed(
  due: DueDay,
  known: { readonly states: States; readonly obligations: Assessed; readonly edition?: Edition },
): MissedEvent | undefined {
  if (known.states.of("deadline", missId(due)) !== undefined) return undefined;
  const found = detection(due.about, due.deadline, known);
  if (!found.ok || found.value.state !== "missed") return undefined;
  const { office, obligation } = found.value;
  const { startedBy, subject, weight, provisional, dueOn } = obligation;
  if (weight !== "violation" || provisional || dueOn !== due.dueOn) return undefined;
  const data = { about: due.about, startedBy, subject: subjectId.parse(subject.id), office, dueOn };
  const law = appliedBy(explanationOf(obligation, known.edition));
  return { kind: "deadline", id: missId(due), event: { type: "deadline-missed", data }, law };
}
