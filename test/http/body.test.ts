/** Bodies are taken in one form only; each other form is refused with a code of its own. */

import { describe, expect, test } from "vitest";
import { utf8 } from "../../src/base/bytes.ts";
import { bodyType, jsonType, linesType, parseJsonBody, readSent } from "../../src/http/body.ts";

function post(
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string> = { "content-type": jsonType },
): Request {
  return new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" });
}

/** A body in chunks, without Content-Length. */
function stream(pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const next = source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

async function codeOf(request: Request): Promise<string> {
  const type = bodyType(request.headers, [jsonType]);
  const sent = type.ok ? await readSent(request, type.value) : type;
  const read = sent.ok ? parseJsonBody(sent.value.bytes) : sent;
  return read.ok ? "taken" : read.refusal.code;
}

describe("the body of a request", () => {
  test.each([
    ["application/json", "taken"],
    ["Application/JSON; charset=UTF-8", "taken"],
    ['application/json;charset="utf-8"', "taken"],
    ["", "content-type-not-taken"],
    ["text/plain", "content-type-not-taken"],
    ["application/x-www-form-urlencoded", "content-type-not-taken"],
    ["multipart/form-data; boundary=x", "content-type-not-taken"],
    ["application/json; charset=utf-16", "content-type-not-taken"],
    ["application/json; profile=x", "content-type-not-taken"],
    ["application/merge-patch+json", "content-type-not-taken"],
    ["application/json, text/plain", "content-type-not-taken"],
  ])("a body of the type %j is answered with: %s", async (type, code) => {
    expect(await codeOf(post("{}", { "content-type": type }))).toBe(code);
  });

  test("a body without a content type is refused, and not taken for an empty object", async () => {
    expect(await codeOf(new Request("http://localhost/", { method: "POST", body: utf8("{}") }))).toBe(
      "content-type-not-taken",
    );
  });

  test("a compressed body is refused", async () => {
    expect(await codeOf(post("{}", { "content-type": jsonType, "content-encoding": "gzip" }))).toBe(
      "content-encoding-not-taken",
    );
  });

  test("a body that is not UTF-8 is refused, and not repaired", async () => {
    expect(await codeOf(post(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)))).toBe("body-not-utf8");
    expect(await codeOf(post(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)))).toBe("body-not-utf8");
  });

  test("a body that breaks off is a problem of the request, not a fault", async () => {
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(utf8('{"on":'));
        controller.error(new Error("aborted"));
      },
    });
    expect(await codeOf(post(cut))).toBe("body-cut-off");
  });

  test("a body with a byte order mark is broken JSON (RFC 8259 §8.1)", async () => {
    expect(await codeOf(post(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)))).toBe("json-broken");
  });

  test("an empty body is broken JSON", async () => {
    expect(await codeOf(post(""))).toBe("json-broken");
  });

  test("a body is taken up to 1 MiB and not a byte more, with or without Content-Length", async () => {
    const text = (length: number): string => `"${"a".repeat(length - 2)}"`;
    expect(await codeOf(post(text(1_048_576)))).toBe("taken");
    expect(await codeOf(post(text(1_048_577)))).toBe("body-too-large");
    expect(await codeOf(post(stream([utf8(text(1_048_577))])))).toBe("body-too-large");
    expect(await codeOf(post("{}", { "content-type": jsonType, "content-length": "1048577" }))).toBe("body-too-large");
  });

  test("a body without an end is read no further than its largest size", async () => {
    let sent = 0;
    function* endless(): Generator<Uint8Array> {
      for (;;) {
        sent += 65_536;
        yield new Uint8Array(65_536);
      }
    }
    expect(await codeOf(post(stream(endless())))).toBe("body-too-large");
    expect(sent).toBeLessThan(2 * 1_048_576);
  });

  test("the body of a bulk is taken up to 16 MiB", async () => {
    const bytes = (length: number): ReadableStream<Uint8Array> => stream([new Uint8Array(length)]);
    expect((await readSent(post(bytes(16_777_216), { "content-type": linesType }), linesType)).ok).toBe(true);
    expect((await readSent(post(bytes(16_777_217), { "content-type": linesType }), linesType)).ok).toBe(false);
  });

  test("a value that cannot be evidence is named by its place, and never repeated", async () => {
    const read = parseJsonBody(utf8('{"note":"bí mật\\u0000","n":[1.5]}'));
    expect(read).toMatchObject({
      ok: false,
      refusal: {
        code: "body-unfit",
        violations: [
          { pointer: "/note", code: "text-control-character" },
          { pointer: "/n/0", code: "number-not-safe-integer" },
        ],
      },
    });
    expect(JSON.stringify(read)).not.toContain("bí mật");
  });
});
