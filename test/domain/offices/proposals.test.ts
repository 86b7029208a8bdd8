/** What becomes of a proposal, and when a signing key takes two (src/README.md#two-administrators). */

import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/base/ids.ts";
import type { Role } from "../../../src/domain/event.ts";
import { closeOffice, endRole, grantRole, registerKey, revokeKey } from "../../../src/domain/offices/commands.ts";
import { Administration, answerOf, type Proposal } from "../../kit/host/administration.ts";

const [today, tomorrow] = ["2026-11-23", "2026-11-24"];

const grantOf = (kit: Administration, person: PersonId, role: Role = "chief-procurator") => ({
  do: "grant-role",
  person,
  office: kit.area,
  role,
});
const keyOf = (person: PersonId, letter = "K") => ({ person, publicKey: letter.repeat(43) });

describe("a proposal", () => {
  /** Each state of a proposal, and how it comes to it; the first administrator proposes. */
  const states: Readonly<Record<string, (kit: Administration, proposal: Proposal) => unknown>> = {
    open: () => undefined,
    "on its 30th day": (kit) => kit.stage.on("2026-12-22"),
    expired: (kit) => kit.stage.on("2026-12-23"),
    adopted: (kit, proposal) => kit.adopt(proposal, kit.administrator(2)),
    refused: (kit, { proposal }) => kit.decide("refuse-change", proposal, kit.administrator(2)),
    withdrawn: (kit, { proposal }) => kit.decide("withdraw-change", proposal, kit.administrator(0)),
    "by somebody who administers no more": (kit) => end(kit, 0),
    "to a person who got a key by two since": (kit, { change }) => {
      if (change.do !== "grant-role") throw new Error("another change");
      return kit.agree({ do: "register-key", ...keyOf(change.person) }, [kit.administrator(1), kit.administrator(2)]);
    },
    "to a person who got the role since": (kit, { change }) => {
      const { login: _, keys: __, ...again } = { login: "", keys: [], ...change };
      return kit.agree({ ...again, until: "2027-01-01" }, [kit.administrator(1), kit.administrator(2)]);
    },
    "at an office that closed since": (kit) => kit.run(closeOffice, { office: kit.area, closedOn: today }),
  };
  const gone = { adopt: "unknown-proposal", refuse: "unknown-proposal", withdraw: "unknown-proposal" };
  const open = { refuse: "ok", withdraw: "ok" };
  const answers: Readonly<Record<string, Readonly<Record<"adopt" | "refuse" | "withdraw", string>>>> = {
    open: { ...open, adopt: "ok" },
    "on its 30th day": { ...open, adopt: "ok" },
    expired: { adopt: "proposal-expired", refuse: "proposal-expired", withdraw: "proposal-expired" },
    adopted: gone,
    refused: gone,
    withdrawn: gone,
    "by somebody who administers no more": { ...open, adopt: "proposal-outdated", withdraw: "not-permitted" },
    "to a person who got a key by two since": { ...open, adopt: "proposal-outdated" },
    "to a person who got the role since": { ...open, adopt: "already-exists" },
    "at an office that closed since": { ...open, adopt: "office-closed" },
  };

  function end(kit: Administration, n: number) {
    const { person, office } = kit.administrator(n);
    const ending = { person, office, role: "directory-administrator", endedOn: kit.stage.today };
    return kit.run(endRole, ending, kit.administrator(1));
  }

  function proposed(state: string) {
    // Four, so that one can be ended.
    const kit = new Administration(today, 4);
    const person = kit.register();
    kit.propose(grantOf(kit, person));
    const proposal = kit.lastProposal;
    states[state]?.(kit, proposal);
    return { kit, person, proposal };
  }

  it.each(Object.keys(states))(
    "%s: another adopts, refuses, and the proposer withdraws, as the table says",
    (state) => {
      const found = (["adopt", "refuse", "withdraw"] as const).map((how) => {
        const { kit, proposal } = proposed(state);
        const other = kit.administrator(1);
        if (how === "adopt") return [how, answerOf(kit.adopt(proposal, other))];
        if (how === "refuse") return [how, answerOf(kit.decide("refuse-change", proposal.proposal, other))];
        return [how, answerOf(kit.decide("withdraw-change", proposal.proposal, kit.administrator(0)))];
      });
      expect(Object.fromEntries(found)).toEqual(answers[state]);
    },
  );

  it.each(["open", "on its 30th day"])("%s gives the role once it is adopted, from that day", (state) => {
    const { kit, person, proposal } = proposed(state);
    expect(kit.stage.state("person", person)?.grants).toEqual([]);
    kit.adopt(proposal);
    expect(kit.stage.state("person", person)?.grants).toMatchObject([{ from: kit.stage.today }]);
  });

  it.each(["adopt", "refuse"] as const)("nobody may %s their own, at whatever office or in whatever role", (how) => {
    const kit = new Administration(today);
    const self = kit.administrator(0);
    kit.agree({ ...grantOf(kit, self.person, "directory-administrator"), office: kit.supreme }, [
      kit.administrator(1),
      kit.administrator(2),
    ]);
    kit.propose(grantOf(kit, kit.register()), self);
    const { proposal } = kit.lastProposal;
    for (const by of [self, kit.actingAs(self.person, kit.supreme)]) {
      const outcome = how === "adopt" ? kit.adopt(kit.lastProposal, by) : kit.decide("refuse-change", proposal, by);
      expect(answerOf(outcome)).toBe("second-person-needed");
    }
  });

  it("is withdrawn by its proposer alone", () => {
    const { kit, proposal } = proposed("open");
    expect(answerOf(kit.decide("withdraw-change", proposal.proposal, kit.administrator(1)))).toBe("not-permitted");
  });

  it("is adopted in its own words: another digest is refused", () => {
    const { kit, proposal } = proposed("open");
    expect(answerOf(kit.adopt({ ...proposal, digest: "0".repeat(64) as Proposal["digest"] }))).toBe(
      "proposal-outdated",
    );
  });

  it("names the login and the keys in force of the person, and a key that was revoked since does no harm", () => {
    const kit = new Administration(today);
    const person = kit.register();
    kit.run(registerKey, keyOf(person, "A"));
    kit.run(registerKey, keyOf(person, "B"));
    const state = kit.stage.state("person", person);
    const [first, second] = state?.keys.map(({ key }) => key) ?? [];
    kit.run(revokeKey, { person, key: first });
    kit.propose(grantOf(kit, person));
    expect(kit.lastProposal.change).toMatchObject({ login: state?.login, keys: [second] });
    kit.run(revokeKey, { person, key: second });
    expect(answerOf(kit.adopt(kit.lastProposal))).toBe("ok");
  });

  it("is made once while it is open", () => {
    const { kit, proposal } = proposed("open");
    if (proposal.change.do !== "grant-role") throw new Error("another change");
    const again = grantOf(kit, proposal.change.person);
    expect(answerOf(kit.propose(again, kit.administrator(1)))).toBe("already-exists");
    kit.decide("refuse-change", proposal.proposal, kit.administrator(1));
    expect(answerOf(kit.propose(again))).toBe("ok");
  });

  it("from a day that passed before the adoption is refused", () => {
    const kit = new Administration(today);
    kit.propose({ ...grantOf(kit, kit.register()), from: today });
    kit.stage.on(tomorrow);
    expect(answerOf(kit.adopt(kit.lastProposal))).toBe("day-in-past");
  });

  it("is one of at most a hundred that are open, and those that expired do not count", () => {
    const kit = new Administration(today);
    const person = kit.register();
    const propose = (n: number) =>
      kit.propose({ do: "register-key", ...keyOf(person, "k"), publicKey: String(n).padStart(43, "k") });
    const answers = Array.from({ length: 101 }, (_, n) => answerOf(propose(n)));
    expect(answers).toEqual([...Array.from({ length: 100 }, () => "ok"), "too-many-proposals"]);
    kit.stage.on("2026-12-23");
    expect(answerOf(propose(101))).toBe("ok");
    expect(kit.proposals).toHaveLength(1);
  });
});

