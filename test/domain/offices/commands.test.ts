/** The directory is changed by its administrator, in the log, and never into something that cannot be (src/README.md#access). */

import { describe, expect, it } from "vitest";
import type { Id, OfficeId, PersonId } from "../../../src/base/ids.ts";
import type { Command } from "../../../src/domain/command.ts";
import type { Role } from "../../../src/domain/event.ts";
import {
  assignSupervision,
  closeOffice,
  endRole,
  grantRole,
  openOffice,
  registerKey,
  registerPerson,
  revokeKey,
} from "../../../src/domain/offices/commands.ts";
import { officeKinds } from "../../../src/domain/offices/events.ts";
import { rolesAt } from "../../../src/domain/offices/person.ts";
import { fitsOffice } from "../../../src/domain/offices/roles-at-office.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import { must, Province } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

const today = "2026-11-23";
const nobody = "f".repeat(32);

function ask<Input>(province: Province, command: Command<Input, CommandName>, body: object) {
  return province.stage.run(command, body, province.acting(province.operator, "directory-administrator"));
}

function does<Input>(province: Province, command: Command<Input, CommandName>, body: object) {
  return must(ask(province, command, body));
}

function register(province: Province): PersonId {
  const [event] = does(province, registerPerson, {
    name: "người thứ nhất",
    login: province.stage.newId<Id<"login">>(),
  });
  if (event?.kind !== "person" || event.event.type !== "person-registered") throw new Error("nobody was registered");
  return event.event.data.person;
}

function granting(province: Province, person: PersonId, more: object = {}): object {
  return { person, office: province.area, role: "procurator" satisfies Role, from: today, ...more };
}

describe("opening an office", () => {
  it("begins a stream of its own, with its name sealed", () => {
    const province = new Province(today);
    const [event] = does(province, openOffice, {
      code: "vks-kv2",
      kind: "area-procuracy",
      name: "Viện khu vực 2",
      superior: province.provincial,
      openedOn: today,
    });
    const state = event && province.stage.state("office", event.id);
    expect(state).toMatchObject({
      code: "vks-kv2",
      superior: province.provincial,
      name: { sealed: expect.any(String) },
    });
  });

  it("below a superior that does not exist is refused", () => {
    const body = { code: "a", kind: "court", name: "a", superior: nobody, openedOn: today };
    expect(ask(new Province(today), openOffice, body)).toMatchObject({
      refusal: { code: "unknown-office", at: "/superior" },
    });
  });
});

describe("closing an office", () => {
  const closing = (province: Province, more: object = {}) => ({
    office: province.district,
    closedOn: today,
    successor: province.area,
    ...more,
  });

  it("names its successor", () => {
    const province = new Province(today);
    does(province, closeOffice, closing(province));
    expect(province.stage.state("office", province.district)).toMatchObject({
      closedOn: today,
      successor: province.area,
    });
  });

  it("happens once", () => {
    const province = new Province(today);
    does(province, closeOffice, closing(province));
    expect(ask(province, closeOffice, closing(province))).toMatchObject({ refusal: { code: "wrong-moment" } });
  });

  it.each([
    ["of an office that does not exist", { office: nobody }, { code: "unknown-office", at: "/office" }],
    ["before its second day", { closedOn: "2009-01-01" }, { code: "days-contradict", at: "/closedOn" }],
    ["with a successor that does not exist", { successor: nobody }, { code: "unknown-office", at: "/successor" }],
  ])("%s is refused", (_, more, refusal) => {
    const province = new Province(today);
    expect(ask(province, closeOffice, closing(province, more))).toMatchObject({ refusal });
  });

  it("with itself as its successor is refused", () => {
    const province = new Province(today);
    expect(ask(province, closeOffice, closing(province, { successor: province.district }))).toMatchObject({
      refusal: { code: "days-contradict" },
    });
  });

  it("in a circle of successors is refused", () => {
    const province = new Province(today);
    does(province, closeOffice, closing(province));
    const back = { office: province.area, closedOn: "2026-12-01", successor: province.district };
    expect(ask(province, closeOffice, back)).toMatchObject({ refusal: { code: "days-contradict", at: "/successor" } });
  });

  it("with a successor that is not open that day is refused", () => {
    const province = new Province(today);
    province.close(province.area, "2024-01-01", province.provincial);
    expect(ask(province, closeOffice, closing(province))).toMatchObject({
      refusal: { code: "office-closed", at: "/successor" },
    });
  });
});

