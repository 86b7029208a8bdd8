/** A log that was founded with one administrator gets its second by the founding, and no third (src/README.md#two-administrators). */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "../../../src/base/day.ts";
import { formatId, type Id, type OfficeId, type PersonId } from "../../../src/base/ids.ts";
import type { NewEvent } from "../../../src/domain/command.ts";
import { code } from "../../../src/domain/field.ts";
import { endRole } from "../../../src/domain/offices/commands.ts";
import { personal, reference } from "../../../src/domain/secret.ts";
import { foundDirectory } from "../../../src/service/recording/founding.ts";
import { openLog } from "../../../src/service/recording/opening.ts";
import { recordBySystem, systemScope } from "../../../src/service/recording/system-recording.ts";
import { loginId } from "../../../src/service/streams/who.ts";
import { checkLog } from "../../kit/host/check-log.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import {
  administratorIdentity,
  agree,
  first,
  founders,
  register,
  second,
  subjectAsks,
} from "../../kit/host/two-administrators.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

let whole: TestHost;
let drop: () => Promise<void>;
const newId = <T extends Id<string>>(): T => formatId<T>(whole.host.random(16));
let office: OfficeId;
let person: PersonId;

/** What the founding recorded before it named two. */
async function foundWithOne(): Promise<void> {
  const { host } = whole;
  await openLog(host);
  [office, person] = [newId<OfficeId>(), newId<PersonId>()];
  const login = await loginId(administratorIdentity(first), host);
  const loaded = await host.load([]);
  const from = dayOf(loaded.now);
  const opened = {
    office,
    code: code.parse("van-hanh"),
    kind: "operator",
    name: reference("v"),
    openedOn: from,
  } as const;
  const events: readonly NewEvent[] = [
    { kind: "office", id: office, event: { type: "office-opened", data: opened } },
    { kind: "login", id: login, event: { type: "login-linked", data: { person } } },
    {
      kind: "person",
      id: person,
      event: { type: "person-registered", data: { person, name: personal("một", person), login } },
    },
    {
      kind: "person",
      id: person,
      event: { type: "role-granted", data: { office, role: "directory-administrator", from } },
    },
  ];
  await recordBySystem({ events, loaded, actor: { system: "opening" }, scope: systemScope("founding/v1") }, host);
}

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  whole = await makeTestHost(database);
  await foundWithOne();
});
afterAll(async () => {
  await checkLog(whole);
  await whole.end();
  await drop();
});

describe("a log that has one administrator", () => {
  it("gets the second from the system, once, at the same office", async () => {
    const { size } = await whole.host.log.head();
    expect(await foundDirectory(founders, whole.host)).toBe(true);
    // The login, the person, the role and the naming: the first is left as they are.
    expect((await whole.host.log.head()).size).toBe(size + 4);
    expect(await foundDirectory(founders, whole.host)).toBe(false);
  });

  it("then has two who can make a third, and neither can be ended before", async () => {
    const { host } = whole;
    const role = "directory-administrator";
    const endedOn = dayOf((await host.load([])).now);
    const ending = { as: second, body: { person, office, role, endedOn } };
    expect(await subjectAsks(host, endRole, { ...ending, key: "too few" })).toMatchObject({
      ok: false,
      refusal: { refusal: { code: "too-few-administrators" } },
    });
    const third = await register(host, "third");
    await agree(host, { do: "grant-role", person: third, office, role }, { key: "third" });
    expect(await subjectAsks(host, endRole, { ...ending, key: "enough" })).toMatchObject({ ok: true });
  });

  it("gets nobody more from the system, also when a founder was ended", async () => {
    expect(await foundDirectory(founders, whole.host)).toBe(false);
  });
});

it("two founders with one login are one person, and no founding", async () => {
  const [founder] = founders.administrators;
  await expect(foundDirectory({ ...founders, administrators: [founder, founder] }, whole.host)).rejects.toThrow(
    "the two administrators have one login",
  );
});
