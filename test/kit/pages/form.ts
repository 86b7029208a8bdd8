/**
 * A form filled in by the words on it, as a browser would send it. Words that are nowhere on the form are a fault of
 * the test.
 */

import { all, attribute, type Element, elementsOf, rawText, textOf } from "./html.ts";

/**
 * Values by label: the text of an input, the words of an option, true for a box. By the legend of a group: the words of
 * the one or the several that are ticked.
 */
export type Typed = Readonly<Record<string, string | true | readonly string[]>>;

type Pair = [name: string, value: string];

interface Filling {
  readonly form: Element;
  readonly typed: Typed;
  /** The labels, and the words within groups, that were found. */
  readonly used: Set<string>;
}

export function fillIn(form: Element, typed: Typed): Pair[] {
  const filling: Filling = { form, typed, used: new Set() };
  const pairs = [...elementsOf(form)].flatMap((element) => pairsOf(element, filling));
  const wanted = Object.entries(typed).flatMap(([label, value]) =>
    isList(value) ? value.map((word) => `${label}/${word}`) : [label],
  );
  const missing = wanted.filter((one) => !filling.used.has(one));
  if (missing.length > 0)
    throw new Error(`not on the form: ${missing.join("; ")}. It has: ${wordsOn(form).join(" | ")}`);
  return pairs;
}

function isList(value: Typed[string]): value is readonly string[] {
  return Array.isArray(value);
}

function pairsOf(element: Element, filling: Filling): Pair[] {
  const name = attribute(element, "name");
  if (name === undefined || element.tag === "button") return [];
  const type = attribute(element, "type");
  if (type === "checkbox" || type === "radio")
    return isTicked(element, filling) ? [[name, attribute(element, "value") ?? "on"]] : [];
  const typed = typedFor(element, filling);
  if (element.tag === "select") return [[name, optionOf(element, typed)]];
  return [[name, typed ?? (element.tag === "textarea" ? rawText(element) : (attribute(element, "value") ?? ""))]];
}

/** A hidden input has no label, and keeps its value. */
function typedFor(element: Element, { form, typed, used }: Filling): string | undefined {
  const label = all(form, "label").find(
    (each) => attribute(each, "for") === attribute(element, "id") && attribute(each, "for") !== undefined,
  );
  const words = label && textOf(label);
  const value = words === undefined ? undefined : typed[words];
  if (words === undefined || typeof value !== "string") return undefined;
  used.add(words);
  return value;
}

function optionOf(select: Element, words: string | undefined): string {
  const options = all(select, "option");
  const chosen =
    words === undefined
      ? (options.find((option) => option.attributes.has("selected")) ?? options[0])
      : options.find((option) => textOf(option) === words);
  if (chosen === undefined) throw new Error(`no option ${words}: ${options.map(textOf).join(" | ")}`);
  return attribute(chosen, "value") ?? "";
}

function isTicked(element: Element, { form, typed, used }: Filling): boolean {
  const words = attribute(element, "aria-label") ?? wordsAround(element, form);
  const legend = legendOf(element, form);
  const group = legend === undefined ? undefined : typed[legend];
  const wanted = group === undefined || group === true ? [] : [group].flat();
  if (legend !== undefined && typeof group === "string" && group === words) used.add(legend);
  if (legend !== undefined && wanted.includes(words)) used.add(`${legend}/${words}`);
  if (typed[words] === true) used.add(words);
  if (typed[words] === true || wanted.includes(words)) return true;
  return group === undefined && element.attributes.has("checked");
}

function wordsAround(element: Element, form: Element): string {
  const around = all(form, "label").find((label) => [...elementsOf(label)].includes(element));
  if (around === undefined) throw new Error(`a box without a label: ${attribute(element, "name")}`);
  return textOf(around);
}

function legendOf(element: Element, form: Element): string | undefined {
  const group = all(form, "fieldset").findLast((fieldset) => [...elementsOf(fieldset)].includes(element));
  const legend = group && all(group, "legend")[0];
  return legend && textOf(legend);
}

function wordsOn(form: Element): readonly string[] {
  return [...all(form, "label"), ...all(form, "legend")].map(textOf);
}
