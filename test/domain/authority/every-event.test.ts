/** Every type of event has its row, and none of those that were recorded by somebody who may is called unauthorised. */

import { expect, it } from "vitest";
import { endAuthority, openAuthority, readAuthority } from "../../../src/domain/authority/authority.ts";
import { rules } from "../../../src/domain/authority/rules.ts";
import { eventSchemas } from "../../../src/domain/events.ts";
import { everyEvent } from "../../kit/log/every-event.ts";
import { eventOf } from "../../kit/log/pure-log.ts";

function typesOf(table: Readonly<Record<string, object>>): readonly string[] {
  return Object.entries(table).flatMap(([kind, types]) => Object.keys(types).map((type) => `${kind} ${type}`));
}

it("every type of event that the log may hold has a row, and no row is of another", () => {
  expect(typesOf(rules).toSorted()).toEqual(typesOf(eventSchemas).toSorted());
});

it("each of them, recorded by somebody who may, is right", async () => {
  const { log } = await everyEvent();
  const audit = openAuthority();
  const found = log.entries.flatMap((entry, index) => readAuthority(audit, { index, event: entry, isSealed: true }));
  expect([...found, ...endAuthority(audit)]).toEqual([]);
  const told = new Set(
    log.entries.map(eventOf).map(({ stream, type }) => `${String(stream).split("/")[0]} ${String(type)}`),
  );
  expect([...told].toSorted()).toEqual(typesOf(rules).toSorted());
});
