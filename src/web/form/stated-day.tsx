/** A day of the past that a person types, with its source; left empty, the system takes today. */

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

/** typedDay returns undefined for no text; the command's schema refuses a text that is no day or lacks a source. */
export function typedDay(values: FormValues, name: string): unknown {
  const text = filled(values, name);
  if (text === undefined) return undefined;
  return { day: parseTypedDay(text) ?? text, source: filled(values, `${name}.source`) };
}

/** plainDay reads a day that has no source. It passes on a text that is no day, so that the command's schema refuses it. */
export function plainDay(values: FormValues, name: string): string | undefined {
  const text = filled(values, name);
  return text === undefined ? undefined : (parseTypedDay(text) ?? text);
}
