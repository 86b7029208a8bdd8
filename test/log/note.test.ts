import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesToBase64, concatBytes, utf8 } from "../../src/base/bytes.ts";
import {
  ed25519Verifier,
  formatVkey,
  keyId,
  openNote,
  parseVkey,
  signNote,
  verifyEd25519,
} from "../../src/log/note.ts";
import { someSigner } from "./sample-log.ts";

const alice = someSigner("example.com/alice", 1);
const bob = someSigner("example.com/bob", 2);
const text = "one line\n";
const note = await signNote(text, alice);
const line = note.slice(text.length + 1);
const bobsLine = (await signNote(text, bob)).slice(text.length + 1);
const byAlice = [ed25519Verifier(alice)];
const byBoth = [ed25519Verifier(alice), ed25519Verifier(bob)];

const wrong = `${line.slice(0, -12)}AAAAAAAAAA=\n`;

/** A line of this name and key id with a signature of zeros. */
function someLine(name: string, id: number): string {
  const blob = new Uint8Array(68);
  new DataView(blob.buffer).setUint32(0, id);
  return `\u2014 ${name} ${bytesToBase64(blob)}\n`;
}

describe("a verifier key (c2sp.org/signed-note)", () => {
  const example = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  test("computes the key id of the example in the specification", () => {
    const key = parseVkey(example);
    expect(key?.name).toBe("example.com/foo");
    expect(key && keyId(key)).toBe(0x530d903a);
    expect(key && formatVkey(key)).toBe(example);
  });

  test("parses to the key from which it was formatted", () => {
    const name = fc.stringMatching(/^[a-z0-9./-]{1,30}$/);
    fc.assert(
      fc.property(name, fc.uint8Array({ minLength: 32, maxLength: 32 }), (someName, publicKey) => {
        expect(parseVkey(formatVkey({ name: someName, publicKey }))).toEqual({ name: someName, publicKey });
      }),
    );
  });

  test.each([
    ["another key id", example.replace("530d", "530e")],
    ["a key id in capitals", example.replace("530d903a", "530D903A")],
    ["another name", example.replace("foo", "fop")],
    ["another type of key", example.replace("+Aek", "+Bek")],
    ["a short key", example.slice(0, -4)],
    ["no name", example.slice("example.com/foo".length)],
    ["a name with a space", `a b${example.slice("example.com/foo".length)}`],
    ["a newline at the end", `${example}\n`],
    ["nothing", ""],
  ])("with %s is refused", (_, vkey) => {
    expect(parseVkey(vkey)).toBeUndefined();
  });
});

describe("Ed25519 (RFC 8032)", () => {
  test("a signature is verified, and refused for another message", async () => {
    const message = utf8("message");
    const signature = await alice.sign(message);
    expect(await verifyEd25519(alice.publicKey, message, signature)).toBe(true);
    expect(await verifyEd25519(alice.publicKey, utf8("massage"), signature)).toBe(false);
    expect(await verifyEd25519(bob.publicKey, message, signature)).toBe(false);
  });

  test("keys and signatures of a wrong length are refused", async () => {
    expect(await verifyEd25519(new Uint8Array(31), utf8(""), new Uint8Array(64))).toBe(false);
    expect(await verifyEd25519(alice.publicKey, utf8(""), new Uint8Array(63))).toBe(false);
  });
});

describe("a signed note opens", () => {
  test("to its text and the signature that was verified", async () => {
    expect(await openNote(note, byAlice)).toMatchObject({
      ok: true,
      value: { text, signatures: [{ name: alice.name, id: alice.id }] },
    });
  });

  test("from bytes as from text", async () => {
    expect(await openNote(utf8(note), byAlice)).toEqual(await openNote(note, byAlice));
  });

  test("and keeps a byte order mark in its text", async () => {
    const marked = await signNote(`\ufeff${text}`, alice);
    expect(await openNote(utf8(marked), byAlice)).toMatchObject({ ok: true, value: { text: `\ufeff${text}` } });
  });

  test("and splits at its last blank line, because the text may hold others", async () => {
    const blank = "first\n\n\u2014 not a signature\n\nlast: đ\n";
    expect(await openNote(await signNote(blank, alice), byAlice)).toMatchObject({ ok: true, value: { text: blank } });
  });

  test("whatever text was signed", async () => {
    const lines = fc.array(fc.stringMatching(/^[^\p{Cc}]{0,20}$/u), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lines, async (some) => {
        const signed = `${some.filter((x) => x.isWellFormed()).join("\n")}\n`;
        expect(await openNote(await signNote(signed, alice), byAlice)).toMatchObject({
          ok: true,
          value: { text: signed },
        });
      }),
      { numRuns: 30 },
    );
  });

  test("and ignores the signature of an unknown key, also one with the name or the id of a known key", async () => {
    for (const unknown of [
      someLine("example.com/x", 7),
      someLine(alice.name, 7),
      someLine("example.com/x", alice.id),
    ]) {
      expect(await openNote(note + unknown, byAlice)).toMatchObject({
        ok: true,
        value: { signatures: [{ id: alice.id }] },
      });
    }
  });

  test("with every known signature", async () => {
    expect(await openNote(note + bobsLine, byBoth)).toMatchObject({
      ok: true,
      value: { signatures: [{ name: alice.name }, { name: bob.name }] },
    });
  });

  test("with one signature of a key whose line stands several times, between others or not", async () => {
    for (const doubled of [note + line, note + line + line, note + bobsLine + line, note + line + bobsLine]) {
      const opened = await openNote(doubled, byBoth);
      const signers = opened.ok ? opened.value.signatures.map(({ name }) => name) : [];
      expect(signers).toEqual(doubled.includes(bobsLine) ? [alice.name, bob.name] : [alice.name]);
    }
  });

  test("with one signature of a key that signed it twice, each time otherwise", async () => {
    const anything = { name: alice.name, id: alice.id, verify: async () => Promise.resolve(true) };
    const opened = await openNote(note + someLine(alice.name, alice.id), [anything]);
    expect(opened.ok && opened.value.signatures).toHaveLength(1);
  });

  test("with one signature if its only key is given twice", async () => {
    const opened = await openNote(note, [...byAlice, ...byAlice]);
    expect(opened.ok && opened.value.signatures).toHaveLength(1);
  });

  test("with sixteen signatures", async () => {
    const others = Array.from({ length: 15 }, (_, i) => someLine("example.com/x", i)).join("");
    expect(await openNote(note + others, byAlice)).toMatchObject({ ok: true });
  });
});

