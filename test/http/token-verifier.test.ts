/**
 * The only tokens taken are of the one issuer, for this audience, in time, and signed by a key of the issuer with its
 * own algorithm.
 */

import fc from "fast-check";
import { errors, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { algorithms, TokenVerifier } from "../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = "https://issuer.example";
const audience = "minh-chung";
const start = Date.parse("2026-11-23T08:00:00Z");
const pairs = new Map<string, Pair>();

beforeAll(async () => {
  for (const alg of algorithms) pairs.set(alg, await generateKeyPair(alg, { extractable: true }));
  pairs.set("foreign", await generateKeyPair("EdDSA"));
});

function pair(name: string): Pair {
  const found = pairs.get(name);
  if (found === undefined) throw new Error(`no key pair ${name}`);
  return found;
}

async function publicJwk(name: string, kid: string): Promise<JWK> {
  return { ...(await exportJWK(pair(name).publicKey)), kid, use: "sig" };
}

/** A verifier and its issuer, whose clock and key set the test controls. */
class World {
  now = start;
  asked = 0;
  down = false;
  names: readonly string[] = algorithms;
  readonly verifier = new TokenVerifier({
    issuer,
    audience,
    keys: new IssuerKeys(async () => this.#keySet()),
    now: () => this.now,
  });

  async #keySet(): Promise<unknown> {
    this.asked += 1;
    if (this.down) throw new Error("down");
    return { keys: await Promise.all(this.names.map(async (name) => publicJwk(name, name))) };
  }

  async codeOf(token: string, scheme = "Bearer"): Promise<string> {
    const identified = await this.verifier.identify(new Headers({ authorization: `${scheme} ${token}` }));
    return identified.ok ? `${identified.value.issuer} ${identified.value.subject}` : identified.refusal.code;
  }
}

interface Signing {
  readonly alg?: string;
  readonly kid?: string;
  readonly by?: string;
  readonly claims?: Record<string, unknown>;
}

async function sign({ alg = "EdDSA", kid = alg, by = alg, claims = {} }: Signing = {}): Promise<string> {
  const seconds = start / 1000;
  const payload = { iss: issuer, aud: audience, sub: "an", exp: seconds + 600, nbf: seconds, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(payload))).setProtectedHeader({ alg, kid }).sign(pair(by).privateKey);
}

const seconds = start / 1000;

