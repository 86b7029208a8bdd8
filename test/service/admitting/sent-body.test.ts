/** A body has a size and a time; what comes in time is taken whole. */

import { describe, expect, test } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { readBody } from "../../../src/service/admitting/sent-body.ts";

/** A body that comes piece by piece; after the last it is closed, unless it is silent. */
function request(pieces: AsyncIterable<string>, headers: Readonly<Record<string, string>> = {}): Request {
  const source = pieces[Symbol.asyncIterator]();
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const next = await source.next();
    if (next.done === true) controller.close();
    else controller.enqueue(utf8(next.value));
  };
  const body = new ReadableStream<Uint8Array>({ pull });
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" });
}

async function* begun(text: string): AsyncGenerator<string> {
  yield text;
  await new Promise(() => undefined);
}

async function* dripping(): AsyncGenerator<string> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield "x";
  }
}

const bounds = { most: 1000, patience: 50 };

describe("a body that does not come in time", () => {
  test.each([
    ["in chunks, silent after the first", () => request(begun("{"))],
    ["of a length, silent after the first byte", () => request(begun("{"), { "content-length": "10" })],
    ["that comes a byte at a time, without end", () => request(dripping())],
    ["of a length, that comes a byte at a time", () => request(dripping(), { "content-length": "900" })],
    ["of a great length, silent", () => request(begun("{"), { "content-length": "300000" })],
  ])("%s is too slow", async (_, made) => {
    expect(await readBody(made(), { ...bounds, most: 1_000_000 })).toEqual({ ok: false, refusal: "body-too-slow" });
  });
});

test("a large body earns time by what has come of it", async () => {
  async function* steady(): AsyncGenerator<string> {
    for (let i = 0; i < 8; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield "x".repeat(65_536);
    }
  }
  const read = await readBody(request(steady()), { most: 1_000_000, patience: 60 });
  expect(read.ok && read.value.length).toBe(524_288);
});

test("a body that is too large is refused by its length, or at the first byte too many", async () => {
  async function* much(): AsyncGenerator<string> {
    for (;;) yield "x".repeat(600);
  }
  const tooLarge = { ok: false, refusal: "body-too-large" };
  expect(await readBody(request(begun(""), { "content-length": "1001" }), bounds)).toEqual(tooLarge);
  expect(await readBody(request(much()), bounds)).toEqual(tooLarge);
});

test("a request without a body has an empty one", async () => {
  const read = await readBody(new Request("http://localhost/", { method: "POST" }), bounds);
  expect(read).toEqual({ ok: true, value: new Uint8Array(0) });
});
