/**
 * Who sends a request: a bearer token (RFC 6750) of the one issuer, for this audience, signed with EdDSA, ES256 or RS256.
 * The token says who the sender is; the directory says what they may do. A refusal says no more than the sender needs.
 */

import { errors, type JWTPayload, jwtVerify } from "jose";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { TokenIdentity } from "../service/streams/who.ts";
import { type IssuerKeys, IssuerUnreachable } from "./issuer-keys.ts";
import type { Problem } from "./problem.ts";

/** Each kind of key fits one of these only, so that no key verifies under two algorithms (RFC 8725 §3.1). */
export const algorithms = ["EdDSA", "ES256", "RS256"] as const;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IssuerKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type TokenRefusal =
  | "token-missing"
  | "token-invalid"
  | "token-expired"
  | "token-not-yet-valid"
  | "token-audience"
  | "token-issuer";

/** Seconds by which clocks may differ. */
const tolerance = 60;
const longestToken = 8192;
const mostKnown = 2000;
/** Milliseconds. */
const longestKnown = 600_000;

interface Known {
  readonly identity: TokenIdentity;
  readonly edition: number;
  /** Milliseconds since 1970, the tolerance included. */
  readonly until: number;
}

/** Verifies tokens; one that was verified is known until it expires or the issuer's keys change. */
export class TokenVerifier {
  readonly #rules: TokenRules;
  readonly #known = new Map<string, Known>();

  constructor(rules: TokenRules) {
    this.#rules = rules;
  }

  async identify(headers: Headers): Promise<Outcome<TokenIdentity, Problem>> {
    const written = headers.get("authorization");
    if (written === null) return refused(tokenProblem("token-missing"));
    const token = /^bearer ([A-Za-z0-9._-]+)$/i.exec(written)?.[1];
    if (token === undefined || token.length > longestToken) return refused(tokenProblem("token-invalid"));
    const known = this.#known.get(token);
    if (known !== undefined && known.edition === this.#rules.keys.edition && this.#rules.now() < known.until) {
      return done(known.identity);
    }
    this.#known.delete(token);
    return this.#verify(token);
  }

  async #verify(token: string): Promise<Outcome<TokenIdentity, Problem>> {
    const { issuer, audience, keys, now } = this.#rules;
    try {
      const { payload } = await jwtVerify(token, async (header) => keys.find(header, now()), {
        algorithms: [...algorithms],
        issuer,
        audience,
        clockTolerance: tolerance,
        currentDate: new Date(now()),
        requiredClaims: ["sub", "exp"],
      });
      return this.#remember(token, payload);
    } catch (fault) {
      return refused(problemOf(fault));
    }
  }

  #remember(token: string, { sub, exp }: JWTPayload): Outcome<TokenIdentity, Problem> {
    // The library types the subject and does not check it: ["a"] written as text would be somebody's "a" (RFC 7519 §4.1.2).
    if (typeof sub !== "string" || sub === "" || exp === undefined) return refused(tokenProblem("token-invalid"));
    const { issuer, keys, now } = this.#rules;
    const identity = { issuer, subject: sub };
    const oldest = this.#known.size < mostKnown ? undefined : this.#known.keys().next().value;
    if (oldest !== undefined) this.#known.delete(oldest);
    // Asked about again in time, the keys are fetched again in time: what the issuer took back is known for no longer.
    const until = Math.min((exp + tolerance) * 1000, now() + longestKnown);
    this.#known.set(token, { identity, edition: keys.edition, until });
    return done(identity);
  }
}

function problemOf(fault: unknown): Problem {
  if (fault instanceof IssuerUnreachable) return { code: "issuer-unreachable", headers: { "retry-after": "5" } };
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

/** RFC 6750 §3: without a token no error is named. */
function tokenProblem(code: TokenRefusal): Problem {
  const challenge = code === "token-missing" ? "Bearer" : `Bearer error="invalid_token"`;
  return { code, headers: { "www-authenticate": challenge } };
}
