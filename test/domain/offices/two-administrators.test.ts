/** One administrator is not everybody (src/README.md#two-administrators): what takes two, and what two must be left for. */

import { describe, expect, it } from "vitest";
import type { PersonId } from "../../../src/base/ids.ts";
import type { Acting } from "../../../src/domain/command.ts";
import { type Role, roles } from "../../../src/domain/event.ts";
import { assignSupervision, closeOffice, endRole, grantRole } from "../../../src/domain/offices/commands.ts";
import { rolesAt } from "../../../src/domain/offices/person.ts";
import { Administration, answerOf } from "../../kit/host/administration.ts";

const [yesterday, today, tomorrow] = ["2026-11-22", "2026-11-23", "2026-11-24"];
const strong: readonly Role[] = ["chief-procurator", "law-keeper", "directory-administrator", "importer", "auditor"];

function officeFor(kit: Administration, role: Role) {
  const { area, agency, court, ministry } = kit;
  if (role === "procurator" || role === "chief-procurator") return area;
  if (role === "agency-officer" || role === "agency-head") return agency;
  if (role === "court-officer") return court;
  return role === "management-agency" ? ministry : kit.operator;
}

const grantOf = (kit: Administration, person: PersonId, role: Role = "chief-procurator") => ({
  do: "grant-role",
  person,
  office: officeFor(kit, role),
  role,
});

describe.each(roles)("the role %s", (role) => {
  it("is given by one administrator, unless it is strong", () => {
    const kit = new Administration(today);
    const person = kit.register();
    const outcome = kit.run(grantRole, { person, office: officeFor(kit, role), role, from: today });
    expect(answerOf(outcome)).toBe(strong.includes(role) ? "second-administrator-needed" : "ok");
    expect(rolesOf(kit, person, role)).toEqual(strong.includes(role) ? [] : [role]);
  });

  it("is given by two, and the entry says by whom", () => {
    const kit = new Administration(today);
    const person = kit.register();
    expect(answerOf(kit.agree(grantOf(kit, person, role)))).toBe("ok");
    expect(rolesOf(kit, person, role)).toEqual([role]);
    const [proposedBy, by] = kit.administrators;
    expect(kit.stage.state("person", person)?.grants).toMatchObject([{ from: today, proposedBy, by }]);
  });

  it("is given by nobody to themself: not alone, not as the proposer, not as the adopter", () => {
    const kit = new Administration(today);
    const self = kit.administrator(0);
    const change = grantOf(kit, self.person, role);
    const { do: _, ...grant } = change;
    expect(answerOf(kit.run(grantRole, { ...grant, from: today }, self))).toBe("given-to-oneself");
    expect(answerOf(kit.propose(change, self))).toBe("given-to-oneself");
    // At the operator's office every administrator holds that one role already.
    if (role === "directory-administrator") return;
    expect(answerOf(kit.agree(change, [kit.administrator(1), self]))).toBe("given-to-oneself");
    expect(answerOf(kit.adopt(kit.lastProposal, kit.administrator(2)))).toBe("ok");
  });

  it.each([
    [yesterday, "day-in-past"],
    [today, "ok"],
    [tomorrow, "ok"],
  ])("proposed from %s is answered %s", (from, answer) => {
    const kit = new Administration(today);
    expect(answerOf(kit.propose({ ...grantOf(kit, kit.register(), role), from }))).toBe(answer);
  });

  it("is ended by one administrator at once, and never on a past day", () => {
    const kit = new Administration(today);
    const person = kit.register();
    kit.agree(grantOf(kit, person, role));
    const ending = { person, office: officeFor(kit, role), role };
    expect(answerOf(kit.run(endRole, { ...ending, endedOn: yesterday }))).toBe("day-in-past");
    expect(answerOf(kit.run(endRole, { ...ending, endedOn: today }))).toBe("ok");
    expect(rolesOf(kit, person, role)).toEqual([]);
  });
});

function rolesOf(kit: Administration, person: PersonId, role: Role): readonly Role[] {
  const state = kit.stage.state("person", person);
  return state === undefined ? [] : rolesAt(state, officeFor(kit, role), kit.stage.today);
}

