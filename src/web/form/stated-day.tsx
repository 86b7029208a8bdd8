/** A day of the past that a person types, with whose word it is: a document's, or their own. Left empty, the system says today. */

import { DayField, type Filling, Radios } from "./fields.tsx";
import { filled, type FormValues } from "./form-values.ts";
import { parseTypedDay } from "../parts/day-text.ts";

interface StatedDayParts {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly filling: Filling;
}

export function StatedDay({ name, label, hint, filling }: StatedDayParts) {
  return (
    <>
      <DayField name={name} label={label} hint={`${hint} Viết dd/mm/yyyy.`} filling={filling} />
      <Radios
        name={`${name}.source`}
        label={`Nguồn của ngày: ${label.toLowerCase()}`}
        filling={filling}
        options={sources}
      />
    </>
  );
}

const sources = [
  { value: "document", label: "theo tài liệu" },
  { value: "stated", label: "theo lời khai" },
];

/** undefined: nothing was typed. A day that is none, or a day without a source, is left to the schema to refuse. */
export function typedDay(values: FormValues, name: string): unknown {
  const text = filled(values, name);
  if (text === undefined) return undefined;
  return { day: parseTypedDay(text) ?? text, source: filled(values, `${name}.source`) };
}

/** Without whose word it is. One that is no day is left to the schema to refuse. */
export function plainDay(values: FormValues, name: string): string | undefined {
  const text = filled(values, name);
  return text === undefined ? undefined : (parseTypedDay(text) ?? text);
}
