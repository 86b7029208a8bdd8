/** The tests run on the PostgreSQL that TEST_POSTGRES names, or say that there is none: never on another in silence. */

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  debianBinaries,
  embeddedBinaries,
  isInstalled,
  packagedVersions,
  testedBinaries,
  versionOf,
} from "../../scripts/postgres/binaries.ts";
import { openCluster } from "../../scripts/postgres/cluster.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "minh-chung-binaries-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Makes programs that say they are this version; initdb writes its words into the folder that it should fill. */
function pretend(version: string): void {
  for (const program of ["postgres", "initdb"]) {
    const said = `if [ "$1" = --version ]; then echo "postgres (PostgreSQL) ${version}"; else echo "$@" >"$2/words"; fi`;
    writeFileSync(join(folder, program), `#!/bin/sh\n${said}\n`);
    chmodSync(join(folder, program), 0o755);
  }
}

describe("TEST_POSTGRES", () => {
  it("is the npm package's when it is not set", () => {
    for (const unset of [undefined, ""]) {
      vi.stubEnv("TEST_POSTGRES", unset);
      expect(testedBinaries()).toBe(embeddedBinaries());
    }
    expect(versionOf(embeddedBinaries())).toMatch(/^18\./);
  });

  it("may be a folder", () => {
    pretend("16.9 (Debian 16.9-1)");
    vi.stubEnv("TEST_POSTGRES", folder);
    expect(testedBinaries()).toBe(folder);
    expect(versionOf(testedBinaries())).toBe("16.9");
  });

  it("may be a version, of which Debian's package is taken", () => {
    for (const version of packagedVersions.filter((each) => isInstalled(debianBinaries(each)))) {
      vi.stubEnv("TEST_POSTGRES", version);
      expect(testedBinaries()).toBe(`/usr/lib/postgresql/${version}/bin`);
      expect(versionOf(testedBinaries())).toMatch(new RegExp(`^${version}\\.`));
    }
  });

  it("is refused when it names none", () => {
    for (const wrong of ["9", "/nowhere", folder]) {
      vi.stubEnv("TEST_POSTGRES", wrong);
      expect(testedBinaries).toThrow("there is no PostgreSQL in");
    }
  });

  it("is refused when what it names is not PostgreSQL", () => {
    pretend("");
    expect(() => versionOf(folder)).toThrow("does not run");
  });
});

it.each([
  ["15.18 (Debian 15.18-0+deb12u1)", "--locale=C --encoding"],
  ["16.9", "--locale=C --encoding"],
  ["17.0", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding"],
  ["18beta1", "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding"],
])("PostgreSQL %s is asked for the locale %s", (version, words) => {
  pretend(version);
  const { data, major } = openCluster(join(folder, "cluster"), folder, false);
  expect(readFileSync(join(data, "words"), "utf8")).toContain(` ${words}=UTF8 `);
  expect(major).toBe(Number(version.slice(0, 2)));
});
