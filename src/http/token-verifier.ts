/**
 * Verifies the bearer token of a request (RFC 6750): of the one issuer, for this audience, signed with EdDSA, ES256 or RS256.
 * The token says who the sender is; the directory says what they may do. A refusal says no more than the sender needs.
 */

import { errors, type JWTPayload, jwtVerify } from "jose";
import { Lru } from "../base/lru.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { TokenIdentity } from "../service/streams/who.ts";
import { type IssuerKeys, IssuerUnreachable } from "./issuer-keys.ts";
import type { Problem } from "./problem.ts";
import { faultOfTimes, isAccessToken, isPlainToken } from "./token-claims.ts";

/** Each kind of key fits one of these only, so that no key verifies under two algorithms (RFC 8725 §3.1). */
export const algorithms = ["EdDSA", "ES256", "RS256"] as const;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IssuerKeys;
  /** Seconds: a token that lives longer is refused, because nobody can take it back. */
  readonly longestLife?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type TokenRefusal =
  | "token-missing"
  | "token-invalid"
  | "token-expired"
  | "token-not-yet-valid"
  | "token-long-lived"
  | "token-audience"
  | "token-issuer";

/** Seconds by which the issuer's clock and ours may differ; a minute is enough with time over the network. */
const tolerance = 60;
/** Seconds: a day is longer than anybody works, and the default of no issuer. */
const usualLife = 86_400;
/** Characters. Servers commonly take a header line of 8 KiB and no longer one. */
const longestToken = 8192;
/** Tokens: a few for each of several hundred people at work. A dropped token is verified again. */
const mostVerified = 2000;
/** Milliseconds. After them the token is verified again, and the keys are fetched again in time: see IssuerKeys. */
const longestVerified = 600_000;

interface VerifiedToken {
  readonly identity: TokenIdentity;
  readonly edition: number;
  /** Milliseconds since 1970, the tolerance included. */
  readonly until: number;
}

/** Verifies tokens. A verified token is not verified again until it expires or the issuer's keys change. */
export class TokenVerifier {
  readonly #rules: TokenRules;
  readonly #verified = new Lru<string, VerifiedToken>({ capacity: mostVerified });

  constructor(rules: TokenRules) {
    this.#rules = rules;
  }

  async identify(headers: Headers): Promise<Outcome<TokenIdentity, Problem>> {
    const written = headers.get("authorization");
    if (written === null) return refused(tokenProblem("token-missing"));
    const token = /^bearer ([A-Za-z0-9._-]+)$/i.exec(written)?.[1];
    if (token === undefined || token.length > longestToken) return refused(tokenProblem("token-invalid"));
    const verified = this.#verified.get(token);
    if (verified !== undefined && verified.edition === this.#rules.keys.edition && this.#rules.now() < verified.until) {
      return done(verified.identity);
    }
    return this.#verify(token);
  }

  async #verify(token: string): Promise<Outcome<TokenIdentity, Problem>> {
    const { issuer, audience, keys, now } = this.#rules;
    if (!isPlainToken(token)) return refused(tokenProblem("token-invalid"));
    try {
      const { payload, protectedHeader } = await jwtVerify(token, async (header) => keys.find(header, now()), {
        algorithms: [...algorithms],
        issuer,
        audience,
        clockTolerance: tolerance,
        currentDate: new Date(now()),
        requiredClaims: ["sub", "exp"],
      });
      return isAccessToken(protectedHeader) ? this.#keep(token, payload) : refused(tokenProblem("token-invalid"));
    } catch (fault) {
      return refused(problemOf(fault));
    }
  }

  #keep(token: string, { sub, exp, iat, nbf }: JWTPayload): Outcome<TokenIdentity, Problem> {
    const { longestLife = usualLife } = this.#rules;
    const seconds = Math.floor(this.#rules.now() / 1000);
    const fault = faultOfTimes({ exp, iat, nbf }, { now: seconds, longestLife, tolerance });
    if (fault !== undefined) return refused(tokenProblem(fault));
    // jose types the subject and does not check it: ["a"] written as text would be another person's "a" (RFC 7519 §4.1.2).
    if (typeof sub !== "string" || sub === "" || exp === undefined) return refused(tokenProblem("token-invalid"));
    const { issuer, keys, now } = this.#rules;
    const identity = { issuer, subject: sub };
    const until = Math.min((exp + tolerance) * 1000, now() + longestVerified);
    this.#verified.set(token, { identity, edition: keys.edition, until });
    return done(identity);
  }
}

/** Seconds: a fetch of the key set that is under way has ended by then. */
const fetchOver = "5";

function problemOf(fault: unknown): Problem {
  if (fault instanceof IssuerUnreachable) return { code: "issuer-unreachable", headers: { "retry-after": fetchOver } };
  if (fault instanceof errors.JWTExpired) return tokenProblem("token-expired");
  if (fault instanceof errors.JWTClaimValidationFailed)
    return tokenProblem(claimRefusals[fault.claim] ?? "token-invalid");
  if (fault instanceof errors.JOSEError) return tokenProblem("token-invalid");
  throw fault;
}

const claimRefusals: Readonly<Record<string, TokenRefusal>> = {
  aud: "token-audience",
  iss: "token-issuer",
  nbf: "token-not-yet-valid",
};

/** The challenge names an error only if there was a token (RFC 6750 §3). */
function tokenProblem(code: TokenRefusal): Problem {
  const challenge = code === "token-missing" ? "Bearer" : `Bearer error="invalid_token"`;
  return { code, headers: { "www-authenticate": challenge } };
}
