/**
 * The rules that every page of the console keeps: readable by a screen reader, usable by keyboard, small (WCAG 2.2 AA).
 */

import { all, attribute, type Element, elementsOf, textOf } from "./html.ts";

const mostBytes = 100_000;

/** Returns every rule that the page breaks, in words; a page that keeps them all returns none. */
export function brokenRules(html: string, root: Element): readonly string[] {
  return [
    ...structure(html, root),
    ...inputs(root),
    ...tables(root),
    ...references(root),
    ...codes(root),
    ...spokenCodes(root),
    ...commands(root),
  ];
}

function structure(html: string, root: Element): readonly string[] {
  const bytes = new TextEncoder().encode(html).length;
  return [
    ...(bytes <= mostBytes ? [] : [`${bytes} bytes`]),
    ...(html.startsWith("<!doctype html>") ? [] : ["no doctype"]),
    ...(all(root, "html").map((page) => attribute(page, "lang"))[0] === "vi" ? [] : ["not said to be Vietnamese"]),
    ...(all(root, "h1").length === 1 ? [] : [`${all(root, "h1").length} headings of the first rank`]),
    ...(all(root, "main").length === 1 ? [] : ["not one main part"]),
    ...all(root, "p").flatMap((paragraph) =>
      [...elementsOf(paragraph)].filter(({ tag }) => blocks.has(tag)).map(({ tag }) => `<${tag}> in a paragraph`),
    ),
    ...(all(root, "script").length === 0 ? [] : ["a script"]),
    ...skippedRanks(root),
    ...[...all(root, "a"), ...all(root, "button"), ...all(root, "summary"), ...all(root, "th")]
      .filter(isMute)
      .map((element) => `<${element.tag}> says nothing`),
    ...[...elementsOf(root)]
      .filter((element) => element.attributes.has("style"))
      .map(() => "a style that the policy forbids"),
  ];
}

/** The beginning of an id or of a digest: eight hexadecimal digits or more, a letter and a digit among them. */
const hex = /\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{8,}\b/g;

/** People read names and numbers; a code stands in what is folded away, in the bytes of an entry, or is marked as one. */
function codes(root: Element): readonly string[] {
  const found: string[] = [];
  const walk = (element: Element): void => {
    const isMarked = (attribute(element, "class") ?? "").split(" ").includes("code");
    if (isMarked || ["details", "pre", "textarea", "head", "style"].includes(element.tag)) return;
    for (const child of element.children) {
      if (typeof child === "string") found.push(...(child.match(hex) ?? []));
      else walk(child);
    }
  };
  walk(root);
  return found.map((code) => `a code where a name belongs: ${code}`);
}

/** Attributes that a screen reader says, or that a browser shows. */
const spoken = ["aria-label", "title", "alt", "placeholder"];

/** A screen reader says these words wherever they stand, also what is folded away or marked as a code. */
function spokenCodes(root: Element): readonly string[] {
  const said = [...elementsOf(root)].flatMap((element) => spoken.flatMap((name) => attribute(element, name) ?? []));
  return said.flatMap((words) => words.match(hex) ?? []).map((code) => `a code where a name is spoken: ${code}`);
}

/** Returns the commands that the page prints, which test/scripts/printed-commands.test.ts runs. */
export function printedCommands(root: Element): readonly string[] {
  return all(root, "pre").filter(isCommand).map(textOf);
}

function isCommand(element: Element): boolean {
  return (attribute(element, "class") ?? "").split(" ").includes("command");
}

/** A command that stands elsewhere would be run by no test. */
function commands(root: Element): readonly string[] {
  const found: string[] = [];
  const walk = (element: Element): void => {
    if (isCommand(element)) return;
    for (const child of element.children) {
      if (typeof child !== "string") walk(child);
      else if (/\b(npm run|npx|curl) /.test(child)) found.push(child.trim());
    }
  };
  walk(root);
  return found.map((text) => `a command that no test runs: ${text.slice(0, 80)}`);
}

/** A browser ends the paragraph where one of these elements begins. */
const blocks = new Set([
  "p",
  "div",
  "form",
  "table",
  "ul",
  "ol",
  "dl",
  "pre",
  "fieldset",
  "details",
  "section",
  "h2",
  "h3",
]);

function isMute(element: Element): boolean {
  return textOf(element) === "" && attribute(element, "aria-label") === undefined;
}

function skippedRanks(root: Element): readonly string[] {
  const ranks = [...elementsOf(root)].flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
  return ranks.flatMap((rank, i) =>
    rank > (ranks[i - 1] ?? 0) + 1 ? [`a heading of rank ${rank} after ${ranks[i - 1]}`] : [],
  );
}

function inputs(root: Element): readonly string[] {
  const named = new Set(all(root, "label").map((label) => attribute(label, "for")));
  const wrapped = new Set(all(root, "label").flatMap((label) => [...elementsOf(label)]));
  const shown = [...elementsOf(root)].filter(
    ({ tag, attributes }) => ["input", "select", "textarea"].includes(tag) && attributes.get("type") !== "hidden",
  );
  const mute = shown.filter(
    (input) =>
      !named.has(attribute(input, "id") ?? "") && !wrapped.has(input) && attribute(input, "aria-label") === undefined,
  );
  const groups = all(root, "fieldset").filter((fieldset) => all(fieldset, "legend").length === 0);
  return [
    ...mute.map((input) => `an input without a label: ${attribute(input, "name")}`),
    ...groups.map(() => "a group without a legend"),
    ...sameWords(shown, root),
  ];
}

/** Two boxes that a screen reader reads alike cannot be told apart. */
function sameWords(shown: readonly Element[], root: Element): readonly string[] {
  const words = shown.map(
    (input) => `${attribute(input, "name")} ${attribute(input, "aria-label") ?? wordsFor(input, root)}`,
  );
  return words.filter((each, i) => words.indexOf(each) !== i).map((each) => `two inputs are called ${each}`);
}

function wordsFor(input: Element, root: Element): string {
  const id = attribute(input, "id");
  const around = all(root, "label").find((label) => [...elementsOf(label)].includes(input));
  const label = around ?? all(root, "label").find((each) => id !== undefined && attribute(each, "for") === id);
  return label === undefined ? "" : textOf(label);
}

function tables(root: Element): readonly string[] {
  return [
    ...all(root, "th")
      .filter((head) => !head.attributes.has("scope"))
      .map((head) => `a head without a scope: ${textOf(head)}`),
    ...all(root, "table")
      .filter((table) => all(table, "caption").length === 0)
      .map(() => "a table without a caption"),
    ...all(root, "table")
      .filter((table) => all(table, "th").length === 0)
      .map(() => "a table without heads"),
    ...all(root, "td")
      .filter((cell) => attribute(cell, "data-head") === undefined)
      .map((cell) => `a cell without the words of its column: ${textOf(cell)}`),
  ];
}

function references(root: Element): readonly string[] {
  const ids = [...elementsOf(root)].flatMap((element) => attribute(element, "id") ?? []);
  const pointed = [...elementsOf(root)].flatMap((element) => [
    ...(attribute(element, "aria-describedby")?.split(" ") ?? []),
    ...(attribute(element, "aria-labelledby")?.split(" ") ?? []),
    ...(attribute(element, "for")?.split(" ") ?? []),
    ...(attribute(element, "href")?.startsWith("#") === true ? [attribute(element, "href")?.slice(1) ?? ""] : []),
  ]);
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `the id ${id} twice`),
    ...pointed.filter((id) => !ids.includes(id)).map((id) => `nothing has the id ${id}`),
  ];
}
