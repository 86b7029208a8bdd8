/** An edition of the law counts when one law keeper has proposed it and another has adopted it (src/law/EDITIONS.md#which-edition-counts). */

import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { answerTo } from "../../../scripts/law.ts";
import type { OfficeId, PersonId } from "../../../src/base/ids.ts";
import type { Acting } from "../../../src/domain/command.ts";
import { type Counting, countingEdition } from "../../../src/domain/editions/counting-edition.ts";
import { adoptEdition, type EditionInput, proposeEdition } from "../../../src/domain/editions/commands.ts";
import { isSameEdition, offerOf } from "../../../src/domain/editions/offer.ts";
import { evolve } from "../../../src/domain/streams.ts";
import { code, verifierKey, origin } from "../../../src/domain/field.ts";
import { currentEdition, type Edition, editions } from "../../../src/law/edition.ts";
import { day, Stage } from "../../kit/host/stage.ts";

const { number } = currentEdition;
const later = (more: Partial<Edition>): Edition => ({ ...currentEdition, ...more });
const [first, second, third] = [
  currentEdition,
  later({ number: number + 1, crossing: "later-of-both" }),
  later({ number: number + 2 }),
].map(offerOf);
if (first === undefined || second === undefined || third === undefined) throw new Error("no editions");
const known = [first, second, third];

let stage: Stage;
let keeper: Acting;
let other: Acting;

beforeEach(() => {
  stage = new Stage("2026-11-02");
  const office = stage.newId<OfficeId>();
  const somebody = (): Acting => ({ person: stage.newId<PersonId>(), office, roles: ["law-keeper"] });
  [keeper, other] = [somebody(), somebody()];
  const data = {
    origin: origin.parse("localhost/minh-chung"),
    key: verifierKey.parse("localhost/minh-chung+06453cb1+ARlA"),
    format: 1,
    edition: number,
    editionDigest: code.parse(first.digest),
  } as const;
  stage.given({ kind: "log", id: "log", event: { type: "log-opened", data } });
});

type Named = Pick<EditionInput, "edition" | "digest">;
const name = ({ edition, digest }: Named): Named => ({ edition, digest });
const propose = (offer: Named, by = keeper) => stage.run(proposeEdition, name(offer), by, { known });
const adopt = (offer: Named, by = other, has = known) => stage.run(adoptEdition, name(offer), by, { known: has });
const counting = (): Counting | undefined => countingEdition({ of: (kind, id) => stage.state(kind, id) });
const codeOf = (outcome: ReturnType<typeof propose>): string => (outcome.ok ? "recorded" : outcome.refusal.code);

describe("an edition of the law", () => {
  test("counts by the opening of the log, until two persons adopt one", () => {
    expect(counting()).toEqual({ ...name(first), by: "opening" });
    expect([codeOf(propose(first)), counting()?.by]).toEqual(["recorded", "opening"]);
    expect([codeOf(adopt(first)), counting()?.by]).toEqual(["recorded", "adoption"]);
  });

  test("is adopted by a second person: who proposed it is refused, in any office", () => {
    propose(first);
    expect(codeOf(adopt(first, keeper))).toBe("second-person-needed");
    expect(codeOf(adopt(first, { ...keeper, office: stage.newId<OfficeId>() }))).toBe("second-person-needed");
    expect(counting()?.by).toBe("opening");
  });

  test("that nobody proposed is not adopted", () => {
    expect(codeOf(adopt(first))).toBe("edition-not-proposed");
  });

  test("is its text: a number with another digest, or a digest that this program does not have, is refused", () => {
    const strange = { edition: number + 1, digest: first.digest };
    expect([codeOf(propose(strange)), codeOf(adopt(strange))]).toEqual(["unknown-edition", "unknown-edition"]);
    expect(codeOf(stage.run(proposeEdition, name(first), keeper))).toBe("unknown-edition");
  });

  test("is proposed once and adopted once", () => {
    propose(first);
    expect(codeOf(propose(first, other))).toBe("already-exists");
    adopt(first);
    expect([codeOf(adopt(first)), codeOf(propose(first))]).toEqual(["nothing-to-change", "nothing-to-change"]);
  });

  test("names the one that it supersedes, which this program must have too", () => {
    propose(first);
    const begun = adopt(first);
    propose(second);
    expect(codeOf(adopt(second, other, [second]))).toBe("unknown-edition");
    const next = adopt(second);
    const supersedes = [begun, next].map(
      (each) => each.ok && Reflect.get(each.value[0]?.event.data ?? {}, "supersedes"),
    );
    expect(supersedes).toEqual([undefined, name(first)]);
    expect(counting()).toEqual({ ...name(second), by: "adoption" });
  });

  test("that was never adopted but opened the log is superseded as well", () => {
    propose(second);
    const adopted = adopt(second);
    expect(adopted.ok && adopted.value[0]?.event.data).toMatchObject({ edition: number + 1, supersedes: name(first) });
  });

  test("never gives way to an earlier one, not even to one that was proposed before", () => {
    propose(second);
    propose(third);
    adopt(third);
    expect([codeOf(adopt(second)), codeOf(propose(second))]).toEqual(["edition-outdated", "edition-outdated"]);
    expect(stage.state("edition", "law")?.proposals).toEqual([]);
  });

  test("is proposed with what two persons can compare: table of rules, calendars, policy of the crossing", () => {
    const proposed = propose(second);
    expect(proposed.ok && proposed.value[0]?.event.data).toEqual({ ...second, by: keeper.person });
    expect([second.crossing, second.rules.versions, second.calendars.lastYear]).toEqual([
      "later-of-both",
      currentEdition.rules.length,
      2026,
    ]);
    const printed = answerTo(["rules"]);
    const table = printed.ok ? `${printed.value.join("\n")}\n` : "";
    expect(first.rules.digest).toBe(createHash("sha256").update(table).digest("hex"));
    // On another machine, `npm run -s law -- editions` says the same of the program's own edition.
    const said = answerTo(["editions"]);
    expect(said.ok && said.value.map((line): unknown => JSON.parse(line))).toEqual(editions.map(offerOf));
    expect([second.rules, second.calendars]).toEqual([first.rules, first.calendars]);
    expect(isSameEdition(first, second)).toBe(false);
  });
});

describe("the log as evidence", () => {
  const proposed = { type: "law-proposed", data: { ...first, by: keeperId("1") } } as const;
  const adopted = { ...name(first), proposedBy: keeperId("1") };
  const on = day("2026-11-02");

  function keeperId(digit: string): PersonId {
    return digit.repeat(32) as PersonId;
  }

  test("cannot hold an adoption by the person who proposed, or of what nobody proposed", () => {
    const state = evolve("edition", undefined, proposed, on);
    const by = (digit: string) => ({ type: "law-adopted", data: { ...adopted, by: keeperId(digit) } }) as const;
    expect(evolve("edition", state, by("2"), on).adoptions).toHaveLength(1);
    expect(() => evolve("edition", state, by("1"), on)).toThrow("one person proposed and adopted it");
    expect(() => evolve("edition", undefined, by("2"), on)).toThrow("that person did not propose that edition");
  });
});