describe("a past day", () => {
  const days = [yesterday, today, tomorrow];
  const table = [
    ["supervision", "second-administrator-needed", "ok", "ok"],
    ["the closing of an office", "second-administrator-needed", "ok", "ok"],
    ["a role", "day-in-past", "ok", "ok"],
  ] as const;

  it.each(table)("of %s", (what, ...expected) => {
    const answers = days.map((on) => {
      const kit = new Administration(today);
      const { office, procuracy } = { office: kit.agency, procuracy: kit.district };
      if (what === "supervision") return answerOf(kit.run(assignSupervision, { office, procuracy, from: on }));
      if (what === "the closing of an office") return answerOf(kit.run(closeOffice, { office, closedOn: on }));
      const grant = { person: kit.register(), office, role: "agency-officer", from: on };
      return answerOf(kit.run(grantRole, grant));
    });
    expect(answers).toEqual(expected);
  });

  it("of supervision or of a closing is adopted by a second administrator", () => {
    const kit = new Administration(today);
    const supervised = { do: "assign-supervision", office: kit.agency, procuracy: kit.district, from: "2025-07-01" };
    expect(answerOf(kit.agree(supervised))).toBe("ok");
    expect(kit.stage.state("office", kit.agency)?.supervision.at(-1)).toEqual({
      procuracy: kit.district,
      from: "2025-07-01",
    });
    const closed = { do: "close-office", office: kit.subDepartment, closedOn: "2025-07-01", successor: kit.agency };
    expect(answerOf(kit.agree(closed))).toBe("ok");
    expect(kit.stage.state("office", kit.subDepartment)).toMatchObject({ closedOn: "2025-07-01" });
  });
});

describe("two administrators stay", () => {
  const role = "directory-administrator";
  const end = (kit: Administration, { person, office }: Acting, by: Acting, endedOn = today) =>
    answerOf(kit.run(endRole, { person, office, role, endedOn }, by));

  it.each([
    [2, "too-few-administrators"],
    [3, "ok"],
  ])("of %i, one is ended by another: %s", (n, answer) => {
    const kit = new Administration(today, n);
    expect(end(kit, kit.administrator(1), kit.administrator(0))).toBe(answer);
    expect(kit.lasting).toHaveLength(2);
  });

  it("of three, the one who ended a second cannot go themself", () => {
    const kit = new Administration(today);
    const self = kit.administrator(0);
    expect(end(kit, kit.administrator(1), self)).toBe("ok");
    expect(end(kit, self, self)).toBe("too-few-administrators");
    expect(end(kit, self, self, tomorrow)).toBe("too-few-administrators");
  });

  it("nobody whose role has a last day counts as one of them", () => {
    const kit = new Administration(today, 2);
    const temporary = kit.register();
    kit.agree({ ...grantOf(kit, temporary, role), until: "2030-01-01" });
    expect(end(kit, kit.administrator(1), kit.administrator(0))).toBe("too-few-administrators");
    expect(end(kit, kit.actingAs(temporary), kit.administrator(0))).toBe("ok");
  });

  it("nobody whose role was ended from tomorrow on counts as one of them", () => {
    const kit = new Administration(today);
    expect(end(kit, kit.administrator(2), kit.administrator(0), tomorrow)).toBe("ok");
    expect(end(kit, kit.administrator(1), kit.administrator(0))).toBe("too-few-administrators");
  });

  it("nobody who will administer only from tomorrow counts as one of them", () => {
    const kit = new Administration(today, 2);
    kit.agree({ ...grantOf(kit, kit.register(), role), from: tomorrow });
    expect(end(kit, kit.administrator(1), kit.administrator(0))).toBe("too-few-administrators");
    kit.stage.on(tomorrow);
    expect(end(kit, kit.administrator(1), kit.administrator(0), tomorrow)).toBe("ok");
  });

  it("a person who administers at two offices keeps the role when it ends at one of them", () => {
    const kit = new Administration(today, 2);
    const [one, two] = [kit.administrator(0), kit.administrator(1)];
    const third = kit.register();
    kit.agree(grantOf(kit, third, role));
    kit.agree({ ...grantOf(kit, two.person, role), office: kit.supreme }, [one, kit.actingAs(third)]);
    expect(end(kit, kit.actingAs(third), one)).toBe("ok");
    expect(end(kit, two, one)).toBe("ok");
    expect(end(kit, kit.actingAs(two.person, kit.supreme), one)).toBe("too-few-administrators");
  });

  it.each([today, tomorrow])("at offices that stay open: the operator's is not closed on %s", (closedOn) => {
    const kit = new Administration(today);
    expect(answerOf(kit.run(closeOffice, { office: kit.operator, closedOn }))).toBe("too-few-administrators");
    expect(answerOf(kit.propose({ do: "close-office", office: kit.operator, closedOn }))).toBe(
      "too-few-administrators",
    );
    for (const n of [0, 1]) {
      const grant = { ...grantOf(kit, kit.administrators[n] ?? kit.register(), role), office: kit.supreme };
      kit.agree(grant, [kit.administrator((n + 1) % 3), kit.administrator((n + 2) % 3)]);
    }
    expect(answerOf(kit.run(closeOffice, { office: kit.operator, closedOn }))).toBe("ok");
    expect(kit.lasting).toHaveLength(2);
  });

  it("does not hinder the closing of an office where nobody administers", () => {
    const kit = new Administration(today, 2);
    expect(answerOf(kit.run(closeOffice, { office: kit.district, closedOn: today }))).toBe("ok");
  });
});
