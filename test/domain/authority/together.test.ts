/** What one command records at once: nothing of it stands alone, and nothing of it may be left out. */

import { describe, expect, it } from "vitest";
import { endAuthority, openAuthority, readAuthority } from "../../../src/domain/authority/authority.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { entryOf, personIn, reasonOf } from "../../kit/log/forging.ts";
import { eventOf } from "../../kit/log/pure-log.ts";

const { log, here, there } = await everyEvent();

describe.each([
  ["intake intake-decided", "agency-officer"],
  ["intake intake-decided", "importer"],
  ["finding finding-merged", "procurator"],
  ["finding finding-put-in", "procurator"],
  ["finding finding-put-in", "importer"],
  ["finding finding-taken-out", "procurator"],
  ["finding finding-taken-out", "chief-procurator"],
  ["numbering number-given", "chief-procurator"],
  ["numbering number-given", "importer"],
  ["instrument instrument-issued", "importer"],
  ["instrument instrument-served", "importer"],
  ["instrument instrument-received", "importer"],
  ["instrument instrument-withdrawn", "importer"],
  ["login login-linked", "directory-administrator"],
])("%s by %s", (made, by) => {
  const entry = entryOf(log, { made, by });

  it("stands right after what it belongs to", () => {
    expect(reasonOf(entry)).toBeUndefined();
    expect(reasonOf(entry, {}, (known) => (known.recording = undefined))).toBe("made-alone");
  });

  it("and is of the same actor in the same role", () => {
    const who = {
      ...personIn(entry),
      person: here.head.person === personIn(entry).person ? there.head.person : here.head.person,
    };
    const change = (known: (typeof entry)["known"]): void => {
      if (known.recording !== undefined) known.recording = { ...known.recording, actor: who };
    };
    expect(reasonOf(entry, {}, change)).toBe("made-alone");
  });
});

it.each([
  ["an office's closing", "office office-closed", {}],
  ["a supervision", "office supervision-assigned", {}],
  ["a strong role", "person role-granted", { role: "law-keeper" }],
  ["an officer's key", "person key-registered", {}],
])("%s that two administrators made stands right after its adoption", (_, made, data) => {
  const entries = log.entries.map((each) => eventOf(each));
  const index = entries.findIndex(
    (each) =>
      `${String(each["stream"]).split("/")[0]} ${String(each["type"])}` === made &&
      Object.hasOwn(each["data"] as object, "proposedBy") &&
      Object.entries(data).every(([name, value]) =>
        Object.entries(each["data"] as object).some(([n, v]) => n === name && v === value),
      ),
  );
  const audit = openAuthority();
  for (const [at, event] of log.entries.slice(0, index).entries())
    readAuthority(audit, { index: at, event, isSealed: true });
  const entry = { index, event: entries[index] ?? {}, known: audit.known };
  expect(entries[index - 1]?.["type"]).toBe("change-adopted");
  expect(reasonOf(entry)).toBeUndefined();
  const alone = reasonOf(entry, {}, (known) => (known.recording = undefined));
  expect(["made-alone", "not-by-two"]).toContain(alone);
  const changed = { ...(entry.event["data"] as object), by: here.head.person };
  expect(["actor-differs", "made-alone", "not-by-two"]).toContain(reasonOf(entry, { data: changed }));
});

/** The types of which a recording must hold one more right after them. */
const leading: readonly (readonly [string, string, string])[] = [
  ["case-opened", "agency-officer", "intake-decided"],
  ["findings-merged-in", "procurator", "finding-merged"],
  ["instrument-drafted", "procurator", "finding-put-in"],
  ["instrument-drafted", "importer", "instrument-issued"],
  ["instrument-issued", "chief-procurator", "number-given"],
  ["person-registered", "directory-administrator", "login-linked"],
  ["change-adopted", "directory-administrator", "role-granted"],
  ["reconsideration-answered", "chief-procurator", "instrument-withdrawn"],
];

it.each(leading)("%s by %s without its %s is made alone, and no other entry is accused", (type, role, owed) => {
  const entries = log.entries.map((entry) => ({ entry, event: eventOf(entry) }));
  const first = entries.findIndex(
    ({ event }, index) =>
      event["type"] === type &&
      (event["actor"] as { readonly role?: string }).role === role &&
      entries.slice(index + 1, index + 9).some((next) => next.event["type"] === owed) &&
      (type !== "change-adopted" || entries[index + 1]?.event["type"] === owed) &&
      (type !== "reconsideration-answered" || (event["data"] as { outcome?: string }).outcome === "withdrawn"),
  );
  const left = entries.findIndex(({ event }, index) => index > first && event["type"] === owed);
  const audit = openAuthority();
  const found = entries
    .slice(0, first + 1)
    .flatMap(({ entry }, index) => readAuthority(audit, { index, event: entry, isSealed: true }));
  expect(found).toEqual([]);
  expect(left).toBeGreaterThan(first);
  expect(endAuthority(audit)).toMatchObject([{ index: first, reason: "made-alone", type }]);
  expect(endAuthority(audit)).toEqual([]);
});

it("what follows an entry that nobody read, or that was edited, is not taken for its recording", () => {
  const index = log.entries.findIndex((entry) => eventOf(entry)["type"] === "case-opened");
  const honest = { isSealed: true };
  const play = (leadingEntry: "edited" | "missing" | "there") => {
    const audit = openAuthority();
    return log.entries.slice(0, index + 2).flatMap((event, at) => {
      if (at === index && leadingEntry === "missing") return [];
      return readAuthority(audit, {
        index: at,
        event,
        ...(at === index ? { isSealed: leadingEntry === "there" } : honest),
      });
    });
  };
  expect(play("there")).toEqual([]);
  expect(play("edited")).toMatchObject([{ index: index + 1, reason: "made-alone", type: "intake-decided" }]);
  expect(play("missing")).toMatchObject([{ index: index + 1, reason: "made-alone", type: "intake-decided" }]);
});
