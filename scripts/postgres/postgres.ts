/**
 * PostgreSQL on 127.0.0.1, from the npm registry or installed, for development and tests, with the roles owner
 * (migrations only), app, sealer and reader. It listens on TCP only, since a Unix socket's path may not be longer than
 * 107 bytes.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { UserError } from "../shared/user-error.ts";
import { embeddedBinaries } from "./binaries.ts";
import { revokeBuiltins } from "./builtin-functions.ts";
import { type Cluster, lastLine, openCluster, postgresEnvironment } from "./cluster.ts";
import { freePort } from "../start/port.ts";
import { clearStaleLock } from "./cluster-lock.ts";
import { lost } from "../start/settings.ts";
import { ensureRole } from "./roles.ts";
import { asUser } from "./unprivileged.ts";

export interface PostgresOptions {
  /** The folder holds the data, the passwords (0600) and the server's own log. */
  readonly folder: string;
  /** The folder of its programs; without it those of the npm package. */
  readonly bin?: string;
  /** The first port to try; without it any free port. */
  readonly port?: number;
  readonly maxConnections?: number;
  /** `false` gives up fsync: only for tests that never cut the power. */
  readonly durable?: boolean;
}

export interface Postgres {
  readonly port: number;
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly sealerUrl: string;
  readonly readerUrl: string;
  /** `immediate` stops like a power cut: without a checkpoint, so the next start recovers. */
  readonly stop: (mode?: "fast" | "immediate") => Promise<void>;
}

const database = "minh_chung";

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const durable = options.durable ?? true;
  const cluster = openCluster(options.folder, options.bin ?? embeddedBinaries(), durable);
  await clearStaleLock(cluster.data);
  const { child, port } = await serve(cluster, options, durable);
  const url = (role: keyof Cluster["passwords"], name: string): string =>
    `postgres://${role}:${cluster.passwords[role]}@127.0.0.1:${port}/${name}`;
  const postgres: Postgres = {
    port,
    superuserUrl: url("postgres", "postgres"),
    ownerUrl: url("minh_chung_owner", database),
    appUrl: url("minh_chung_app", database),
    sealerUrl: url("minh_chung_sealer", database),
    readerUrl: url("minh_chung_reader", database),
    stop: (mode = "fast") => stop(child, mode),
  };
  await makeRoles(postgres.superuserUrl, cluster);
  await revokeBuiltins(url("postgres", database), "minh_chung_owner");
  return postgres;
}

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
}

/**
 * serve tries up to 20 times: a port can be taken between looking and binding, and the shared memory of a killed server
 * is released a moment late.
 */
async function serve(cluster: Cluster, options: PostgresOptions, durable: boolean): Promise<Served> {
  let port = options.port ?? 0;
  for (let attempt = 0; attempt < 20; attempt++) {
    port = await freePort(port);
    const child = launch(cluster, port, { connections: options.maxConnections ?? 300, durable });
    const fault = await readyOrComplaint(child, cluster, port);
    if (fault === undefined) return { child, port };
    if (fault.includes("Address already in use")) port = options.port === undefined ? 0 : port + 1;
    else if (fault.includes("shared memory block")) await pause(500);
    else
      throw new UserError(
        `PostgreSQL không khởi động được · did not start: ${fault} (xem · see ${logFile(cluster)}; npm run reset xóa hết dữ liệu · removes all data)`,
      );
  }
  throw new UserError(
    `PostgreSQL thử 20 lần vẫn không chạy · did not start in 20 attempts: xem · see ${logFile(cluster)}`,
  );
}

function launch(cluster: Cluster, port: number, limits: { connections: number; durable: boolean }): ChildProcess {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: limits.connections,
    timezone: "UTC",
    // The passwords have 192 random bits: more iterations would only slow every connection. PostgreSQL 15 has a fixed number.
    ...(cluster.major < 16 ? {} : { scram_iterations: 64 }),
    ...(limits.durable ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  const [program, ...prefix] = asUser(cluster.runAs, cluster.program);
  const log = openSync(logFile(cluster), "w", 0o600);
  const child = spawn(
    program,
    [...prefix, "-D", cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // The server gets a session of its own: a Ctrl-C in the terminal must not end the database before its users.
    { stdio: ["ignore", log, log], env: postgresEnvironment(), detached: true, cwd: cluster.folder },
  );
  closeSync(log);
  const end = (): void => void child.kill("SIGINT");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  return child;
}

/**
 * readyOrComplaint returns undefined once the server accepts connections, or the last line of its log when it ended
 * instead.
 */
async function readyOrComplaint(child: ChildProcess, cluster: Cluster, port: number): Promise<string | undefined> {
  let fault: Error | undefined;
  child.once("error", (error) => (fault = error));
  for (const started = performance.now(); performance.now() - started < 60_000; ) {
    if (fault !== undefined) return fault.message;
    if (child.exitCode !== null || child.signalCode !== null) return complaint(cluster);
    if (await answers(port, cluster)) return undefined;
    await pause(25);
  }
  await stop(child, "immediate");
  return "it did not answer within 60 s";
}

function complaint(cluster: Cluster): string {
  const lines = readFileSync(logFile(cluster), "utf8").split("\n");
  return (
    lines.find((line) => line.includes("Address already in use")) ??
    lines.find((line) => line.includes("FATAL")) ??
    lastLine(lines.join("\n"))
  );
}

async function answers(port: number, cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: cluster.passwords.postgres,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (fault) {
    if (isWrongPassword(fault)) throw new UserError(lost(join(cluster.folder, "passwords.json")), { cause: fault });
    return false;
  }
}

function isWrongPassword(fault: unknown): boolean {
  return fault instanceof pg.DatabaseError && fault.code === "28P01";
}

async function makeRoles(superuserUrl: string, cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const role of ["minh_chung_owner", "minh_chung_app", "minh_chung_sealer", "minh_chung_reader"] as const)
      await ensureRole(client, role, cluster.passwords[role]);
    const known = await client.query("select from pg_database where datname = $1", [database]);
    if (known.rowCount === 0) await client.query(`create database ${database} owner minh_chung_owner`);
  } finally {
    await client.end();
  }
}

async function stop(child: ChildProcess, mode: "fast" | "immediate"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(mode === "fast" ? "SIGINT" : "SIGQUIT");
  const impatience = setTimeout(() => child.kill("SIGQUIT"), 15_000);
  await ended;
  clearTimeout(impatience);
}

function logFile(cluster: Cluster): string {
  return join(cluster.folder, "postgres.log");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
