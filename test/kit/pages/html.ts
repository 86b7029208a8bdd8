/** Well-formed HTML as a tree: enough to fill in forms as a browser would, and to check the rules of pages. */

export interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

const void_ = new Set(["meta", "link", "input", "br", "hr", "img"]);
const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gy;

/** parseHtml throws where a browser would have to guess: a tag that closes nothing, text that was not escaped. */
export function parseHtml(html: string): Element {
  const root: Element = { tag: "#root", attributes: new Map(), children: [] };
  const open: Element[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const found = token.exec(html);
    if (found === null) throw new Error(`not HTML at ${at}: ${html.slice(at, at + 80)}`);
    const [, slash, tag, attributes = "", text] = found;
    if (text !== undefined) open.at(-1)?.children.push(decode(text));
    else if (tag !== undefined && slash === "/") close(open, tag);
    else if (tag !== undefined) begin(open, tag, attributes);
  }
  if (open.length !== 1) throw new Error(`never closed: ${open.map((element) => element.tag).join(" ")}`);
  return root;
}

function begin(open: Element[], tag: string, written: string): void {
  const attributes = new Map(
    [...written.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, decode(value)]),
  );
  const element: Element = { tag, attributes, children: [] };
  open.at(-1)?.children.push(element);
  if (!void_.has(tag)) open.push(element);
}

function close(open: Element[], tag: string): void {
  const last = open.pop();
  if (last?.tag !== tag) throw new Error(`</${tag}> closes <${last?.tag}>`);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function decode(text: string): string {
  return text.replaceAll(/&([a-z]+|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

export function* elementsOf(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* elementsOf(child);
  }
}

export function all(element: Element, tag: string): readonly Element[] {
  return [...elementsOf(element)].filter((each) => each.tag === tag);
}

/** Returns the text that is read: runs of white space become one space, and blocks stand apart. */
/** The text that is seen before anything is unfolded. */
export function unfoldedText(element: Element): string {
  const seen = (one: Element): Element => ({
    ...one,
    children: one.children
      .filter((child) => typeof child === "string" || child.tag !== "details")
      .map((child) => (typeof child === "string" ? child : seen(child))),
  });
  return textOf(seen(element));
}

export function textOf(element: Element): string {
  return spaced(element).replaceAll(/\s+/g, " ").trim();
}

const inline = new Set(["a", "span", "strong", "em", "del", "ins", "code"]);

function spaced({ tag, children }: Element): string {
  const text = children.map((child) => (typeof child === "string" ? child : spaced(child))).join("");
  return inline.has(tag) ? text : ` ${text} `;
}

/** Returns every character, as it stands in a text area or in preformatted text. */
export function rawText(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attributes.get(name);
}
