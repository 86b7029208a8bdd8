/**
 * The signer's own tool shows what would be signed, recomputes every commitment from the value and salt that the server
 * disclosed, and only then signs: a detached JWS over the canonical text (RFC 7515 appendix F). The private key stays
 * in its file; the server never holds it.
 */

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { CompactSign, importJWK, type JWK } from "jose";
import { z } from "zod";
import { parseBase64, utf8 } from "../src/base/bytes.ts";
import { canonicalJson, type Json } from "../src/base/canonical-json.ts";
import { checkCommitted } from "../src/log/commitment.ts";
import { UserError, UsageError } from "./shared/user-error.ts";
import { failWith } from "./shared/failing.ts";

const answer = z.object({
  payload: z.string(),
  fields: z.array(z.object({ path: z.string(), salt: z.string(), value: z.json() })),
});

/** An Ed25519 private key (RFC 8037). */
const signingKey = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), d: z.string() });

const usage =
  "cách dùng / usage: npm run -s sign -- --key FILE --token-file FILE --instrument ID [--url http://127.0.0.1:8787]";

export async function main(args: readonly string[]): Promise<void> {
  const { key, "token-file": tokenFile, instrument, url } = readArgs(args);
  if (key === undefined || tokenFile === undefined || instrument === undefined) throw new UsageError(usage);
  const token = (await readFile(tokenFile, "utf8")).trim();
  const response = await fetch(new URL(`/v1/instruments/${instrument}/signing-text`, url), {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok)
    throw new UserError(
      `máy chủ trả lời ${response.status} · the server answered ${response.status}: ${await response.text()}`,
    );
  const { payload, fields } = answer.parse(await response.json());
  const text: Json = z.json().parse(JSON.parse(payload));
  if (canonicalJson(text) !== payload)
    throw new UserError("không ký: văn bản không ở dạng chuẩn tắc · not signed: the text is not canonical");
  for (const field of fields) checkField(text, field);
  process.stderr.write(
    `${JSON.stringify(text, null, 2)}\n${fields.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`).join("\n")}\n`,
  );
  process.stdout.write(`${await signDetached(payload, signingKey.parse(JSON.parse(await readFile(key, "utf8"))))}\n`);
}

function readArgs(args: readonly string[]) {
  try {
    const options = {
      key: { type: "string" },
      "token-file": { type: "string" },
      instrument: { type: "string" },
      url: { type: "string", default: "http://127.0.0.1:8787" },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new UsageError(usage);
  }
}

/**
 * The text that is shown must be the text that is signed: each commitment in it must be that of the disclosed value.
 */
function checkField(text: Json, { path, salt, value }: z.infer<typeof answer>["fields"][number]): void {
  const sealed = z.object({ sealed: z.string() }).safeParse(at(text, path));
  const bytes = parseBase64(salt);
  if (!sealed.success || bytes?.length !== 32 || !checkCommitted(sealed.data, { salt: bytes, path, value })) {
    throw new UserError(`không ký: ${path} không khớp cam kết · not signed: ${path} is not what the text commits to`);
  }
}

/** JSON Pointer (RFC 6901), for names without ~ and /. */
function at(text: Json, path: string): unknown {
  return path
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
      text,
    );
}

export async function signDetached(payload: string, jwk: JWK): Promise<string> {
  const key = await importJWK(jwk, "EdDSA");
  const header = { alg: "EdDSA", ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
  const [head, , signature] = (await new CompactSign(utf8(payload)).setProtectedHeader(header).sign(key)).split(".");
  return `${head}..${signature}`;
}

if (import.meta.main) main(process.argv.slice(2)).catch(failWith);
