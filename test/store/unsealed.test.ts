/** The list of unsealed misses computes in SQL the same stream name that the domain gives to a miss. */

import { expect, it } from "vitest";
import { fillDeadlines } from "../../scripts/bench/detection-rows.ts";
import { missId } from "../../src/domain/deadlines/miss.ts";
import { streamId, streamName } from "../../src/domain/event.ts";
import { id } from "../../src/domain/field.ts";
import type { DeadlineRow } from "../../src/service/views.ts";
import { openPool } from "../../src/store/postgres.ts";
import { makeViews } from "../../src/store/lists/views.ts";
import { freshDatabase } from "../kit/postgres/postgres.ts";
import { day } from "../kit/host/stage.ts";

const today = day("2026-11-23");

function nameOf({ stream, key, dueOn = "" }: DeadlineRow): string {
  const about = { kind: "case", id: id<"subject">().parse(streamId(stream)) } as const;
  return streamName("deadline", missId({ about, deadline: key, dueOn: day(dueOn) }));
}

it("the list of unsealed misses leaves out exactly those that have a stream", async () => {
  const fresh = await freshDatabase();
  await fillDeadlines(fresh.ownerUrl, { cases: 300, today });
  const { database, end } = openPool(fresh.appUrl, 1);
  const views = makeViews(database);
  const query = { state: "overdue", today, limit: 1000 } as const;
  const overdue = await views.deadlines(query);
  const [sealed, unsealed] = [overdue.filter((_, i) => i % 3 === 0), overdue.filter((_, i) => i % 3 !== 0)];
  const [at, tag] = ["2026-11-23T00:00:00.000Z", Buffer.alloc(32)];
  const streams = sealed.map((row) => ({ name: nameOf(row), version: 1, folded: 1, at, state: "{}", tag }));
  // The owner inserts them, because the role of the server writes no table.
  const owner = openPool(fresh.ownerUrl, 1);
  await owner.database.insertInto("stream").values(streams).execute();
  await owner.end();
  const found = await views.deadlines({ ...query, unsealed: true });
  expect(sealed.length).toBeGreaterThan(5);
  expect(found.map(({ key }) => key)).toEqual(unsealed.map(({ key }) => key));
  await end();
  await fresh.drop();
});
