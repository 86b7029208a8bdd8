/** Which runs of vitest `npm test` makes, on which PostgreSQL, and what it leaves out. */

import { packagedVersions } from "../postgres/binaries.ts";
import { packagedPart } from "./packaged-part.ts";

/** What decides: the words after `--`, and what the machine has. */
export interface Given {
  readonly words: readonly string[];
  /** TEST_POSTGRES names the one PostgreSQL to run on. */
  readonly named: boolean;
  /** The version of that one, or of the npm package's. */
  readonly version: string;
  /** The versions that Debian's packages have put here, by what each says of itself: 15 is "15.18". */
  readonly installed: Readonly<Record<string, string>>;
  readonly browser: boolean;
}

export interface Run {
  readonly what: string;
  /** The version on which it runs; undefined where no test asks for a database. */
  readonly postgres: string | undefined;
  readonly asked: readonly string[];
  readonly variables: NodeJS.ProcessEnv;
}

/** planRuns names the whole suite or what the words ask for, then the packaged part on each older version that is here. */
export function planRuns(given: Given): readonly Run[] {
  const whole = given.words.length === 0;
  const first: Run = {
    what: whole ? "the suite" : "what was asked for",
    postgres: wantsDatabase(given) ? given.version : undefined,
    asked: [...projects(given), ...given.words],
    variables: {},
  };
  if (!whole || given.named) return [first];
  const others = Object.entries(given.installed).map(
    ([major, postgres]): Run => ({
      what: "the part that depends on the database",
      postgres,
      asked: ["--project=system", ...packagedPart],
      variables: { TEST_POSTGRES: major },
    }),
  );
  return [first, ...others];
}

/** namedProjects are those of the words; vitest runs the union of what is named, so none is added to them. */
function namedProjects({ words }: Given): readonly string[] {
  return words.filter((word) => word.startsWith("--project"));
}

function wantsDatabase(given: Given): boolean {
  const named = namedProjects(given);
  return named.length === 0 || named.some((word) => word !== "--project=ground");
}

function projects(given: Given): readonly string[] {
  if (namedProjects(given).length > 0) return [];
  return ["ground", "system", ...(given.browser ? ["browser"] : [])].map((name) => `--project=${name}`);
}

/** leftOut says in a line each what did not run, and how it would. */
export function leftOut(given: Given): readonly string[] {
  const noBrowser = given.browser || namedProjects(given).length > 0 ? [] : [noChromium];
  if (!wantsDatabase(given)) return noBrowser;
  const ran = planRuns(given).map(({ postgres }) => Number.parseInt(postgres ?? "", 10));
  const versions = packagedVersions.filter((version) => !ran.includes(Number(version)));
  return [...noBrowser, ...versions.map((version) => notRun(version, version in given.installed))];
}

const noChromium = "test/browser, there is no Chromium (apt-get install chromium, or set CHROMIUM)";

function notRun(version: string, here: boolean): string {
  return here
    ? `PostgreSQL ${version}, which is here (npm test without words, or with TEST_POSTGRES=${version})`
    : `PostgreSQL ${version}, which is not here (apt-get install postgresql-${version})`;
}
