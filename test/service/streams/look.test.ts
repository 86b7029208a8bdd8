/** One look is one row: what a request shows is gathered, and noted once, before the answer leaves. */

import { describe, expect, it } from "vitest";
import type { Host } from "../../../src/service/host.ts";
import type { JournalLook } from "../../../src/service/journal-port.ts";
import { lookingHost } from "../../../src/service/streams/look.ts";

interface Noted {
  readonly look: JournalLook;
  readonly page: string | undefined;
}

/** A host with nothing but a journal. */
function journalling(noted: Noted[], fault?: Error): Host {
  const note = async (look: JournalLook, page?: string): Promise<void> => {
    if (fault !== undefined) throw fault;
    noted.push({ look, page });
  };
  return { journal: { note } } as unknown as Host;
}

const who = { person: "p", office: "o" };

describe("a request", () => {
  it("that showed nothing notes nothing", async () => {
    const noted: Noted[] = [];
    await lookingHost(journalling(noted), "GET /").noteLooks();
    expect(noted).toEqual([]);
  });

  it("notes nothing before it is answered, and then all that it showed as one look, each field once", async () => {
    const noted: Noted[] = [];
    const { host, noteLooks } = lookingHost(journalling(noted), "GET /console/today");
    await host.journal.note({ ...who, shown: [{ stream: "case/1", sealed: ["a"] }] });
    await host.journal.note({ ...who, shown: [{ stream: "case/2", sealed: ["b"] }] });
    await host.journal.note({ ...who, shown: [{ stream: "case/1", sealed: ["a", "c"] }] });
    expect(noted).toEqual([]);
    await noteLooks();
    const shown = [
      { stream: "case/1", sealed: ["a", "c"] },
      { stream: "case/2", sealed: ["b"] },
    ];
    expect(noted).toEqual([{ look: { ...who, shown }, page: "GET /console/today" }]);
    await noteLooks();
    expect(noted).toHaveLength(1);
  });

  it("keeps the looks of two persons apart", async () => {
    const noted: Noted[] = [];
    const { host, noteLooks } = lookingHost(journalling(noted), "GET /");
    for (const person of ["p", "q"])
      await host.journal.note({ ...who, person, shown: [{ stream: "case/1", sealed: ["a"] }] });
    await noteLooks();
    expect(noted.map(({ look }) => look.person)).toEqual(["p", "q"]);
  });

  it("fails when its look cannot be noted", async () => {
    const { host, noteLooks } = lookingHost(journalling([], new Error("no row")), "GET /");
    await host.journal.note({ ...who, shown: [{ stream: "case/1", sealed: ["a"] }] });
    await expect(noteLooks()).rejects.toThrow("no row");
  });
});
