/** The API on workerd: `wrangler dev` with its local S3, in a session of its own, ended with all its children. */

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { httpAddress } from "../../src/address.ts";
import { UserError } from "../shared/user-error.ts";
import { freePort } from "./port.ts";
import { runningProcesses } from "./processes.ts";
import { type Settings, writeWhole } from "./settings.ts";

export interface EdgeOptions {
  /** The folder holds the local S3's objects, the worker's variables (0600) and wrangler's log. */
  readonly folder: string;
  readonly port: number;
  readonly appUrl: string;
  readonly sealerUrl: string;
  readonly settings: Settings;
  readonly jwksUrl: string;
}

export interface Edge {
  readonly url: string;
  /** The worker's variables, for a process beside it that must serve the same log. */
  readonly variables: Readonly<Record<string, string>>;
  /** Resolves when the worker ends by itself, with the last line that it printed. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

const minute = 60_000;

export async function startEdge(options: EdgeOptions, progress: (line: string) => void): Promise<Edge> {
  await endOrphans(options.folder);
  const port = await freePort(options.port);
  if (port !== options.port && options.port !== 0) progress(taken(options.port, port));
  const url = httpAddress("127.0.0.1", port);
  const variables = workerVariables(options, url);
  const log = join(options.folder, "wrangler.log");
  const child = await launch({ ...options, url, variables, log });
  const ended = new Promise<string>((resolve) => child.once("exit", () => resolve(lastWords(log))));
  // `wrangler dev` never fires a cron by itself, so a timer does. A run that fails is in the worker's own log.
  const crons = setInterval(() => {
    fetch(`${url}/cdn-cgi/local/scheduled`, { method: "POST" }).catch(() => undefined);
  }, minute);
  const stop = async (): Promise<void> => {
    clearInterval(crons);
    await endGroup(child);
  };
  try {
    await answering({ url, log, ended, progress });
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { url, variables, ended, stop };
}

function workerVariables({ settings, jwksUrl }: EdgeOptions, url: string): Record<string, string> {
  return {
    ...settings,
    ENVIRONMENT: "development",
    OIDC_JWKS_URL: jwksUrl,
    SIGNER_MEMORY: "s3",
    S3_ENDPOINT: `${url}/cdn-cgi/local/r2/s3`,
    S3_BUCKET: "minh-chung",
    // These are the credentials that wrangler.toml gives its local S3, which listens on loopback only.
    S3_ACCESS_KEY_ID: "development",
    S3_SECRET_ACCESS_KEY: "development-secret",
  };
}

interface Launch extends EdgeOptions {
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly log: string;
}

/** Secrets go through a file and the environment, since everybody may read a command line. */
async function launch({ folder, url, variables, log, appUrl, sealerUrl }: Launch): Promise<ChildProcess> {
  const variablesFile = join(folder, "worker.env");
  writeWhole(
    variablesFile,
    Object.entries(variables)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(""),
  );
  const inspector = await freePort(0);
  const listening = ["--ip=127.0.0.1", `--port=${new URL(url).port}`, `--inspector-port=${inspector}`];
  const kept = [persistence(folder), `--env-file=${variablesFile}`];
  const quiet = ["--show-interactive-dev-session=false", "--log-level=warn"];
  const output = openSync(log, "w", 0o600);
  const words = [join("node_modules", "wrangler", "bin", "wrangler.js"), "dev", ...listening, ...kept, ...quiet];
  const child = spawn(process.execPath, words, {
    env: {
      ...process.env,
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB: appUrl,
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_SEALING_DB: sealerUrl,
      WRANGLER_LOG_PATH: join(folder, "wrangler-logs"),
      WRANGLER_REGISTRY_PATH: join(folder, "wrangler-registry"),
    },
    stdio: ["ignore", output, output],
    detached: true,
  });
  closeSync(output);
  const killGroup = (): void => signalGroup(child, "SIGKILL");
  process.once("exit", killGroup);
  child.once("exit", () => process.off("exit", killGroup));
  return child;
}

interface Awaited {
  readonly url: string;
  readonly log: string;
  readonly ended: Promise<string>;
  readonly progress: (line: string) => void;
}

async function answering({ url, log, ended, progress }: Awaited): Promise<void> {
  const gone = ended.then((words) => ({ words }));
  let told = false;
  for (const started = performance.now(); performance.now() - started < 2 * minute; ) {
    const state = await Promise.race([gone, answersAt(url)]);
    if (typeof state === "object")
      throw new UserError(`API không khởi động được · the API did not start: ${state.words}`);
    if (state) return;
    if (told || performance.now() - started < minute / 2) continue;
    progress(stillWaiting(log));
    told = true;
  }
  throw new UserError(
    "quá hai phút API chưa trả lời, xem .dev/wrangler.log · the API did not answer within two minutes: see .dev/wrangler.log",
  );
}

function taken(wanted: number, port: number): string {
  return `cổng ${wanted} đã có chương trình khác dùng, lấy cổng ${port} · port ${wanted} is used by another program, taking ${port}`;
}

function stillWaiting(log: string): string {
  return `API sau 30 giây chưa trả lời: đợi thêm, hoặc Ctrl-C rồi xem ${log} · the API has not answered for 30 s: wait, or press Ctrl-C and read ${log}`;
}

/**
 * endOrphans ends what a start killed with -9 left behind: it holds the local S3's files and the port until it is gone.
 */
export async function endOrphans(folder: string): Promise<void> {
  const ours = runningProcesses().filter(({ command }) => command.includes(persistence(folder)));
  const groups = new Set(ours.map((each) => each.group));
  for (const group of groups) process.kill(-group, "SIGKILL");
  // A zombie may have threads that still hold the port, and some containers never reap one, so the wait is bounded.
  const remain = (): boolean => runningProcesses().some(({ group }) => groups.has(group));
  for (const started = performance.now(); remain() && performance.now() - started < 3_000; )
    await new Promise((resolve) => setTimeout(resolve, 50));
}

function persistence(folder: string): string {
  return `--persist-to=${join(folder, "wrangler")}`;
}

/** answersAt accepts any answer of /health: the answer itself says what is wrong. */
async function answersAt(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/health`, { signal: AbortSignal.timeout(20_000) });
    return true;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return false;
  }
}

function lastWords(log: string): string {
  const lines = readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => /error|✘/i.test(line));
  return `${lines.at(-1)?.trim() ?? "tự ngừng, không báo gì · it ended without a word"} (xem · see ${log})`;
}

/**
 * endGroup ends what is left of wrangler's process group: wrangler ends workerd when asked to, but not always all of
 * it.
 */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(impatience);
  }
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "ESRCH")) throw fault;
  }
}
