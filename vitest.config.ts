/**
 * The tests' rooms. `ground` is pure and needs nothing; `system` has a real PostgreSQL, started once a run by globalSetup.
 * `browser` is a project of its own, because `npm test` leaves it out, and says so, where there is no Chromium.
 */

import { defineConfig } from "vitest/config";

const ground = ["base", "log", "law", "domain"].map((room) => `test/${room}/**/*.test.{ts,tsx}`);
const whole = { testTimeout: 30_000, hookTimeout: 60_000, globalSetup: ["test/kit/postgres/postgres-setup.ts"] };

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    env: { CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_METRICS: "false" },
    // Two cores: more workers only wait for one another, and each holds database connections.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "ground", include: [...ground, "test/*.test.ts"], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          ...whole,
          name: "system",
          include: ["test/*/**/*.test.{ts,tsx}"],
          exclude: [...ground, "test/browser/**"],
        },
      },
      {
        extends: true,
        test: { ...whole, name: "browser", include: ["test/browser/**/*.test.ts"], testTimeout: 120_000 },
      },
    ],
  },
});
