/**
 * The development issuer of tokens: OpenID Connect's discovery document and key set on loopback, and one token file per
 * demonstration person (src/README.md#access). Its key is made at the first start and stays in `folder`. It is in no
 * bundle.
 */

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { httpAddress } from "../../src/address.ts";
import { UserError } from "../shared/user-error.ts";
import { freePort } from "./port.ts";
import { lost, parseJson, writeWhole } from "./settings.ts";

interface Person {
  /** The name of the token file. */
  readonly name: string;
  readonly subject: string;
}

export interface Issuer {
  readonly jwksUrl: string;
  token(subject: string): Promise<string>;
  /** Writes <folder>/tokens/<name> now and every hour until the issuer is closed; each token is good for 12 hours. */
  writeTokens(people: readonly Person[]): Promise<void>;
  close(): Promise<void>;
}

export interface IssuerOptions {
  readonly folder: string;
  /** The value of `iss`: a name, which stays the same when the port changes. */
  readonly issuer: string;
  readonly port?: number;
}

const hour = 3_600_000;

export async function startIssuer({ folder, issuer, port = 0 }: IssuerOptions): Promise<Issuer> {
  const key = await readKey(join(folder, "issuer.jwk"));
  const { server, address } = await listen(await freePort(port), { issuer, key });
  const jwksUrl = `${address}/jwks.json`;
  const token = async (subject: string): Promise<string> =>
    new SignJWT({})
      .setProtectedHeader({ alg: "EdDSA", kid: key.kid, typ: "JWT" })
      .setIssuer(issuer)
      .setAudience("minh-chung")
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime("12h")
      .sign(await importJWK(key.secret, "EdDSA"));
  const writeAll = async (people: readonly Person[]): Promise<void> => {
    mkdirSync(join(folder, "tokens"), { recursive: true, mode: 0o700 });
    for (const { name, subject } of people) writeWhole(join(folder, "tokens", name), `${await token(subject)}\n`);
  };
  let refreshing: NodeJS.Timeout | undefined;
  return {
    jwksUrl,
    token,
    writeTokens: async (people) => {
      await writeAll(people);
      clearInterval(refreshing);
      refreshing = setInterval(() => {
        writeAll(people).catch(console.error);
      }, hour);
      refreshing.unref();
    },
    close: () => {
      clearInterval(refreshing);
      return close(server);
    },
  };
}

interface IssuerKey {
  readonly kid: string;
  readonly secret: JWK;
  readonly shown: JWK;
}

async function readKey(file: string): Promise<IssuerKey> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    writeWhole(file, `${JSON.stringify(await exportJWK(privateKey))}\n`);
  }
  const secret = parseJson(readFileSync(file, "utf8"));
  if (!isKey(secret)) throw new UserError(lost(file));
  const { d: _secretHalf, ...half } = secret;
  const kid = await calculateJwkThumbprint(half);
  return { kid, secret, shown: { ...half, kid, alg: "EdDSA", use: "sig" } };
}

function isKey(value: unknown): value is JWK & { kty: "OKP"; d: string } {
  return typeof value === "object" && value !== null && "kty" in value && value.kty === "OKP" && "d" in value;
}

async function listen(
  port: number,
  { issuer, key }: { issuer: string; key: IssuerKey },
): Promise<{ server: Server; address: string }> {
  const address = httpAddress("127.0.0.1", port);
  const pages: Readonly<Record<string, unknown>> = {
    "/jwks.json": { keys: [key.shown] },
    "/.well-known/openid-configuration": {
      issuer,
      jwks_uri: `${address}/jwks.json`,
      id_token_signing_alg_values_supported: ["EdDSA"],
    },
  };
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(page ?? { error: "there is nothing else here" }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, address };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
