/**
 * Both competitors over HTTP on loopback: the same Hono, the same token check, the same reading and schema of the body.
 */

import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { actFileStream } from "../../src/domain/files/act-file.ts";
import { recordAct } from "../../src/domain/files/commands.ts";
import { makeApp } from "../../src/http/app.ts";
import type { TokenRules, TokenVerifier } from "../../src/http/token-verifier.ts";
import { jsonType, parseJsonBody, readSent } from "../../src/http/body.ts";
import { parseInput } from "../../src/http/input.ts";
import { IssuerKeys } from "../../src/http/issuer-keys.ts";
import { jsonText } from "../../src/http/json-reply.ts";
import { type Problem, problemReply } from "../../src/http/problem.ts";
import { type Reply, responseOf } from "../../src/http/reply.ts";
import { done, type Outcome, refused } from "../../src/base/outcome.ts";
import type { Host } from "../../src/service/host.ts";
import type { Competitor } from "./competitor.ts";
import { issuer, officer } from "./world.ts";

const audience = "minh-chung";

export interface Issued {
  readonly token: string;
  readonly rules: TokenRules;
}

export async function issueToken(): Promise<Issued> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const jwk = { ...(await exportJWK(publicKey)), kid: "bench" };
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "EdDSA", kid: "bench" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(officer.subject)
    .setExpirationTime("12h")
    .sign(privateKey);
  const keys = new IssuerKeys(async () => ({ keys: [jwk] }));
  return { token, rules: { issuer, audience, keys, now: () => Date.now() } };
}

export function ourApp(host: Host, tokens: TokenVerifier): Hono {
  const lent = { host, end: async () => undefined };
  return makeApp({ host: () => lent, tokens, report: console.error });
}

export function theirApp(competitor: Competitor, tokens: TokenVerifier): Hono {
  const app = new Hono();
  app.post("/v1/acts", async (c) => {
    const answer = await answerAppend(c.req.raw, competitor, tokens);
    return responseOf(answer.ok ? answer.value : problemReply(answer.refusal), {});
  });
  return app;
}

async function answerAppend(
  request: Request,
  competitor: Competitor,
  tokens: TokenVerifier,
): Promise<Outcome<Reply, Problem>> {
  const identity = await tokens.identify(request.headers);
  if (!identity.ok) return identity;
  const sent = await readSent(request, jsonType);
  if (!sent.ok) return sent;
  const body = parseJsonBody(sent.value.bytes);
  if (!body.ok) return body;
  const input = parseInput(recordAct.input, body.value);
  if (!input.ok) return refused({ code: "body-unfit", ...input.refusal });
  const { on, ...act } = input.value;
  await competitor.append(actFileStream(on), act);
  return done(jsonText(JSON.stringify({ recorded: true }), {}, 201));
}

export interface Listening {
  readonly url: string;
  readonly end: () => Promise<void>;
}

export async function listen(app: Hono): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }: AddressInfo) => {
      const end = async (): Promise<void> => new Promise((ended) => server.close(() => ended()));
      resolve({ url: `http://127.0.0.1:${port}/v1/acts`, end });
    });
  });
}
