/**
 * A person at a browser, with a mouse or with a keyboard alone. Both can do all that the pages ask for, or a page is at
 * fault.
 */

import { expect } from "vitest";
import type { Page } from "playwright-core";

type Name = string | RegExp;

export interface Hands {
  readonly page: Page;
  press(button: Name): Promise<void>;
  follow(link: Name): Promise<void>;
  /** Ticks a box, or one of several radios. */
  tick(name: Name): Promise<void>;
  type(label: Name, text: string): Promise<void>;
  /** Chooses one of the options of a list. */
  choose(label: Name, option: string): Promise<void>;
  /** Opens what is folded away under these words. */
  unfold(summary: Name): Promise<void>;
}

export class MouseHands implements Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(button: Name): Promise<void> {
    await turned(this.page, async () => this.page.getByRole("button", { name: button, exact: true }).first().click());
  }

  async follow(link: Name): Promise<void> {
    await turned(this.page, async () => this.page.getByRole("link", { name: link, exact: true }).first().click());
  }

  async tick(name: Name): Promise<void> {
    const box = this.page
      .getByRole("checkbox", { name, exact: true })
      .or(this.page.getByRole("radio", { name, exact: true }));
    await box.first().check();
  }

  async type(label: Name, text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: label, exact: true }).first().fill(text);
  }

  async choose(label: Name, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  }

  async unfold(summary: Name): Promise<void> {
    await this.page.locator("summary").filter({ hasText: summary }).click();
  }
}

/** Returns what has the focus, as a screen reader would call it. */
interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly outline: string;
}

const focusedNow = `(() => {
  const at = document.activeElement;
  const words = at.getAttribute("aria-label") ?? [...(at.labels ?? [])].map((each) => each.textContent).join(" ");
  const name = (words || at.textContent).replaceAll(/\\s+/g, " ").trim();
  return { tag: at.tagName, type: at.type ?? "", name, outline: getComputedStyle(at).outlineStyle };
})()`;

/** The bound is more than the number of places at which any page stops the tabulator. */
const round = 400;

export class KeyboardHands implements Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(button: Name): Promise<void> {
    await this.#tabTo(button, ({ tag }) => tag === "BUTTON");
    await turned(this.page, async () => this.page.keyboard.press("Enter"));
  }

  async follow(link: Name): Promise<void> {
    await this.#tabTo(link, ({ tag }) => tag === "A");
    await turned(this.page, async () => this.page.keyboard.press("Enter"));
  }

  /** The tabulator stops at a group of radios once; the arrows go from one to the next. */
  async tick(name: Name): Promise<void> {
    const isBox = ({ type }: Focused): boolean => type === "checkbox" || type === "radio";
    const reached = await this.#walk(name, isBox);
    if (reached.type === "checkbox" && !(await this.#isChecked())) await this.page.keyboard.press("Space");
    if (reached.type === "radio" && !(await this.#isChecked())) await this.page.keyboard.press("Space");
    expect(await this.#isChecked()).toBe(true);
  }

  async type(label: Name, text: string): Promise<void> {
    await this.#tabTo(label, ({ tag }) => tag === "TEXTAREA" || tag === "INPUT");
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  async choose(label: Name, option: string): Promise<void> {
    await this.#tabTo(label, ({ tag }) => tag === "SELECT");
    for (let arrows = 0; arrows < round; arrows++) {
      if ((await this.page.evaluate("document.activeElement.selectedOptions[0]?.textContent.trim()")) === option)
        return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`the keyboard does not reach ${option}`);
  }

  async unfold(summary: Name): Promise<void> {
    await this.#tabTo(summary, ({ tag }) => tag === "SUMMARY");
    await this.page.keyboard.press("Enter");
  }

  async #tabTo(name: Name, fits: (focused: Focused) => boolean): Promise<void> {
    await this.#begin();
    for (let steps = 0; steps < round; steps++) {
      const focused = await this.#step("Tab");
      if (fits(focused) && matches(focused.name, name)) return;
    }
    throw new Error(`the keyboard does not reach ${String(name)} on ${this.page.url()}`);
  }

  async #walk(name: Name, fits: (focused: Focused) => boolean): Promise<Focused> {
    await this.#begin();
    for (let steps = 0; steps < round; steps++) {
      let focused = await this.#step("Tab");
      for (let arrows = 0; arrows < 12 && focused.type === "radio"; arrows++) {
        if (matches(focused.name, name)) return focused;
        focused = await this.#step("ArrowDown");
      }
      if (fits(focused) && matches(focused.name, name)) return focused;
    }
    throw new Error(`the keyboard does not reach ${String(name)} on ${this.page.url()}`);
  }

  /** Starts at the top of the page, wherever the focus was. */
  async #begin(): Promise<void> {
    await this.page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges(); undefined");
    await this.page.keyboard.press("Control+Home");
  }

  async #step(key: string): Promise<Focused> {
    await this.page.keyboard.press(key);
    const focused: Focused = await this.page.evaluate(focusedNow);
    // The focus is visible wherever it is (WCAG 2.2, 2.4.7).
    if (focused.tag !== "BODY") expect(focused.outline, `the focus on ${focused.name}`).not.toBe("none");
    return focused;
  }

  async #isChecked(): Promise<boolean> {
    return this.page.evaluate("document.activeElement.checked");
  }
}

function matches(text: string, name: Name): boolean {
  return typeof name === "string" ? text === name : name.test(text);
}

/** Each act of this console leads to a page. */
async function turned(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), act()]);
}
