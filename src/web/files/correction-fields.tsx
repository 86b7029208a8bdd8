/** The parts of an act that can be corrected, and the input for what is right, which begins with what was recorded. */

import { given } from "../../base/given.ts";
import type { ActFile } from "../../domain/files/act-file.ts";
import type { RecordedAct } from "../../domain/files/recorded.ts";
import { actEntry, carriedDays } from "../../law/act.ts";
import { plannedDay } from "../../law/act-entry.ts";
import { formatDay } from "../parts/day-text.ts";
import { Checkboxes, type Filling, Group, Select } from "../form/fields.tsx";
import { chosen, filled, formValues, type FormValues } from "../form/form-values.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import { fieldWords } from "../words/files.ts";
import { answerOptions, readSubject, subjectOptions } from "./act-choices.ts";
import { Traits } from "./act-fields.tsx";

export type CorrectedField = keyof typeof fieldWords;

export function isCorrectedField(text: string): text is CorrectedField {
  return Object.hasOwn(fieldWords, text);
}

export function correctableFields({ type }: RecordedAct): readonly CorrectedField[] {
  const { days, plans, makes, must, may } = actEntry(type);
  const carried = carriedDays.filter((name) => (name === plannedDay ? plans !== undefined : days.includes(name)));
  const coded = must !== undefined || may !== undefined;
  return [
    ...carried,
    ...(makes === true ? [] : (["subject"] as const)),
    "answers",
    ...(coded ? (["traits"] as const) : []),
  ];
}

interface Corrected {
  readonly act: RecordedAct;
  readonly field: CorrectedField;
}

/** currentValues fills the input with what the act says now. */
export function currentValues({ act, field }: Corrected): FormValues {
  switch (field) {
    case "subject":
      return formValues([["after", `${act.subject.kind} ${act.subject.id}`]]);
    case "answers":
      return formValues(act.answers.map((answer) => ["after", answer] as const));
    case "traits":
      return formValues(Object.entries(act.traits).map(([name, code]) => [`after.${name}`, code] as const));
    default: {
      const dated = act.days[field];
      return dated === undefined
        ? formValues([])
        : formValues([
            ["after", formatDay(dated.day)],
            ["after.source", dated.source],
          ]);
    }
  }
}

export function CorrectionField({
  act,
  field,
  file,
  filling,
}: Corrected & { readonly file: ActFile; readonly filling: Filling }) {
  const right = `${fieldWords[field].charAt(0).toUpperCase()}${fieldWords[field].slice(1)} đúng`;
  switch (field) {
    case "subject":
      return <Select name="after" label={right} filling={filling} options={subjectOptions(act.type, file)} />;
    case "answers": {
      const { options, cut } = answerOptions(act.type, file, act);
      return <Checkboxes name="after" label={right} hint={cut} filling={filling} options={options} />;
    }
    case "traits":
      return (
        <Group name="after" label={right} filling={filling}>
          <Traits type={act.type} prefix="after" filling={filling} />
        </Group>
      );
    default:
      return <StatedDay name="after" label={right} hint="Để trống là không có ngày này." filling={filling} />;
  }
}

/** typedAfter reads what is right, as the command takes it; a day that is left empty is absent. */
export function typedAfter({ act, field }: Corrected, values: FormValues): Readonly<Record<string, unknown>> {
  switch (field) {
    case "subject":
      return given({ after: readSubject(filled(values, "after")).subject });
    case "answers":
      return { after: chosen(values, "after") };
    case "traits": {
      const { must = {}, may = {} } = actEntry(act.type);
      const typed = Object.keys({ ...must, ...may }).map((name) => [name, filled(values, `after.${name}`)] as const);
      return { after: Object.fromEntries(typed.filter(([, code]) => code !== undefined)) };
    }
    default:
      return given({ after: typedDay(values, "after") });
  }
}