describe("a token", () => {
  test.each(algorithms)("a token signed with %s by the issuer identifies its subject", async (alg) => {
    expect(await new World().codeOf(await sign({ alg }))).toBe(`${issuer} an`);
  });

  test.each([
    ["of another issuer", { iss: "https://other.example" }, "token-issuer"],
    ["without an issuer", { iss: undefined }, "token-issuer"],
    ["for another audience", { aud: "other" }, "token-audience"],
    ["for several audiences, ours among them", { aud: ["other", audience] }, `${issuer} an`],
    ["without an audience", { aud: undefined }, "token-audience"],
    ["expired 61 seconds ago", { exp: seconds - 61 }, "token-expired"],
    ["expired 59 seconds ago", { exp: seconds - 59 }, `${issuer} an`],
    ["that never expires", { exp: undefined }, "token-invalid"],
    ["valid in 61 seconds", { nbf: seconds + 61 }, "token-not-yet-valid"],
    ["valid in 59 seconds", { nbf: seconds + 59 }, `${issuer} an`],
    ["without a subject", { sub: undefined }, "token-invalid"],
    ["with an empty subject", { sub: "" }, "token-invalid"],
    ["with a list for a subject", { sub: ["an"] }, "token-invalid"],
    ["with a number for a subject", { sub: 7 }, "token-invalid"],
  ])("a token %s, %j, is answered with: %s", async (_, claims, code) => {
    expect(await new World().codeOf(await sign({ claims }))).toBe(code);
  });

  test("a token signed by a foreign key under a known key id is refused", async () => {
    expect(await new World().codeOf(await sign({ by: "foreign" }))).toBe("token-invalid");
  });

  test("a token with alg none is refused (RFC 8725 §2.1)", async () => {
    const token = new UnsecuredJWT({ sub: "an" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setExpirationTime(seconds + 60)
      .encode();
    expect(await new World().codeOf(token)).toBe("token-invalid");
  });

  test("a token with an HMAC over the issuer's public key as secret is refused (key confusion, RFC 8725 §2.1)", async () => {
    const secret = new TextEncoder().encode(await exportSPKI(pair("RS256").publicKey));
    const payload = { iss: issuer, aud: audience, sub: "an", exp: seconds + 60 };
    for (const kid of ["RS256", "EdDSA"]) {
      const token = await new SignJWT(payload).setProtectedHeader({ alg: "HS256", kid }).sign(secret);
      expect(await new World().codeOf(token)).toBe("token-invalid");
    }
  });

  test("a token with a key of its own in the header is refused (RFC 8725 §2.10)", async () => {
    const jwk = await exportJWK(pair("RS256").publicKey);
    const payload = { iss: issuer, aud: audience, sub: "an", exp: seconds + 60 };
    const token = await new SignJWT(payload)
      .setProtectedHeader({ alg: "RS256", jwk, kid: "own" })
      .sign(pair("RS256").privateKey);
    expect(await new World().codeOf(token)).toBe("token-invalid");
  });

  test("a token is taken under the scheme Bearer and no other", async () => {
    const token = await sign();
    expect(await new World().codeOf(token, "bearer")).toBe(`${issuer} an`);
    expect(await new World().codeOf(token, "Basic")).toBe("token-invalid");
    expect((await new World().verifier.identify(new Headers())).ok).toBe(false);
  });

  test("a token with one character changed is refused", async () => {
    const token = await sign();
    const world = new World();
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(..."AZaz09-_."), async (at, sign) => {
        // Four bits of the last base64url character of an Ed25519 signature carry nothing.
        if (token[at] === sign || at === token.length - 1) return;
        expect(await world.codeOf(token.slice(0, at) + sign + token.slice(at + 1))).toBe("token-invalid");
      }),
    );
  });

  test("a verified token is taken until it expires, the tolerance included, and not a moment longer", async () => {
    const world = new World();
    const token = await sign({ claims: { exp: seconds + 10 } });
    await world.codeOf(token);
    world.now = start + 69_000;
    expect(await world.codeOf(token)).toBe(`${issuer} an`);
    world.now = start + 70_000;
    expect(await world.codeOf(token)).toBe("token-expired");
  });

  test("WWW-Authenticate names an error for a wrong token, and none if there was no token (RFC 6750 §3)", async () => {
    const { verifier } = new World();
    const none = await verifier.identify(new Headers());
    expect(none).toMatchObject({
      ok: false,
      refusal: { code: "token-missing", headers: { "www-authenticate": "Bearer" } },
    });
    const wrong = await verifier.identify(new Headers({ authorization: "Bearer x" }));
    expect(wrong).toMatchObject({
      ok: false,
      refusal: { headers: { "www-authenticate": 'Bearer error="invalid_token"' } },
    });
  });
});

