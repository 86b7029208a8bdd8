/** The environment variables, parsed once. A missing or malformed one is named before anything starts. */

import { z } from "zod";
import { parseBase64 } from "./base/bytes.ts";

const secret = z.string().transform((text, context) => {
  const bytes = parseBase64(text);
  if (bytes?.length === 32) return bytes;
  context.addIssue({ code: "custom", message: "32 bytes in base64" });
  return z.NEVER;
});

/** Addresses as browsers send them in Origin: scheme, host and, unless it is the usual one, port. */
const origins = z.string().transform((text, context) => {
  const listed = text.split(/[\s,]+/).filter((origin) => origin !== "");
  const wrong = listed.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong === undefined && listed.length > 0) return listed;
  context.addIssue({ code: "custom", message: `https://host${wrong === undefined ? "" : `, not ${wrong}`}` });
  return z.NEVER;
});

const variables = z.object({
  ENVIRONMENT: z.enum(["development", "production"]).default("production"),
  /** The Ed25519 key of the log as Go's note package writes it; LOG_PUBLIC_KEY is its public key in hexadecimal. */
  LOG_KEY: z.string(),
  LOG_PUBLIC_KEY: z.string(),
  /** 32 random bytes in base64; the keys that wrap subjects' keys and of the keyed digests derive from them. */
  SECRET_KEY: secret,
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().default("minh-chung"),
  OIDC_JWKS_URL: z.url(),
  /** Seconds from the issue of a token to its end, at most: a day by default, a month at the very most. */
  TOKEN_LONGEST_LIFE: z.coerce.number().int().min(60).max(2_592_000).default(86_400),
  /** The origins under which browsers know the console. */
  PUBLIC_ORIGINS: origins.optional(),
  /** With "s3" the signer detects a restored database; with "database" it does not, and /health says so. */
  SIGNER_MEMORY: z.enum(["s3", "database"]).default("s3"),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("auto"),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
});

/** The further variables of a process that listens by itself (Node). */
const listening = z.object({
  /** Connects as the role minh_chung_app, which reads. */
  DATABASE_URL: z.string(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(1000).default(32),
  /** Connects as the role minh_chung_sealer, which records and seals. */
  SEALING_DATABASE_URL: z.string(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8788),
  /** Sockets at once; one more is closed. Each costs some 20 kB, and those of a proxy are few. */
  HTTP_CONNECTIONS: z.coerce.number().int().min(1).max(100_000).default(4000),
});

export type Env = z.infer<typeof variables>;
export type Listening = z.infer<typeof listening>;

/** Its message is one line for the person who set the environment. */
export class EnvironmentWrong extends Error {
  override readonly name = "EnvironmentWrong";
}

export function parseEnv(environment: unknown): Env {
  return parse(variables, environment);
}

export function parseListening(environment: unknown): Listening {
  return parse(listening, environment);
}

function parse<T>(shape: z.ZodType<T>, environment: unknown): T {
  const parsed = shape.safeParse(environment);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
  throw new EnvironmentWrong(`biến môi trường thiếu hoặc sai · variables missing or wrong: ${wrong.join("; ")}`);
}
