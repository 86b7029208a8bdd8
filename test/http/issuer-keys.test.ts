/** The key set of the issuer: fetched once for all who need it, kept while the issuer is away, and for no longer. */

import { setTimeout as pause } from "node:timers/promises";
import { errors } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { algorithms, TokenVerifier } from "../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";
import { audience, issuer, makePairs, publicJwk, seconds, sign, start, World } from "../kit/api/issuer-world.ts";

beforeAll(makePairs);

describe("many requests at once on a process that has just started", () => {
  /** An issuer whose answers the test sends off. */
  class SlowIssuer {
    now = start;
    readonly waiting: PromiseWithResolvers<unknown>[] = [];
    readonly verifier = new TokenVerifier({
      issuer,
      audience,
      keys: new IssuerKeys(async () => {
        const answer = Promise.withResolvers<unknown>();
        this.waiting.push(answer);
        return answer.promise;
      }),
      now: () => this.now,
    });

    async fifty(): Promise<readonly string[]> {
      const tokens = await Promise.all(Array.from({ length: 50 }, async (_, i) => sign({ claims: { sub: `an${i}` } })));
      const codes = tokens.map(async (token) => {
        const identified = await this.verifier.identify(new Headers({ authorization: `Bearer ${token}` }));
        return identified.ok ? "taken" : identified.refusal.code;
      });
      return Promise.all(codes);
    }

    /** Waits until it was asked so many times, and a while in which everybody else would ask too. */
    async asked(times: number): Promise<void> {
      while (this.waiting.length < times) await pause(5);
      await pause(50);
      if (this.waiting.length > times) throw new Error(`asked ${this.waiting.length} times`);
    }
  }

  const all = (code: string): readonly string[] => Array.from({ length: 50 }, () => code);

  test("fifty wait for one fetch of the key set, and all are taken", async () => {
    const slow = new SlowIssuer();
    const codes = slow.fifty();
    await slow.asked(1);
    await pause(400);
    slow.waiting[0]?.resolve({ keys: [await publicJwk("EdDSA", "EdDSA")] });
    expect(await codes).toEqual(all("taken"));
    expect(slow.waiting).toHaveLength(1);
  });

  test("fifty whose fetch fails are all told so at once, after that one fetch", async () => {
    const slow = new SlowIssuer();
    const codes = slow.fifty();
    await slow.asked(1);
    const failed = performance.now();
    slow.waiting[0]?.reject(new Error("down"));
    expect(await codes).toEqual(all("issuer-unreachable"));
    expect(performance.now() - failed).toBeLessThan(500);
    expect(slow.waiting).toHaveLength(1);
  });

  test("fifty who come a moment after a failure wait for one more fetch, and are taken when the issuer is back", async () => {
    const slow = new SlowIssuer();
    const first = slow.fifty();
    await slow.asked(1);
    slow.waiting[0]?.reject(new Error("down"));
    await first;
    const codes = slow.fifty();
    await slow.asked(1);
    await slow.asked(2);
    slow.waiting[1]?.resolve({ keys: [await publicJwk("EdDSA", "EdDSA")] });
    expect(await codes).toEqual(all("taken"));
    expect(slow.waiting).toHaveLength(2);
  });

  test("an issuer that refuses at once is asked once for all who waited, and not once for each", async () => {
    let asked = 0;
    const keys = new IssuerKeys(async () => {
      asked += 1;
      throw new Error("refused");
    });
    const find = async (): Promise<unknown> => keys.find({ alg: "EdDSA", kid: "EdDSA" }, start).catch(() => "away");
    await find();
    const began = performance.now();
    expect(new Set(await Promise.all(Array.from({ length: 50 }, find)))).toEqual(new Set(["away"]));
    expect(performance.now() - began).toBeLessThan(2500);
    expect(asked).toBe(2);
  });

  test("fifty tokens of a new key wait for the fetch that the first of them began", async () => {
    const slow = new SlowIssuer();
    const known = slow.verifier.identify(new Headers({ authorization: `Bearer ${await sign({ alg: "ES256" })}` }));
    await slow.asked(1);
    slow.waiting[0]?.resolve({ keys: [await publicJwk("ES256", "ES256")] });
    expect((await known).ok).toBe(true);
    slow.now += 31_000;
    const codes = slow.fifty();
    await slow.asked(2);
    slow.waiting[1]?.resolve({ keys: [await publicJwk("EdDSA", "EdDSA")] });
    expect(await codes).toEqual(all("taken"));
  });

  test("while an old set is fetched anew, nobody waits for it but who asks", async () => {
    const slow = new SlowIssuer();
    const first = slow.fifty();
    await slow.asked(1);
    slow.waiting[0]?.resolve({ keys: [await publicJwk("EdDSA", "EdDSA")] });
    await first;
    slow.now += 600_001;
    const late = { exp: seconds + 2000 };
    const asks = slow.verifier.identify(new Headers({ authorization: `Bearer ${await sign({ claims: late })}` }));
    await slow.asked(2);
    const other = await sign({ claims: { ...late, sub: "binh" } });
    expect((await slow.verifier.identify(new Headers({ authorization: `Bearer ${other}` }))).ok).toBe(true);
    slow.waiting[1]?.reject(new Error("down"));
    expect((await asks).ok).toBe(true);
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
    const late = { exp: seconds + 80_000 };
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
