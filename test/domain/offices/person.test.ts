/** What a person may do today follows from the roles that the directory in the log gives, with their days (src/README.md#access). */

import { describe, expect, it } from "vitest";
import { formatId, type Id, type OfficeId, type PersonId } from "../../../src/base/ids.ts";
import type { EventOf } from "../../../src/domain/events.ts";
import { publicKey, committed } from "../../../src/domain/field.ts";
import { evolvePerson, keyInForce, officesOf, type PersonState, rolesAt } from "../../../src/domain/offices/person.ts";
import { day } from "../../kit/host/stage.ts";

const [here, there] = [formatId<OfficeId>(new Uint8Array(16).fill(1)), formatId<OfficeId>(new Uint8Array(16).fill(2))];
const key = formatId<Id<"key">>(new Uint8Array(16).fill(3));

const registered: EventOf<"person"> = {
  type: "person-registered",
  data: {
    person: formatId<PersonId>(new Uint8Array(16).fill(4)),
    name: committed.parse({ sealed: "0".repeat(64) }),
    login: formatId<Id<"login">>(new Uint8Array(16).fill(5)),
  },
};

function person(...events: readonly EventOf<"person">[]): PersonState {
  const at = { recordedOn: day("2026-01-01") };
  const begun = evolvePerson(undefined, registered, at);
  return events.reduce<PersonState>((state, event) => evolvePerson(state, event, at), begun);
}

function granted(from: string, until?: string): EventOf<"person"> {
  const span = { from: day(from), ...(until === undefined ? {} : { until: day(until) }) };
  return { type: "role-granted", data: { office: here, role: "procurator", ...span } };
}

function ended(endedOn: string): EventOf<"person"> {
  return { type: "role-ended", data: { office: here, role: "procurator", endedOn: day(endedOn) } };
}

describe("a role", () => {
  const limited = person(granted("2026-01-01", "2026-03-01"));

  it.each([
    ["is not held on the day before its first", "2025-12-31", []],
    ["is held on its first day", "2026-01-01", ["procurator"]],
    ["is held on the day before it runs out", "2026-02-28", ["procurator"]],
    ["is not held on the day on which it runs out", "2026-03-01", []],
  ] as const)("%s", (_, today, expected) => {
    expect(rolesAt(limited, here, day(today))).toEqual(expected);
  });

  it("is held at its office only", () => {
    expect(rolesAt(limited, there, day("2026-01-01"))).toEqual([]);
  });

  it("is not held from the day on which it was ended", () => {
    const state = person(granted("2026-01-01"), ended("2026-02-01"));
    expect([rolesAt(state, here, day("2026-01-31")), rolesAt(state, here, day("2026-02-01"))]).toEqual([
      ["procurator"],
      [],
    ]);
  });

  it("is held again when it is granted again after its end", () => {
    const state = person(granted("2026-01-01"), ended("2026-02-01"), granted("2026-03-01"));
    expect(rolesAt(state, here, day("2026-03-01"))).toEqual(["procurator"]);
  });

  it("that is granted twice counts once", () => {
    expect(rolesAt(person(granted("2026-01-01"), granted("2026-02-01")), here, day("2026-02-01"))).toEqual([
      "procurator",
    ]);
  });

  it("makes its office one of the person's", () => {
    expect(officesOf(limited, day("2026-01-01"))).toEqual([here]);
  });

  it("that nobody holds cannot have ended", () => {
    expect(() => person(ended("2026-02-01"))).toThrow("no such role is held");
  });
});

describe("a key", () => {
  const data = { key, publicKey: publicKey.parse("A".repeat(43)), from: day("2026-01-01") };
  const state = person(
    { type: "key-registered", data },
    { type: "key-revoked", data: { key, revokedOn: day("2026-02-01") } },
  );

  it.each([
    ["does not sign before it was registered", "2025-12-31", false],
    ["signs from the day of its registration", "2026-01-01", true],
    ["signs on the day before it was revoked", "2026-01-31", true],
    ["does not sign on the day on which it was revoked", "2026-02-01", false],
  ] as const)("%s", (_, today, expected) => {
    expect(keyInForce(state, key, day(today)) !== undefined).toBe(expected);
  });
});
