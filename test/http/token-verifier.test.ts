/**
 * The only tokens taken are of the one issuer, for this audience, in time, and signed by a key of the issuer with its
 * own algorithm.
 */

import fc from "fast-check";
import { exportJWK, exportSPKI, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { algorithms, TokenVerifier } from "../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";
import { audience, issuer, makePairs, pair, publicJwk, seconds, sign, start, World } from "../kit/api/issuer-world.ts";

beforeAll(makePairs);

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
    ["that ends in the year 9999", { exp: 253_402_300_799 }, "token-long-lived"],
    ["that ends after the year 9999", { exp: 253_402_300_800 }, "token-invalid"],
    ["that lives a day and no second more", { iat: seconds, exp: seconds + 86_400 }, `${issuer} an`],
    ["that lives a day and a second", { iat: seconds, exp: seconds + 86_401 }, "token-long-lived"],
    ["that was issued long ago and lives too long", { iat: seconds - 86_000, exp: seconds + 600 }, "token-long-lived"],
    ["without iat that ends in a day, within the tolerance", { exp: seconds + 86_460 }, `${issuer} an`],
    ["without iat that ends later", { exp: seconds + 86_461 }, "token-long-lived"],
    ["with an end that is text", { exp: String(seconds + 600) }, "token-invalid"],
    ["with an end between two seconds", { exp: seconds + 600.5 }, "token-invalid"],
    ["with an end before all time", { exp: -1 }, "token-expired"],
    ["issued in 61 seconds", { iat: seconds + 61 }, "token-not-yet-valid"],
    ["issued in 59 seconds", { iat: seconds + 59 }, `${issuer} an`],
    ["issued at no second", { iat: seconds - 0.5 }, "token-invalid"],
    ["issued at a text", { iat: "now" }, "token-invalid"],
    ["valid from a fraction on", { nbf: seconds - 0.5 }, "token-invalid"],
    ["with a claim of ours that is no evidence", { score: 0.5, name: "e\u0301" }, `${issuer} an`],
  ])("a token %s, %j, is answered with: %s", async (_, claims, code) => {
    expect(await new World().codeOf(await sign({ claims }))).toBe(code);
  });

  /** Signs texts as they stand, which the issuer's own JSON library would not write. */
  async function signRaw(header: string, payload: string): Promise<string> {
    const input = [header, payload].map((text) => Buffer.from(text).toString("base64url")).join(".");
    const signature = await crypto.subtle.sign("Ed25519", pair("EdDSA").privateKey, new TextEncoder().encode(input));
    return `${input}.${Buffer.from(signature).toString("base64url")}`;
  }

  const plainHeader = `{"alg":"EdDSA","kid":"EdDSA"}`;
  const claims = `"iss":"${issuer}","aud":"${audience}","exp":${seconds + 600}`;

  test.each([
    ["as every reader reads it", plainHeader, `{${claims},"sub":"an"}`, `${issuer} an`],
    ["with a subject twice", plainHeader, `{${claims},"sub":"binh","sub":"an"}`, "token-invalid"],
    ["with a subject twice, once escaped", plainHeader, `{${claims},"sub":"binh","s\\u0075b":"an"}`, "token-invalid"],
    ["with an end twice", plainHeader, `{${claims},"sub":"an","exp":${seconds + 700}}`, "token-invalid"],
    ["with a name twice deep inside", plainHeader, `{${claims},"sub":"an","x":[{"a":1,"a":1}]}`, "token-invalid"],
    ["with a key id twice", `{"alg":"EdDSA","kid":"other","kid":"EdDSA"}`, `{${claims},"sub":"an"}`, "token-invalid"],
    ["that ends at 1e999", plainHeader, `{${claims.replace(/"exp":\d+/, '"exp":1e999')},"sub":"an"}`, "token-invalid"],
    ["with __proto__", plainHeader, `{${claims},"sub":"an","__proto__":{}}`, "token-invalid"],
    ["of the type JWT", `{"alg":"EdDSA","kid":"EdDSA","typ":"JWT"}`, `{${claims},"sub":"an"}`, `${issuer} an`],
    ["of the type at+jwt", `{"alg":"EdDSA","kid":"EdDSA","typ":"at+jwt"}`, `{${claims},"sub":"an"}`, `${issuer} an`],
    ["of the type JWE", `{"alg":"EdDSA","kid":"EdDSA","typ":"JWE"}`, `{${claims},"sub":"an"}`, "token-invalid"],
    ["to sign out", `{"alg":"EdDSA","kid":"EdDSA","typ":"logout+jwt"}`, `{${claims},"sub":"an"}`, "token-invalid"],
    ["of a type that is a number", `{"alg":"EdDSA","kid":"EdDSA","typ":1}`, `{${claims},"sub":"an"}`, "token-invalid"],
    ["of a compressed payload", `{"alg":"EdDSA","kid":"EdDSA","zip":"DEF"}`, `{${claims},"sub":"an"}`, "token-invalid"],
  ])("a signed token %s is answered with its code", async (_, header, payload, code) => {
    expect(await new World().codeOf(await signRaw(header, payload))).toBe(code);
  });

  test("the longest life of a token is a setting", async () => {
    const keys = new IssuerKeys(async () => ({ keys: [await publicJwk("EdDSA", "EdDSA")] }));
    const verifier = new TokenVerifier({ issuer, audience, keys, longestLife: 3600, now: () => start });
    const codeOf = async (life: number): Promise<string> => {
      const token = await sign({ claims: { iat: seconds, exp: seconds + life } });
      const identified = await verifier.identify(new Headers({ authorization: `Bearer ${token}` }));
      return identified.ok ? "taken" : identified.refusal.code;
    };
    expect([await codeOf(3600), await codeOf(3601)]).toEqual(["taken", "token-long-lived"]);
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
