/**
 * npm start runs PostgreSQL, the migrations, the API on workerd with its local S3, and the demonstration data, and
 * prints one screen. Ctrl-C, SIGTERM or the end of the parent process ends everything, in the opposite order.
 */

import { chmodSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "./shared/user-error.ts";
import { openDatabase } from "./postgres/database.ts";
import { subjects } from "./demo/people.ts";
import { demonstrate, wasCutShort } from "./start/demonstration.ts";
import { startEdge } from "./start/edge.ts";
import { failWith } from "./shared/failing.ts";
import { startIssuer } from "./start/issuer.ts";
import { removeData } from "./start/dev-data.ts";
import { refuseForeign } from "./start/owner.ts";
import { readPort } from "./start/port.ts";
import { sayEnded, sayRunning, whoRuns } from "./start/running.ts";
import { readSettings } from "./start/settings.ts";
import { welcome } from "./start/welcome.ts";

const folder = resolve(".dev");
const stops: (() => Promise<void>)[] = [];
let ending: Promise<never> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) {
  process.on(signal, () => {
    end(0).catch(failWith);
  });
}
process.channel?.unref();

try {
  await start();
} catch (fault) {
  if (ending === undefined) failWith(fault);
  await end(1);
}

async function start(): Promise<void> {
  const port = readPort(process.env["PORT"] ?? "8787");
  mkdirSync(folder, { recursive: true });
  refuseForeign(folder);
  chmodSync(folder, 0o700); // npm test may have made the folder, with the default mode.
  const other = whoRuns(folder);
  if (other !== undefined)
    throw new UserError(
      `đã chạy trong thư mục này (tiến trình ${other.pid}) · it already runs in this folder (process ${other.pid}): ${other.url || "đang khởi động · starting"}`,
    );
  if (wasCutShort(folder)) await beginAgain();
  sayRunning(folder, "");
  stops.push(async () => sayEnded(folder));

  const database = await keep(
    () => openDatabase(folder, progress),
    (opened) => opened.stop(),
  );
  const settings = await readSettings(folder);
  const issuer = await keep(
    () => startIssuer({ folder, issuer: settings.OIDC_ISSUER, port: 8700 }),
    (started) => started.close(),
  );
  await issuer.writeTokens(subjects.map((subject) => ({ name: subject, subject })));

  progress("khởi động API trên workerd, thường mất vài giây · starting the API on workerd, usually a few seconds");
  const options = {
    folder,
    port,
    appUrl: database.appUrl,
    sealerUrl: database.sealerUrl,
    settings,
    jwksUrl: issuer.jwksUrl,
  };
  const edge = await keep(
    () => startEdge(options, progress),
    (started) => started.stop(),
  );
  await demonstrate({ folder, ...database, variables: edge.variables, progress });
  sayRunning(folder, edge.url);
  console.log(welcome({ url: edge.url, people: subjects }));

  const words = await edge.ended;
  if (ending === undefined) throw new UserError(`API đã ngừng · the API ended: ${words}`);
}

/**
 * beginAgain removes a log that was never finished. Its address was never printed, so nobody else can have recorded
 * anything in it.
 */
async function beginAgain(): Promise<void> {
  if (process.env["DATABASE_URL"] !== undefined) {
    throw new UserError(
      "lần khởi động trước bị ngắt khi đang nạp dữ liệu: chạy npm run reset, rồi đặt DATABASE_URL tới một cơ sở dữ liệu trống · an earlier start ended while it filled the log: run npm run reset, then set DATABASE_URL to an empty database",
    );
  }
  progress(
    "lần trước bị ngắt khi đang nạp dữ liệu, làm lại từ đầu · an earlier start ended while it filled the log: beginning again",
  );
  await removeData(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * keep starts one part and notes how to stop it. It starts nothing once the end has begun, and what is still starting
 * then is stopped as soon as it has started.
 */
async function keep<T>(begin: () => Promise<T>, stop: (started: T) => Promise<void>): Promise<T> {
  if (ending !== undefined) return ending;
  const starting = begin();
  stops.push(async () => {
    const outcome = await Promise.allSettled([starting]);
    if (outcome[0].status === "fulfilled") await stop(outcome[0].value);
  });
  const started = await starting;
  return ending ?? started;
}

function end(code: number): Promise<never> {
  ending ??= stopAll(code);
  return ending;
}

async function stopAll(code: number): Promise<never> {
  for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop().catch(console.error);
  if (code === 0) progress("đã dừng, dữ liệu còn nguyên · stopped, the data are kept");
  process.exit(code);
}

function progress(line: string): void {
  console.error(`… ${line}`);
}
