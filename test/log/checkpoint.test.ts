import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from "../../src/log/checkpoint.ts";
import { emptyRoot, parseHashBytes } from "../../src/log/hash.ts";
import { ed25519Verifier, signNote } from "../../src/log/note.ts";
import { someSigner } from "./sample-log.ts";

const origin = "example.com/log";
const signer = someSigner(origin, 1);
const verifier = ed25519Verifier(signer);
const checkpoint: Checkpoint = { origin, size: 0, root: emptyRoot };
const text = formatCheckpoint(checkpoint);

test("a checkpoint has three lines: origin, size and root (c2sp.org/tlog-checkpoint)", () => {
  expect(text).toBe("example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
});

test("a formatted checkpoint parses to the same checkpoint", () => {
  const some = fc.record({
    origin: fc.stringMatching(/^[!-~][ -~]{0,20}$/),
    size: fc.maxSafeInteger().map(Math.abs),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => parseHashBytes(bytes) ?? emptyRoot),
  });
  fc.assert(
    fc.property(some, (x) => {
      expect(parseCheckpoint(formatCheckpoint(x))).toEqual(x);
    }),
  );
});

describe("refused as a checkpoint", () => {
  test.each([
    ["an extension line", `${text}extension\n`],
    ["a blank line at the end", `${text}\n`],
    ["no newline at the end", text.slice(0, -1)],
    ["no origin", text.slice(origin.length)],
    ["a size with a leading zero", text.replace("\n0\n", "\n00\n")],
    ["a size with a sign", text.replace("\n0\n", "\n+1\n")],
    ["a size with a space", text.replace("\n0\n", "\n0 \n")],
    ["a hexadecimal size", text.replace("\n0\n", "\n0x1\n")],
    ["no size", text.replace("\n0\n", "\n\n")],
    ["a size of 2^53", text.replace("\n0\n", "\n9007199254740992\n")],
    ["a root without padding", text.replace("=", "")],
    ["a root with trailing bits", text.replace("uFU=", "uFV=")],
    ["a root of 31 bytes", text.replace("uFU=", "uA==")],
    ["a carriage return", text.replaceAll("\n", "\r\n")],
    ["two lines", text.split("\n").slice(0, 2).join("\n")],
  ])("%s", (_, malformed) => {
    expect(parseCheckpoint(malformed)).toBeUndefined();
  });
});

describe("a signed checkpoint", () => {
  test("opens for the log's key", async () => {
    expect(await openCheckpoint(await signCheckpoint(checkpoint, signer), verifier)).toEqual({
      ok: true,
      value: checkpoint,
    });
  });

  test("is refused when another key signed it under the same name", async () => {
    const note = await signCheckpoint(checkpoint, someSigner(origin, 2));
    expect(await openCheckpoint(note, verifier)).toEqual({ ok: false, refusal: "note-signer-unknown" });
  });

  test("is refused when its root was changed", async () => {
    const note = (await signCheckpoint(checkpoint, signer)).replace("47DE", "57DE");
    expect(await openCheckpoint(note, verifier)).toEqual({ ok: false, refusal: "note-signature-wrong" });
  });

  test("of another origin is refused, though the key signed it", async () => {
    const note = await signNote(formatCheckpoint({ ...checkpoint, origin: "example.com/other" }), signer);
    expect(await openCheckpoint(note, verifier)).toEqual({ ok: false, refusal: "checkpoint-origin-other" });
  });

  test("is refused when the text that the key signed is no checkpoint", async () => {
    expect(await openCheckpoint(await signNote("hello\n", signer), verifier)).toEqual({
      ok: false,
      refusal: "checkpoint-malformed",
    });
  });

  test("is not made by a signer of another name", async () => {
    await expect(signCheckpoint(checkpoint, someSigner("example.com/other", 1))).rejects.toThrow(RangeError);
  });
});
