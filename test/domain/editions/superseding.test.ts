/** The due days that an edition moved are sealed in parts that fit into a leaf, each once, and to the end. */

import { describe, expect, test } from "vitest";
import { utf8 } from "../../../src/base/bytes.ts";
import { canonicalJson, type Json } from "../../../src/base/canonical-json.ts";
import type { Adoption } from "../../../src/domain/editions/adoption.ts";
import { mostMoved } from "../../../src/domain/editions/events.ts";
import { editionName } from "../../../src/domain/editions/offer.ts";
import { evolveSuperseding, supersedes } from "../../../src/domain/editions/superseding.ts";
import { movedEvents } from "../../../src/domain/editions/moved-due-days.ts";
import { eventSchemas } from "../../../src/domain/events.ts";
import { code, id } from "../../../src/domain/field.ts";
import { currentEdition } from "../../../src/law/edition.ts";
import { maxEventBytes } from "../../../src/log/entry.ts";
import { day } from "../../kit/host/stage.ts";

const [before, after] = [
  editionName(currentEdition),
  editionName({ ...currentEdition, number: currentEdition.number + 1 }),
];
const person = id<"person">();
const adoption: Adoption = {
  ...after,
  by: person.parse("1".repeat(32)),
  proposedBy: person.parse("2".repeat(32)),
  supersedes: before,
  on: day("2026-11-02"),
};
const about = { kind: "instrument", id: id<"subject">().parse("3".repeat(32)) } as const;
/** A name as long as any can be. */
const one = {
  about,
  rule: code.parse("R".repeat(64)),
  startedBy: id<"act">().parse("4".repeat(32)),
  subject: id<"subject">().parse("5".repeat(32)),
  before: { version: code.parse("V".repeat(64)), dueOn: day("2026-11-25") },
  after: { version: code.parse("V".repeat(64)), dueOn: day("2026-11-26") },
};
const schema = eventSchemas.superseding["due-days-moved"];

/** The data of the entries that tell of so many. */
function told(count: number, complete = true) {
  if (!supersedes(adoption)) throw new Error("it supersedes nothing");
  const moved = Array.from({ length: count }, () => one);
  const events = movedEvents(adoption, { moved, files: 7, through: about, complete });
  return events.map(({ event }) => schema.parse(event.data));
}

describe("the entries", () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [mostMoved, [mostMoved]],
    [mostMoved + 1, [mostMoved, 1]],
    [2 * mostMoved, [mostMoved, mostMoved]],
  ])("of %i time limits have %j each; only the last says how far it went", (count, sizes) => {
    const data = told(count);
    expect(data.map(({ moved }) => moved.length)).toEqual(sizes);
    const rest = sizes.slice(1).map(() => ({ files: 0, through: undefined, complete: false }));
    expect(data.map(({ files, through, complete }) => ({ files, through, complete }))).toEqual([
      ...rest,
      { files: 7, through: about, complete: true },
    ]);
  });

  test("fit into a leaf, however long their rules are called", () => {
    const [data] = told(mostMoved);
    const envelope = 1000;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by its schema
    expect(utf8(canonicalJson(data as unknown as Json)).length + envelope).toBeLessThan(maxEventBytes);
  });
});

describe("the stream of an edition", () => {
  const event = (data: ReturnType<typeof told>[number]) => ({ type: "due-days-moved", data }) as const;

  test("counts what was told, and ends with the entry that is complete", () => {
    const [first, last] = [told(3, false)[0], told(2)[0]];
    if (first === undefined || last === undefined) throw new Error("nothing was told");
    const state = evolveSuperseding(undefined, event(first));
    expect(state).toMatchObject({ files: 7, moved: 3, through: about, complete: false });
    const ended = evolveSuperseding(state, event(last));
    expect(ended).toMatchObject({ files: 14, moved: 5, complete: true });
    expect(() => evolveSuperseding(ended, event(last))).toThrow("all files were looked at");
  });

  test("is about one pair of editions", () => {
    const [data] = told(1, false);
    if (data === undefined) throw new Error("nothing was told");
    const state = evolveSuperseding(undefined, event(data));
    expect(() => evolveSuperseding(state, event({ ...data, from: after }))).toThrow("other editions");
  });
});
