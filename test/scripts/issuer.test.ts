/** The development issuer: our verifier of tokens accepts what it signs, over the key set that it serves. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Issuer, startIssuer } from "../../scripts/start/issuer.ts";

const name = "http://localhost/minh-chung-development";
let folder: string;
let issuer: Issuer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "minh-chung-issuer-"));
  issuer = await startIssuer({ folder, issuer: name });
});
afterEach(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true });
});

describe("the development issuer", () => {
  test("its tokens verify against its key set, for our audience, for 12 hours", async () => {
    const keys = createRemoteJWKSet(new URL(issuer.jwksUrl));
    const { payload, protectedHeader } = await jwtVerify(await issuer.token("procurator"), keys, {
      issuer: name,
      audience: "minh-chung",
    });
    expect(protectedHeader.alg).toBe("EdDSA");
    expect(payload.sub).toBe("procurator");
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(12 * 3600);
  });

  test("the key set shows no private half", async () => {
    const shown = await (await fetch(issuer.jwksUrl)).text();
    expect(JSON.parse(shown)).toMatchObject({ keys: [{ kty: "OKP", crv: "Ed25519", use: "sig" }] });
    expect(shown).not.toContain('"d"');
  });

  test("discovery names the issuer and its key set (OpenID Connect Discovery 1.0 §4)", async () => {
    const found = await (await fetch(new URL("/.well-known/openid-configuration", issuer.jwksUrl))).json();
    expect(found).toMatchObject({ issuer: name, jwks_uri: issuer.jwksUrl });
  });

  test("each person has a token file that only its owner can read", async () => {
    await issuer.writeTokens([
      { name: "auditor", subject: "auditor" },
      { name: "importer", subject: "importer" },
    ]);
    const tokens = join(folder, "tokens");
    expect(readdirSync(tokens).sort()).toEqual(["auditor", "importer"]);
    expect(readdirSync(tokens).map((file) => statSync(join(tokens, file)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test("a second start, on another port, is the same issuer with the same key", async () => {
    const token = await issuer.token("auditor");
    const again = await startIssuer({ folder, issuer: name });
    try {
      expect(again.jwksUrl).not.toBe(issuer.jwksUrl);
      await jwtVerify(token, createRemoteJWKSet(new URL(again.jwksUrl)), { issuer: name, audience: "minh-chung" });
    } finally {
      await again.close();
    }
  });

  test("its key is readable by its owner only", () => {
    expect(statSync(join(folder, "issuer.jwk")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "issuer.jwk"), "utf8")).toContain('"d"');
  });
});