describe("a signed note is refused", () => {
  test("when no known key signed it", async () => {
    expect(await openNote(note, [ed25519Verifier(bob)])).toEqual({ ok: false, refusal: "note-signer-unknown" });
    expect(await openNote(note, [])).toEqual({ ok: false, refusal: "note-signer-unknown" });
  });

  test("when one known signature is wrong, though another is right", async () => {
    expect(await openNote(note + wrong, byAlice)).toEqual({ ok: false, refusal: "note-signature-wrong" });
    const before = `${text}\n${wrong}${line}`;
    expect(await openNote(before, byAlice)).toEqual({ ok: false, refusal: "note-signature-wrong" });
    const bobsWrong = someLine(bob.name, bob.id);
    expect(await openNote(note + bobsWrong, byBoth)).toEqual({ ok: false, refusal: "note-signature-wrong" });
  });

  test("when its text was changed", async () => {
    expect(await openNote(note.replace("one", "two"), byAlice)).toEqual({ ok: false, refusal: "note-signature-wrong" });
  });

  test("when any of its bytes was changed", async () => {
    const bytes = utf8(note);
    for (let at = 0; at < bytes.length; at++) {
      expect(await openNote(bytes.with(at, (bytes[at] ?? 0) ^ 1), byAlice)).toMatchObject({ ok: false });
    }
  });

  test("with seventeen signatures", async () => {
    const others = Array.from({ length: 16 }, (_, i) => someLine("example.com/x", i)).join("");
    expect(await openNote(note + others, byAlice)).toEqual({ ok: false, refusal: "note-too-large" });
  });

  test("beyond 64 KiB, counted in bytes, and not at 64 KiB", async () => {
    const rest = 65_536 - utf8(await signNote("\n", alice)).length;
    const longest = await signNote(`${"đ".repeat(rest / 2)}${"x".repeat(rest % 2)}\n`, alice);
    expect(await openNote(longest, byAlice)).toMatchObject({ ok: true });
    const longer = await signNote(`${"đ".repeat(rest / 2)}${"x".repeat((rest % 2) + 1)}\n`, alice);
    expect(await openNote(longer, byAlice)).toEqual({ ok: false, refusal: "note-too-large" });
  });

  test.each([
    ["no signature", `${text}\n`],
    ["no blank line", `${text}${line}`],
    ["no newline at the end", note.slice(0, -1)],
    ["a blank line at the end", `${note}\n`],
    ["text after the signatures", `${note}more\n`],
    ["carriage returns", note.replaceAll("\n", "\r\n")],
    ["a tab in the text", note.replace(" ", "\t")],
    ["a hyphen for the dash", note.replace("\u2014", "-")],
    ["two spaces", note.replace("\u2014 ", "\u2014  ")],
    ["a space at the end of a line", note.replace("=\n", "= \n")],
    ["base64 without padding", note.replace("=\n", "\n")],
    ["a signature shorter than a key id", `${text}\n\u2014 a AAAAAA==\n`],
    ["a plus in the name", note.replace("alice", "a+ice")],
    ["a space of Unicode in the name", note.replace("alice", "a\u2003ice")],
    ["a lone surrogate", note.replace("one", "\ud800")],
    ["nothing", ""],
  ])("with %s", async (_, malformed) => {
    expect(await openNote(malformed, byAlice)).toEqual({ ok: false, refusal: "note-malformed" });
  });

  test("with bytes that are not UTF-8", async () => {
    const bytes = concatBytes(Uint8Array.of(0xff), utf8(note));
    expect(await openNote(bytes, byAlice)).toEqual({ ok: false, refusal: "note-malformed" });
  });
});

describe("it is a fault to sign", () => {
  test.each([
    ["no newline at the end", "text"],
    ["a tab", "a\tb\n"],
    ["a lone surrogate", "\ud800\n"],
    ["nothing", ""],
  ])("a text with %s", async (_, unsignable) => {
    await expect(signNote(unsignable, alice)).rejects.toThrow(RangeError);
  });

  test.each(["", "a b", "a+b", "a\nb"])("under the name %j", async (name) => {
    await expect(signNote(text, { ...alice, name })).rejects.toThrow(RangeError);
  });
});
