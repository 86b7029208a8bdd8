/** The founding makes of an empty database a directory that can register everybody else. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDay } from "../../../src/base/day.ts";
import { openOffice } from "../../../src/domain/offices/commands.ts";
import { formatAnswer } from "../../../src/http/answer.ts";
import { foundDirectory } from "../../../src/service/recording/founding.ts";
import { handle } from "../../../src/service/recording/handle.ts";
import { makeTestHost, type TestHost } from "../../kit/host/host.ts";
import { founders } from "../../kit/host/two-administrators.ts";
import { freshDatabase } from "../../kit/postgres/postgres.ts";

let whole: TestHost;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  whole = await makeTestHost(database);
});
afterAll(async () => {
  await whole.end();
  await drop();
});

const administrator = { issuer: "http://issuer.test", subject: "administrator" };
describe("the founding of the directory", () => {
  it("opens the log with entry 0 and registers the operator and its two administrators, once", async () => {
    expect(await foundDirectory(founders, whole.host)).toBe(true);
    expect(await foundDirectory(founders, whole.host)).toBe(false);
    expect((await whole.host.log.head()).size).toBe(9);
  });

  it("lets the administrator open an office, and nobody else", async () => {
    const ask = {
      command: openOffice,
      input: openOffice.input.parse({
        code: "vks-dong-thap",
        kind: "provincial-procuracy",
        name: "VKSND tỉnh Đồng Tháp",
        openedOn: parseDay("2009-07-01"),
      }),
      key: "open office",
      body: "{}",
    };
    const done = await handle({ ...ask, identity: administrator }, whole.host);
    expect(done).toMatchObject({ ok: true, value: { status: 201, repeated: false } });
    const again = await handle({ ...ask, identity: administrator }, whole.host);
    expect(again).toMatchObject({ ok: true, value: { status: 201, repeated: true } });
    const [first, second] = [done, again].map((each) => each.ok && formatAnswer(each.value.placement));
    expect(second).toBe(first);
    const stranger = await handle(
      { ...ask, identity: { issuer: "http://issuer.test", subject: "stranger" } },
      whole.host,
    );
    expect(stranger).toMatchObject({ ok: false, refusal: { kind: "refused", refusal: { code: "not-registered" } } });
  });
});
