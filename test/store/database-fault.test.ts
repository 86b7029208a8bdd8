/** What a fault of PostgreSQL or of the way to it means: it may pass, an operator mends it, or it is a fault of ours. */

import { describe, expect, it } from "vitest";
import { TryAgain } from "../../src/service/ports.ts";
import { connectingFault, passingFault } from "../../src/store/database-fault.ts";

function told(fault: unknown, write = true): readonly [code: string, recorded: string] | undefined {
  const passing = passingFault(fault, write);
  return passing instanceof TryAgain ? [passing.code, passing.recorded] : undefined;
}

describe("a fault that may pass says of a command", () => {
  it.each(["40001", "40P01", "55P03", "57014", "25P03"])("%s: the server answered, so nothing was recorded", (code) => {
    expect(told({ code })).toEqual([code, "no"]);
  });

  it.each(["57P01", "57P02", "57P05", "57000", "08006", "08003", "08P01", "40003", "25P04"])(
    "%s: the session ended, so the command may have been recorded",
    (code) => {
      expect(told({ code })).toEqual([code, "unknown"]);
      expect(told({ code }, false)).toEqual([code, "no"]);
    },
  );

  it.each(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"])(
    "%s: the connection broke, so the command may have been recorded",
    (code) => {
      expect(told({ code })).toEqual(["connection-lost", "unknown"]);
    },
  );

  it("a refused connection: nothing was recorded", () => {
    expect(told({ code: "ECONNREFUSED" })).toEqual(["connection-lost", "no"]);
  });

  it.each(["23505", "42501", "42P01", "XX000", "P0001", "54000"])("%s: nothing, for it stays a fault", (code) => {
    expect(told({ code })).toBeUndefined();
  });
});

describe("a fault that an operator mends is named, and nothing was recorded", () => {
  it.each([
    ["28P01", "database-password-wrong"],
    ["28000", "database-login-refused"],
    ["3D000", "database-missing"],
    ["25006", "database-read-only"],
    ["53000", "database-out-of-resources"],
    ["53100", "database-full"],
    ["53200", "database-out-of-memory"],
    ["53300", "database-connections-full"],
    ["53400", "database-out-of-resources"],
    ["58030", "database-disk-broken"],
    ["57P03", "database-starting"],
  ])("%s: %s", (code, trouble) => {
    expect(told({ code })).toEqual([trouble, "no"]);
    expect(connectingFault({ code })).toMatchObject({ code: trouble, recorded: "no" });
  });

  it("but a database that was dropped under its session may have taken the command", () => {
    expect(told({ code: "57P04" })).toEqual(["database-missing", "unknown"]);
  });
});

describe("a connection that was not made sent nothing", () => {
  it.each([
    [{ code: "42501" }, "database-login-refused"],
    [{ code: "55000" }, "database-missing"],
    [{ code: "57P01" }, "database-unreachable"],
    [{ code: "ENOTFOUND" }, "database-unreachable"],
    [new Error("Connection terminated due to connection timeout"), "database-unreachable"],
    [new Error("timeout exceeded when trying to connect"), "no-connection-free"],
  ])("%o: %s", (fault, code) => {
    expect(connectingFault(fault)).toMatchObject({ code, recorded: "no" });
  });
});
