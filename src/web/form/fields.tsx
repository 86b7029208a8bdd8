/** The inputs of a form: label, hint and fault joined by ids. A name is the dotted place that the input fills. */

import type { Child } from "hono/jsx";
import { chosen, type FormValues, typedValue } from "./form-values.ts";

/** The values typed so far, and what is wrong with each, by the name of the input. */
export interface Filling {
  readonly values: FormValues;
  readonly wrong: ReadonlyMap<string, string>;
  /** Collects the names of the inputs as they are written, so that a refusal links to those that are on the page. */
  readonly written: Set<string>;
}

export function fillingOf(values: FormValues, wrong: Filling["wrong"] = new Map()): Filling {
  return { values, wrong, written: new Set() };
}

export interface Option {
  readonly value: string;
  readonly label: Child;
}

/** Offers codes as options, each by its words. */
export function optionsOf(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

interface InputParts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly filling: Filling;
}

export function fieldId(name: string): string {
  return `o-${name.replaceAll(/[^A-Za-z0-9]/g, "-")}`;
}

/** The id that a refusal of this input links to: that of the input, or of the part of the page that stands for it. */
export function targetId(name: string, { written }: Filling): string {
  written.add(name);
  return fieldId(name);
}

/** Returns undefined when the input is not on the page. */
export function linkTo(name: string, { written }: Filling): string | undefined {
  return written.has(name) ? `#${fieldId(name)}` : undefined;
}

export function TextField({ name, label, hint, filling, spell = true }: InputParts & { readonly spell?: boolean }) {
  return (
    <Labelled name={name} label={label} hint={hint} filling={filling}>
      <input
        type="text"
        name={name}
        value={typedValue(filling.values, name)}
        autocomplete="off"
        {...attributesOf({ name, hint, filling })}
        {...(spell ? {} : { spellcheck: false })}
      />
    </Labelled>
  );
}

export function TextArea({ name, label, hint, filling, spell = true }: InputParts & { readonly spell?: boolean }) {
  return (
    <Labelled name={name} label={label} hint={hint} filling={filling}>
      <textarea
        name={name}
        rows={4}
        {...attributesOf({ name, hint, filling })}
        {...(spell ? {} : { spellcheck: false })}
      >
        {typedValue(filling.values, name)}
      </textarea>
    </Labelled>
  );
}

/** A day, typed as dd/mm/yyyy. */
export function DayField({ name, label, hint, filling }: InputParts) {
  const shownHint = hint ?? "Viết dd/mm/yyyy, ví dụ 23/11/2026.";
  return (
    <Labelled name={name} label={label} hint={shownHint} filling={filling}>
      <input
        type="text"
        class="day"
        inputmode="numeric"
        name={name}
        value={typedValue(filling.values, name)}
        autocomplete="off"
        {...attributesOf({ name, hint: shownHint, filling })}
      />
    </Labelled>
  );
}

export function Select({ name, label, hint, filling, options }: InputParts & { readonly options: readonly Option[] }) {
  const value = typedValue(filling.values, name);
  return (
    <Labelled name={name} label={label} hint={hint} filling={filling}>
      <select name={name} {...attributesOf({ name, hint, filling })}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A choice of one among few, which are all seen at once. */
export function Radios({ name, label, hint, filling, options }: InputParts & { readonly options: readonly Option[] }) {
  const value = typedValue(filling.values, name);
  return (
    <Group name={name} label={label} hint={hint} filling={filling}>
      {options.map((option) => (
        <label class="box">
          <input type="radio" name={name} value={option.value} checked={option.value === value} /> {option.label}
        </label>
      ))}
    </Group>
  );
}

/** A choice of any number among several. */
export function Checkboxes({
  name,
  label,
  hint,
  filling,
  options,
}: InputParts & { readonly options: readonly Option[] }) {
  const ticked = chosen(filling.values, name);
  return (
    <Group name={name} label={label} hint={hint} filling={filling}>
      {options.map((option) => (
        <label class="box">
          <input type="checkbox" name={name} value={option.value} checked={ticked.includes(option.value)} />{" "}
          {option.label}
        </label>
      ))}
    </Group>
  );
}

/** A single choice of yes or no. */
export function Checkbox({ name, label, filling }: Omit<InputParts, "hint">) {
  const ticked = typedValue(filling.values, name) !== "";
  return (
    <label class="box">
      <input type="checkbox" id={targetId(name, filling)} name={name} value="yes" checked={ticked} /> {label}
    </label>
  );
}

/** A value that the form sends without showing it. */
export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

function Labelled({ name, label, hint, filling, children }: InputParts & { readonly children?: Child }) {
  return (
    <div>
      <label for={fieldId(name)}>{label}</label>
      <Notes name={name} hint={hint} filling={filling} />
      {children}
    </div>
  );
}

/** Several inputs under one legend. */
export function Group({ name, label, hint, filling, children }: InputParts & { readonly children?: Child }) {
  const { id, ...rest } = attributesOf({ name, hint, filling });
  return (
    <fieldset id={id} tabindex={-1} {...rest}>
      <legend>{label}</legend>
      <Notes name={name} hint={hint} filling={filling} />
      {children}
    </fieldset>
  );
}

function Notes({ name, hint, filling }: Omit<InputParts, "label">) {
  const wrong = filling.wrong.get(name);
  return (
    <>
      {hint === undefined ? undefined : (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {wrong === undefined ? undefined : (
        <p class="wrong" id={`${fieldId(name)}-wrong`}>
          ✗ {wrong}
        </p>
      )}
    </>
  );
}

function attributesOf({ name, hint, filling }: Omit<InputParts, "label">) {
  const wrong = filling.wrong.has(name);
  const by = [
    ...(hint === undefined ? [] : [`${fieldId(name)}-hint`]),
    ...(wrong ? [`${fieldId(name)}-wrong`] : []),
  ].join(" ");
  return {
    id: targetId(name, filling),
    ...(by === "" ? {} : { "aria-describedby": by }),
    ...(wrong ? { "aria-invalid": "true" as const } : {}),
  };
}