describe("the issuer's keys", () => {
  test("the key set is fetched once and kept", async () => {
    const world = new World();
    for (let i = 0; i < 5; i++) await world.codeOf(await sign({ claims: { sub: `an${i}` } }));
    expect(world.asked).toBe(1);
  });

  test("the key set is fetched again for a new key id, but made-up ids do not become requests", async () => {
    const world = new World();
    world.names = ["EdDSA"];
    await world.codeOf(await sign());
    world.names = algorithms;
    for (let i = 0; i < 20; i++)
      expect(await world.codeOf(await sign({ alg: "ES256", kid: `x${i}` }))).toBe("token-invalid");
    expect(world.asked).toBe(1);
    world.now += 31_000;
    expect(await world.codeOf(await sign({ alg: "ES256" }))).toBe(`${issuer} an`);
    expect(world.asked).toBe(2);
  });

  test("a token that was verified is refused after the issuer took its key back", async () => {
    const world = new World();
    const token = await sign({ claims: { exp: seconds + 10_000 } });
    expect(await world.codeOf(token)).toBe(`${issuer} an`);
    world.names = ["ES256"];
    world.now += 600_001;
    expect(await world.codeOf(token)).toBe("token-invalid");
  });

  test("a key set is used for an hour while the issuer is away, then every token is refused", async () => {
    const world = new World();
    const late = { exp: seconds + 100_000 };
    await world.codeOf(await sign({ claims: late }));
    world.down = true;
    world.now += 3_500_000;
    expect(await world.codeOf(await sign({ claims: { ...late, sub: "binh" } }))).toBe(`${issuer} binh`);
    world.now += 200_000;
    expect(await world.codeOf(await sign({ claims: { ...late, sub: "chi" } }))).toBe("issuer-unreachable");
  });

  test("a token gets issuer-unreachable while no key set can be fetched, and is taken afterwards", async () => {
    const world = new World();
    world.down = true;
    expect(await world.codeOf(await sign())).toBe("issuer-unreachable");
    world.down = false;
    world.now += 1001;
    expect(await world.codeOf(await sign())).toBe(`${issuer} an`);
  });

  test("a key set whose keys are called Ed25519 (RFC 9864), beside a member that is no key, verifies EdDSA tokens", async () => {
    const key = { ...(await publicJwk("EdDSA", "EdDSA")), alg: "Ed25519" };
    const keys = new IssuerKeys(async () => ({ keys: [null, key] }));
    const header = { alg: "EdDSA", kid: "EdDSA" };
    expect(await keys.find(header, start)).toMatchObject({ type: "public" });
  });

  test.each([
    ["broken", async () => [{ kty: "OKP", crv: "Ed25519", x: "AA", kid: "EdDSA" }]],
    ["ambiguous", async () => [await publicJwk("EdDSA", "EdDSA"), await publicJwk("foreign", "EdDSA")]],
  ])("a key that was %s is fetched again, so the issuer can mend it", async (_, first) => {
    let asked = 0;
    const keys = new IssuerKeys(async () => ({
      keys: (asked += 1) === 1 ? await first() : [await publicJwk("EdDSA", "EdDSA")],
    }));
    const header = { alg: "EdDSA", kid: "EdDSA" };
    await expect(keys.find(header, start)).rejects.toBeInstanceOf(errors.JOSEError);
    expect(await keys.find(header, start + 60_000)).toMatchObject({ type: "public" });
    expect(asked).toBe(2);
  });

  test("a key of another use, of a foreign kind or broken is not used, and hides no other key", async () => {
    const keys = new IssuerKeys(async () => ({
      keys: [
        { ...(await publicJwk("EdDSA", "a")), use: "enc" },
        { ...(await publicJwk("ES256", "b")), alg: "ES384" },
        { kty: "oct", k: "AAAA", kid: "c" },
        { kty: "OKP", crv: "Ed25519", x: "AAAA", kid: "d" },
        await publicJwk("EdDSA", "e"),
      ],
    }));
    await expect(keys.find({ alg: "EdDSA", kid: "a" }, start)).rejects.toThrow(errors.JWKSNoMatchingKey);
    await expect(keys.find({ alg: "ES256", kid: "b" }, start)).rejects.toThrow(errors.JWKSNoMatchingKey);
    await expect(keys.find({ alg: "HS256", kid: "c" }, start)).rejects.toThrow(errors.JOSENotSupported);
    await expect(keys.find({ alg: "EdDSA", kid: "d" }, start)).rejects.toThrow(errors.JWKSInvalid);
    await expect(keys.find({ alg: "EdDSA", kid: "e" }, start)).resolves.toMatchObject({ type: "public" });
  });
});