describe("a signing key", () => {
  /** What the person holds when the key is registered, and whether one administrator is enough. */
  const holdings: Readonly<Record<string, readonly [(kit: Administration, person: PersonId) => unknown, string]>> = {
    nothing: [() => undefined, "ok"],
    "a role that is not strong": [
      (kit, person) => kit.run(grantRole, { person, office: kit.area, role: "procurator", from: today }),
      "ok",
    ],
    "a strong role": [(kit, person) => kit.agree(grantOf(kit, person)), "second-administrator-needed"],
    "a strong role from tomorrow": [
      (kit, person) => kit.agree({ ...grantOf(kit, person), from: tomorrow }),
      "second-administrator-needed",
    ],
    "a strong role until tomorrow": [
      (kit, person) => kit.agree({ ...grantOf(kit, person), until: tomorrow }),
      "second-administrator-needed",
    ],
    "a strong role that ran out today": [
      (kit, person) => {
        kit.agree({ ...grantOf(kit, person), until: tomorrow });
        kit.stage.on(tomorrow);
      },
      "ok",
    ],
    "a strong role that was ended today": [
      (kit, person) => {
        kit.agree(grantOf(kit, person));
        kit.run(endRole, { person, office: kit.area, role: "chief-procurator", endedOn: today });
      },
      "ok",
    ],
    "a strong role that is proposed": [
      (kit, person) => kit.propose(grantOf(kit, person)),
      "second-administrator-needed",
    ],
    "a role that is not strong and is proposed": [
      (kit, person) => kit.propose(grantOf(kit, person, "procurator")),
      "ok",
    ],
    "a strong role that is proposed for somebody else": [(kit) => kit.propose(grantOf(kit, kit.register())), "ok"],
    "a strong role that was withdrawn": [
      (kit, person) => {
        kit.propose(grantOf(kit, person));
        kit.decide("withdraw-change", kit.lastProposal.proposal, kit.administrator(0));
      },
      "ok",
    ],
    "a strong role whose proposal expired": [
      (kit, person) => {
        kit.propose(grantOf(kit, person));
        kit.stage.on("2026-12-23");
      },
      "ok",
    ],
  };

  it.each(Object.keys(holdings))("of a person with %s is registered by one, or takes two", (holding) => {
    const kit = new Administration(today);
    const person = kit.register();
    const [holds, answer] = holdings[holding] ?? [];
    holds?.(kit, person);
    expect(answerOf(kit.run(registerKey, keyOf(person)))).toBe(answer);
    const expected = answer === "ok" ? "already-exists" : "ok";
    expect(answerOf(kit.agree({ do: "register-key", ...keyOf(person) }))).toBe(expected);
  });

  it("is given by nobody to themself", () => {
    const kit = new Administration(today);
    const self = kit.administrator(0);
    expect(answerOf(kit.run(registerKey, keyOf(self.person), self))).toBe("given-to-oneself");
    const change = { do: "register-key", ...keyOf(self.person) };
    expect(answerOf(kit.agree(change, [self, kit.administrator(1)]))).toBe("given-to-oneself");
    expect(answerOf(kit.agree(change, [kit.administrator(1), self]))).toBe("given-to-oneself");
  });

  it("that one registered before the role is named by the proposal, so that two answer for it", () => {
    const kit = new Administration(today);
    const person = kit.register();
    kit.run(registerKey, keyOf(person));
    kit.agree(grantOf(kit, person));
    const [key] = kit.stage.state("person", person)?.keys ?? [];
    expect(key).toMatchObject({ by: kit.administrators[0] });
    expect(kit.proposals).toEqual([]);
  });
});
