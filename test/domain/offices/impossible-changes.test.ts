/** The log holds no change of the directory by one person that takes two: an audit that folds such an event stops there. */

import { beforeEach, describe, expect, test } from "vitest";
import { addDays } from "../../../src/base/day.ts";
import type { Id, OfficeId, PersonId } from "../../../src/base/ids.ts";
import type { Role } from "../../../src/domain/event.ts";
import type { EventOf } from "../../../src/domain/events.ts";
import { directoryId } from "../../../src/domain/offices/changes/directory-state.ts";
import { Administration, type Proposal } from "../../kit/host/administration.ts";
import { publicKey } from "../../../src/domain/field.ts";

let kit: Administration;
let receiver: PersonId;
let one: PersonId;
let two: PersonId;

beforeEach(() => {
  kit = new Administration("2026-11-23", 2);
  receiver = kit.register();
  [one, two] = [kit.administrator(0).person, kit.administrator(1).person];
});

/** Who proposed and who recorded the event, by their names here, and what folding it says. */
type Row = readonly [proposedBy: string | undefined, by: string | undefined, fault: string | undefined];

const named = (who: string | undefined): PersonId | undefined =>
  who === undefined ? undefined : { one, two, receiver }[who];

function givers([proposedBy, by]: Row) {
  const [first, second] = [named(proposedBy), named(by)];
  return { ...(first === undefined ? {} : { proposedBy: first }), ...(second === undefined ? {} : { by: second }) };
}

function folds(row: Row, append: () => unknown): void {
  const [, , fault] = row;
  if (fault === undefined) expect(append).not.toThrow();
  else expect(append).toThrow(fault);
}

const alone = "one person proposed and adopted it";
const oneself = "given to oneself";
const both: readonly Row[] = [
  ["one", "two", undefined],
  ["one", "one", alone],
  ["one", undefined, alone],
  ["receiver", "two", oneself],
  ["one", "receiver", oneself],
  [undefined, "receiver", oneself],
];

function granted(role: Role, row: Row): void {
  const data = { office: kit.operator, role, from: kit.stage.today, ...givers(row) };
  kit.stage.given({ kind: "person", id: receiver, event: { type: "role-granted", data } });
}

function keyRegistered(row: Row): void {
  const key = kit.stage.newId<Id<"key">>();
  const data = { key, publicKey: publicKey.parse("K".repeat(43)), from: kit.stage.today, ...givers(row) };
  kit.stage.given({ kind: "person", id: receiver, event: { type: "key-registered", data } });
}

describe("a grant", () => {
  test.each([...both, [undefined, "one", "it takes two administrators"] satisfies Row])(
    "of a strong role proposed by %s and recorded by %s: %s",
    (...row) => folds(row, () => granted("auditor", row)),
  );

  test.each([...both, [undefined, "one", undefined] satisfies Row])(
    "of another role proposed by %s and recorded by %s: %s",
    (...row) => folds(row, () => granted("procurator", row)),
  );
});

describe("a key", () => {
  test.each([...both, [undefined, "one", "it takes two administrators"] satisfies Row])(
    "of a person who holds a strong role, proposed by %s and recorded by %s: %s",
    (...row) => {
      granted("auditor", ["one", "two", undefined]);
      folds(row, () => keyRegistered(row));
    },
  );

  test.each([...both, [undefined, "one", undefined] satisfies Row])(
    "of another person, proposed by %s and recorded by %s: %s",
    (...row) => folds(row, () => keyRegistered(row)),
  );
});

describe("an office", () => {
  const rows: readonly Row[] = [
    ["one", "two", undefined],
    ["one", "one", alone],
    ["one", undefined, alone],
    [undefined, "one", "a past day takes two administrators"],
  ];
  const days = [
    ["a past day", -1],
    ["today", 0],
  ] as const;

  test.each(days.flatMap(([name, days]) => rows.map((row) => ({ name, days, row }))))(
    "is supervised and closed from $name by $row",
    ({ days: away, row }) => {
      const on = addDays(kit.stage.today, away);
      const expected: Row = away === 0 && row[0] === undefined ? [row[0], row[1], undefined] : row;
      const append = (office: OfficeId, event: EventOf<"office">) => () =>
        kit.stage.given({ kind: "office", id: office, event } as never);
      const supervised = { procuracy: kit.area, from: on, ...givers(row) };
      folds(expected, append(kit.agency, { type: "supervision-assigned", data: supervised }));
      folds(expected, append(kit.district, { type: "office-closed", data: { closedOn: on, ...givers(row) } }));
    },
  );
});

describe("a proposal", () => {
  let proposal: Proposal;
  beforeEach(() => {
    kit.propose({ do: "grant-role", person: receiver, office: kit.operator, role: "auditor" });
    proposal = kit.lastProposal;
  });
  const append = (event: EventOf<"directory">) => () => kit.stage.given({ kind: "directory", id: directoryId, event });
  const adopted = (more: object) => ({
    type: "change-adopted" as const,
    data: { proposal: proposal.proposal, digest: proposal.digest, proposedBy: one, by: two, ...more },
  });

  test("is adopted once, by another, as it was proposed, while it is open", () => {
    expect(append(adopted({ by: one }))).toThrow("one person proposed and decided it");
    expect(append(adopted({ proposedBy: two, by: receiver }))).toThrow("that person did not propose it");
    expect(append(adopted({ digest: "0".repeat(64) }))).toThrow("another change was proposed");
    kit.stage.on("2026-12-23");
    expect(append(adopted({}))).toThrow("no such proposal is open");
    kit.stage.on("2026-12-22");
    expect(append(adopted({}))).not.toThrow();
    expect(append(adopted({}))).toThrow("no such proposal is open");
  });

  test("is made once, and with the digest of its own change", () => {
    const { on: _, ...data } = proposal;
    expect(append({ type: "change-proposed", data })).toThrow("that change is proposed already");
    const another = { ...data, proposal: kit.stage.newId<Proposal["proposal"]>() };
    const change = { ...another.change, person: one } as Proposal["change"];
    expect(append({ type: "change-proposed", data: { ...another, change } })).toThrow(
      "the digest is of another change",
    );
  });

  test("is refused by another, and withdrawn by its proposer", () => {
    const id = proposal.proposal;
    expect(append({ type: "change-refused", data: { proposal: id, by: one } })).toThrow("one person");
    expect(append({ type: "change-withdrawn", data: { proposal: id, by: two } })).toThrow("another person proposed it");
    expect(append({ type: "change-withdrawn", data: { proposal: id, by: one } })).not.toThrow();
  });
});