describe("assigning supervision", () => {
  const assigning = (province: Province, more: object = {}) => ({
    office: province.agency,
    procuracy: province.district,
    from: today,
    ...more,
  });

  it("is kept with its days", () => {
    const province = new Province(today);
    does(province, assignSupervision, assigning(province, { until: "2027-01-01" }));
    const last = province.stage.state("office", province.agency)?.supervision.at(-1);
    expect(last).toEqual({ procuracy: province.district, from: today, until: "2027-01-01" });
  });

  it.each([
    ["of an office that does not exist", { office: nobody }, { code: "unknown-office", at: "/office" }],
    ["to a procuracy that does not exist", { procuracy: nobody }, { code: "unknown-office", at: "/procuracy" }],
    ["that ends before it begins", { until: today }, { code: "days-contradict", at: "/until" }],
    ["from before the procuracy's first day", { from: "2008-12-31" }, { code: "office-closed", at: "/procuracy" }],
  ])("%s is refused", (_, more, refusal) => {
    const province = new Province(today);
    expect(ask(province, assignSupervision, assigning(province, more))).toMatchObject({ refusal });
  });

  it("to an office that is no procuracy is refused", () => {
    const province = new Province(today);
    expect(ask(province, assignSupervision, assigning(province, { procuracy: province.court }))).toMatchObject({
      refusal: { code: "wrong-addressee" },
    });
  });
});

describe("registering a person", () => {
  it("links the login to the person, with the name sealed", () => {
    const province = new Province(today);
    const login = province.stage.newId<Id<"login">>();
    const [event] = does(province, registerPerson, { name: "người thứ nhất", login });
    expect(province.stage.state("login", login)).toEqual({ person: event?.id });
  });

  it("with a login that belongs to somebody is refused", () => {
    const province = new Province(today);
    const body = { name: "người thứ nhất", login: province.stage.newId<Id<"login">>() };
    does(province, registerPerson, body);
    expect(ask(province, registerPerson, body)).toMatchObject({ refusal: { code: "already-exists", at: "/login" } });
  });
});

describe("granting a role", () => {
  it("gives it from its first day", () => {
    const province = new Province(today);
    const person = register(province);
    does(province, grantRole, granting(province, person));
    const state = province.stage.state("person", person);
    expect(state && rolesAt(state, province.area, day(today))).toEqual(["procurator"]);
  });

  it.each([
    ["to nobody", { person: nobody }, { code: "unknown-person", at: "/person" }],
    ["at no office", { office: nobody }, { code: "unknown-office", at: "/office" }],
    ["that ends before it begins", { until: today }, { code: "days-contradict", at: "/until" }],
    ["that a procuracy does not give", { role: "agency-head" }, { code: "role-not-taken", at: "/role" }],
    ["from before the office's first day", { from: "2008-12-31" }, { code: "office-closed", at: "/office" }],
  ])("%s is refused", (_, more, refusal) => {
    const province = new Province(today);
    expect(ask(province, grantRole, granting(province, register(province), more))).toMatchObject({ refusal });
  });

  it("that is held already is refused", () => {
    const province = new Province(today);
    const person = register(province);
    does(province, grantRole, granting(province, person));
    expect(ask(province, grantRole, granting(province, person))).toMatchObject({ refusal: { code: "already-exists" } });
  });

  it.each([
    ["procurator", ["supreme-procuracy", "provincial-procuracy", "area-procuracy", "district-procuracy"]],
    [
      "agency-head",
      ["enforcement-agency", "enforcement-sub-department", "area-enforcement-room", "enforcement-office"],
    ],
    ["court-officer", ["court"]],
    ["management-agency", ["management-agency"]],
    ["auditor", [...officeKinds]],
  ] as const)("%s fits these offices only", (role, kinds) => {
    expect(officeKinds.filter((kind) => fitsOffice(role, kind))).toEqual(kinds);
  });
});

describe("ending a role", () => {
  const ending = (province: Province, person: OfficeId | PersonId) => ({
    person,
    office: province.area,
    role: "procurator",
    endedOn: today,
  });

  it("takes it away from that day", () => {
    const province = new Province(today);
    const person = register(province);
    does(province, grantRole, granting(province, person));
    does(province, endRole, ending(province, person));
    const state = province.stage.state("person", person);
    expect(state && rolesAt(state, province.area, day(today))).toEqual([]);
  });

  it("that is not held is refused", () => {
    const province = new Province(today);
    expect(ask(province, endRole, ending(province, register(province)))).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });
});

describe("keys", () => {
  const publicKey = "A".repeat(43);

  it("sign from today on, never the past", () => {
    const province = new Province(today);
    const person = register(province);
    does(province, registerKey, { person, publicKey });
    expect(province.stage.state("person", person)?.keys).toMatchObject([{ publicKey, from: today }]);
  });

  it("are registered once", () => {
    const province = new Province(today);
    const person = register(province);
    does(province, registerKey, { person, publicKey });
    expect(ask(province, registerKey, { person, publicKey })).toMatchObject({
      refusal: { code: "already-exists", at: "/publicKey" },
    });
  });

  it("are revoked once, from today on", () => {
    const province = new Province(today);
    const person = register(province);
    does(province, registerKey, { person, publicKey });
    const key = province.stage.state("person", person)?.keys[0]?.key;
    does(province, revokeKey, { person, key });
    expect(ask(province, revokeKey, { person, key })).toMatchObject({
      refusal: { code: "nothing-to-change", at: "/key" },
    });
  });

  it("that are unknown cannot be revoked", () => {
    const province = new Province(today);
    expect(ask(province, revokeKey, { person: register(province), key: nobody })).toMatchObject({
      refusal: { code: "unknown-key" },
    });
  });
});
