/** The choices of a reply. Nothing is chosen beforehand, because a reply binds the office: what is left open is refused, never guessed. */

import type { FindingId } from "../../base/ids.ts";
import { answers } from "../../domain/instruments/events.ts";
import { type InstrumentState, isSent } from "../../domain/instruments/instrument.ts";
import { answerOf } from "../../domain/instruments/item.ts";
import type { NamedFault } from "../form/act-form.tsx";
import { filled, type FormValues } from "../form/form-values.ts";
import type { ItemFinding } from "./finding-names.ts";

/** With a choice for each of 130 findings the page stays under 100 kB. */
const findingsListed = 130;

/** The choice of a person who leaves a finding for a later reply. */
export const later = "later";

export interface ReplyChoices {
  /** The findings that the page lists, those without an answer first. */
  readonly listed: readonly ItemFinding[];
  /** The findings that have no place on the page and have no answer yet. */
  readonly rest: readonly ItemFinding[];
  readonly isAnswered: (finding: FindingId) => boolean;
}

export function replyChoices(state: InstrumentState, findings: readonly ItemFinding[]): ReplyChoices {
  const isAnswered = (id: FindingId): boolean => {
    const track = isSent(state) ? state.tracks[id] : undefined;
    return track !== undefined && answerOf(track) !== undefined;
  };
  const open = findings.filter(({ id }) => !isAnswered(id));
  const sorted = [...open, ...findings.filter(({ id }) => isAnswered(id))];
  return { listed: sorted.slice(0, findingsListed), rest: open.slice(findingsListed), isAnswered };
}

/** chosenAnswer returns undefined where nothing is chosen, or where an earlier answer stays as it is. */
function chosenAnswer(values: FormValues, id: FindingId, { isAnswered }: ReplyChoices): string | undefined {
  const common = isAnswered(id) ? undefined : filled(values, "all");
  return filled(values, `answer.${id}`) ?? common;
}

/** missingAnswers names each finding without an answer for which nothing was chosen. */
export function missingAnswers(values: FormValues, choices: ReplyChoices): readonly NamedFault[] {
  const { listed, rest, isAnswered } = choices;
  const open = listed.filter(({ id }) => !isAnswered(id));
  const left = open.filter(({ id }) => chosenAnswer(values, id, choices) === undefined);
  const others = rest.length > 0 && filled(values, "rest") === undefined ? [restFault] : [];
  if (left.length > 0 && left.length === open.length) return [allFault, ...others];
  const each = left.map(({ id, item }) => ({ name: `answer.${id}`, label: `Mục ${item}`, wrong: "chưa chọn trả lời" }));
  return [...each, ...others];
}

const allFault: NamedFault = {
  name: "all",
  label: "Trả lời chung",
  wrong: "chưa chọn trả lời: chọn ở đây cho mọi vi phạm, hoặc chọn riêng từng vi phạm ở dưới",
};
const restFault: NamedFault = {
  name: "rest",
  label: "Các vi phạm không liệt kê",
  wrong: "chưa chọn trả lời: chọn ở đây, hoặc chọn trả lời sau",
};

/** answersIn groups the findings by their answer, as the command takes them. */
export function answersIn(
  values: FormValues,
  choices: ReplyChoices,
): readonly (readonly [answer: string, findings: readonly FindingId[]])[] {
  const { listed, rest } = choices;
  const own = listed.map(({ id }) => [chosenAnswer(values, id, choices), id] as const);
  const all = [...own, ...rest.map(({ id }) => [filled(values, "rest"), id] as const)];
  const known: readonly string[] = [...answers, later];
  // A code that is no answer goes on to the command's schema, which refuses it.
  const strange = all.flatMap(([answer]) => (answer === undefined || known.includes(answer) ? [] : [answer]));
  return [...answers, ...new Set(strange)].flatMap((answer) => {
    const findings = all.filter(([chosen]) => chosen === answer).map(([, id]) => id);
    return findings.length === 0 ? [] : [[answer, findings] as const];
  });
}
