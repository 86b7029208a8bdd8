/** The inputs of an act's form, made from the catalogue's entry for its type. */

import type { ActFile } from "../../domain/files/act-file.ts";
import { actEntry, type ActType, carriedDays } from "../../law/act.ts";
import { type CarriedDay, plannedDay } from "../../law/act-entry.ts";
import { dayNameWords, planWords } from "../../law/telling/words.ts";
import { Checkbox, Checkboxes, type Filling, Group, Select, TextArea, TextField } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import { StatedDay } from "../form/stated-day.tsx";
import { traitName, traitValue } from "../words/traits.ts";
import { hintOf } from "../parts/cut.ts";
import { again } from "../form/repeated-act.ts";
import { answerOptions, subjectOptions } from "./act-choices.ts";

interface ActFieldsParts {
  readonly type: ActType;
  readonly file: ActFile;
  readonly filling: Filling;
}

export function ActFields({ type, file, filling }: ActFieldsParts) {
  const { options, cut } = answerOptions(type, file);
  return (
    <>
      <About type={type} file={file} filling={filling} />
      <Days type={type} filling={filling} />
      <Traits type={type} prefix="traits" filling={filling} />
      {options.length === 0 ? undefined : (
        <Checkboxes
          name="answers"
          label="Trả lời, thực hiện hành vi"
          hint={hintOf("Hành vi đã ghi mà hành vi này trả lời, thực hiện hoặc dựa vào; mới ghi đứng trước.", cut)}
          filling={filling}
          options={options}
        />
      )}
      <TextField name="document" label="Số văn bản" hint="Được che, không hiện trong nhật ký." filling={filling} />
      <TextField name="amount" label="Số tiền (đồng)" hint="Số nguyên, ví dụ 14.341.000." filling={filling} />
      <TextArea name="note" label="Ghi chú" filling={filling} />
      {filling.wrong.has(again) || filled(filling.values, again) !== undefined ? (
        <Checkbox name={again} label="Đúng là hành vi khác, không phải ghi trùng" filling={filling} />
      ) : undefined}
    </>
  );
}

function About({ type, file, filling }: ActFieldsParts) {
  const options = subjectOptions(type, file);
  const { makes, subjects } = actEntry(type);
  const isWhole = options.length === 1 && subjects.some((kind) => kind === file.kind);
  if (makes === true || isWhole) return undefined;
  const hint =
    options.length === 0 ? "Hồ sơ chưa có đối tượng của hành vi này: ghi hành vi làm phát sinh nó trước." : undefined;
  const choose = { value: "", label: "— chọn một —" };
  return <Select name="subject" label="Đối tượng" hint={hint} filling={filling} options={[choose, ...options]} />;
}

function Days({ type, filling }: Pick<ActFieldsParts, "type" | "filling">) {
  return (
    <Group name="days" label="Các ngày" hint="Ghi ít nhất một ngày đã qua." filling={filling}>
      {daysOf(type).map((name) => (
        <StatedDay name={`days.${name}`} label={dayLabel(type, name)} hint={dayHint(type, name)} filling={filling} />
      ))}
    </Group>
  );
}

function daysOf(type: ActType): readonly CarriedDay[] {
  const { days, plans } = actEntry(type);
  return carriedDays.filter((name) => (name === plannedDay ? plans !== undefined : days.includes(name)));
}

function dayLabel(type: ActType, name: CarriedDay): string {
  const { plans } = actEntry(type);
  const words =
    name === plannedDay && plans !== undefined ? `${planWords[plans.what].vi} dự kiến` : dayNameWords[name].vi;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function dayHint(type: ActType, name: CarriedDay): string {
  const { days, needs, plans } = actEntry(type);
  if (name !== plannedDay)
    return name === needs || days.length === 1 ? "Bắt buộc; không sau hôm nay." : "Không sau hôm nay.";
  return plans?.must === true ? "Bắt buộc; có thể sau hôm nay." : "Có thể sau hôm nay.";
}

interface TraitsParts {
  readonly type: ActType;
  /** The place in the command's input that the codes fill. */
  readonly prefix: string;
  readonly filling: Filling;
}

export function Traits({ type, prefix, filling }: TraitsParts) {
  const { must = {}, may = {} } = actEntry(type);
  const lists = [...named(must, "— chọn một —"), ...named(may, "không ghi")];
  return (
    <>
      {lists.map(({ name, codes, none }) => (
        <Select
          name={`${prefix}.${name}`}
          label={traitLabel(name)}
          filling={filling}
          options={[
            { value: "", label: none },
            ...codes.map((code) => ({ value: code, label: traitValue(name, code) })),
          ]}
        />
      ))}
    </>
  );
}

function named(lists: Readonly<Record<string, readonly string[]>>, none: string) {
  return Object.entries(lists).map(([name, codes]) => ({ name, codes, none }));
}

function traitLabel(name: string): string {
  const words = traitName(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Label = readonly [name: string, words: string];

/** actLabels returns the words by which a refusal calls each input, by the input's name. */
export function actLabels(type: ActType): Readonly<Record<string, string>> {
  const { must = {}, may = {} } = actEntry(type);
  const days = daysOf(type).flatMap((name): readonly Label[] => [
    [`days.${name}`, dayLabel(type, name)],
    [`days.${name}.source`, `Nguồn của ngày: ${dayLabel(type, name).toLowerCase()}`],
  ]);
  const traits = Object.keys({ ...must, ...may }).map((name): Label => [`traits.${name}`, traitLabel(name)]);
  return {
    subject: "Đối tượng",
    days: "Các ngày",
    ...Object.fromEntries<string>([...days, ...traits]),
    answers: "Trả lời, thực hiện hành vi",
    document: "Số văn bản",
    amount: "Số tiền (đồng)",
    note: "Ghi chú",
    on: "Hồ sơ",
    type: "Loại hành vi",
  };
}
