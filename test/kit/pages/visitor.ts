/**
 * A visitor of the console has nothing but pages and forms: they follow links, fill in inputs by their labels and press
 * buttons by their words. What is not on the page cannot be done, and a page that breaks a rule of pages ends the
 * visit.
 */

import type { Hono } from "hono";
import { makeConsole } from "../../../src/web/console.tsx";
import type { ConsoleEnv } from "../../../src/web/frame/visit.ts";
import type { Api } from "../api/api.ts";
import { brokenRules } from "./page-rules.ts";
import { fillIn, type Typed } from "./form.ts";
import { all, attribute, type Element, parseHtml, textOf } from "./html.ts";

export interface Page {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly text: string;
  readonly root: Element;
  readonly headers: Headers;
}

export function consoleOf(api: Api): Hono<ConsoleEnv> {
  const lent = { host: api.whole.host, end: async () => undefined };
  return makeConsole({
    host: () => lent,
    tokens: api.tokens,
    development: true,
    report: (fault) => api.faults.push(fault),
  });
}

/** The console, in this process or behind HTTP. */
interface Address {
  readonly origin: string;
  readonly fetch: (path: string, request: RequestInit) => Promise<Response>;
  readonly token: (subject: string) => Promise<string>;
}

export class Visitor {
  readonly #address: Address;
  readonly #cookies = new Map<string, string>();
  #page: Page | undefined;

  constructor(address: Address) {
    this.#address = address;
  }

  /** Visits the console in this process, not signed in yet. */
  static at(api: Api): Visitor {
    const site = consoleOf(api);
    const fetch = async (path: string, request: RequestInit): Promise<Response> =>
      site.request(`http://127.0.0.1${path}`, request);
    return new Visitor({ origin: "http://127.0.0.1", fetch, token: async (subject) => api.token(subject) });
  }

  static async signedIn(api: Api, subject: string): Promise<Visitor> {
    return Visitor.at(api).signIn(subject);
  }

  /** Signs in by the form, with the token of this subject. */
  async signIn(subject: string): Promise<Visitor> {
    await this.open("/console");
    await this.press("Đăng nhập", { "Mã đăng nhập": await this.#address.token(subject) });
    return this;
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error("no page is open");
    return this.#page;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  async open(path: string): Promise<Page> {
    return this.#go("GET", path, undefined);
  }

  /** Follows the first link with these words. */
  async follow(words: string | RegExp): Promise<Page> {
    const link = all(this.page.root, "a").find((each) => matches(textOf(each), words));
    const href = link && attribute(link, "href");
    if (href === undefined)
      throw new Error(`no link ${String(words)} on ${this.page.path}: ${this.page.text.slice(0, 3000)}`);
    const { pathname, search } = new URL(href, `http://here${this.page.path}`);
    return this.open(pathname + search);
  }

  /** Fills in the form that has this button, and presses it. */
  async press(button: string, typed: Typed = {}): Promise<Page> {
    const { form, pressed } = this.#formWith(button);
    const fields = new URLSearchParams(fillIn(form, typed));
    const name = attribute(pressed, "name");
    if (name !== undefined) fields.append(name, attribute(pressed, "value") ?? "");
    const action = attribute(pressed, "formaction") ?? attribute(form, "action") ?? this.page.path;
    if (attribute(form, "method") !== "post") return this.#go("GET", `${action}?${fields.toString()}`, undefined);
    return this.#go("POST", action, fields.toString());
  }

  /** Sends fields without a page, as a person who writes a form of their own may. */
  async send(path: string, fields: readonly [string, string][]): Promise<Page> {
    return this.#go("POST", path, new URLSearchParams([...fields]).toString());
  }

  /** Goes back to a page that was open, and presses the button once more. */
  async again(page: Page, button: string): Promise<Page> {
    this.#page = page;
    return this.press(button);
  }

  #formWith(button: string): { form: Element; pressed: Element } {
    for (const form of all(this.page.root, "form")) {
      const pressed = all(form, "button").find((each) => textOf(each) === button);
      if (pressed !== undefined) return { form, pressed };
    }
    throw new Error(`no button ${button} on ${this.page.path}: ${this.page.text.slice(0, 3000)}`);
  }

  async #go(method: string, path: string, body: string | undefined): Promise<Page> {
    let [asked, how, form]: [string, string, string | undefined] = [path, method, body];
    for (let hop = 0; hop < 5; hop++) {
      const response = await this.#ask(how, asked, form);
      this.#keepCookies(response);
      const location = response.headers.get("location");
      if (response.status !== 303 || location === null) return this.#show(asked, response);
      [asked, how, form] = [location, "GET", undefined];
    }
    throw new Error(`${path} leads round in a circle`);
  }

  async #ask(method: string, path: string, body: string | undefined): Promise<Response> {
    const { origin, fetch } = this.#address;
    const headers = new Headers({ cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") });
    if (method === "POST") {
      headers.set("origin", origin);
      headers.set("content-type", "application/x-www-form-urlencoded");
    }
    return fetch(path, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  #keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  async #show(path: string, response: Response): Promise<Page> {
    const html = await response.text();
    const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
    const root = parseHtml(isPage ? html : "");
    const broken = isPage ? brokenRules(html, root) : [];
    if (broken.length > 0) throw new Error(`${path} breaks rules of pages: ${broken.join("; ")}`);
    this.#page = {
      status: response.status,
      path: path.split("?")[0] ?? path,
      html,
      text: isPage ? textOf(root) : html,
      root,
      headers: response.headers,
    };
    return this.#page;
  }
}

function matches(text: string, words: string | RegExp): boolean {
  return typeof words === "string" ? text === words : words.test(text);
}
