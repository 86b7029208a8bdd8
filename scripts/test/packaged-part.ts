/**
 * The part of the suite that runs again on each PostgreSQL before the npm package's own that Debian's packages put on
 * this machine: what depends on the database itself, which are its functions, triggers and rights, what PostgreSQL says
 * of them, the plans, and the job from the first case to the audit.
 */

/** Files and folders, as vitest takes them; about a minute and a half on two quiet cores. */
export const packagedPart: readonly string[] = [
  "test/scripts/postgres.test.ts",
  "test/store",
  "test/fault/catalog.test.ts",
  "test/fault/clock.test.ts",
  "test/fault/crafted-calls.test.ts",
  "test/fault/forged.test.ts",
  "test/fault/pairs.test.ts",
  "test/fault/planted.test.ts",
  "test/fault/rights.test.ts",
  "test/http/main-job.test.ts",
  "test/service/auditing",
];
