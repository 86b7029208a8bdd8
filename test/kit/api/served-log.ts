/** The API of a test's log on a port of 127.0.0.1, for programs from outside, with the token of an auditor. */

import { serve } from "@hono/node-server";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { makeApp } from "../../../src/http/app.ts";
import { TokenVerifier } from "../../../src/http/token-verifier.ts";
import { IssuerKeys } from "../../../src/http/issuer-keys.ts";
import type { TestHost } from "../host/host.ts";
import { identity } from "../host/story.ts";

export interface ServedLog {
  readonly url: string;
  readonly token: string;
  readonly end: () => Promise<void>;
}

/** The token is of an auditor of the log: of the story's, where no other is named. */
export async function serveLog(
  { host }: Pick<TestHost, "host">,
  subject: string = identity.subject,
): Promise<ServedLog> {
  const { issuer } = identity;
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: "test" };
  const keys = new IssuerKeys(async () => ({ keys: [jwk] }));
  const tokens = new TokenVerifier({ issuer, audience: "minh-chung", keys, now: () => Date.now() });
  const lent = { host, end: async () => undefined };
  const app = makeApp({ host: () => lent, tokens, report: () => undefined });
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = new SignJWT({ iss: issuer, aud: "minh-chung", sub: subject, exp });
  const token = await claims.setProtectedHeader({ alg: "EdDSA", kid: "test" }).sign(pair.privateKey);
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      const end = async (): Promise<void> => new Promise((ended) => server.close(() => ended()));
      resolve({ url: `http://127.0.0.1:${port}`, token, end });
    });
  });
}
