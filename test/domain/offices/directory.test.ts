/** Who supervises an office on a day, and who follows an office that is no more (law 106/2025 Art.112(1); src/README.md#supervision). */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatId, type OfficeId } from "../../../src/base/ids.ts";
import type { States } from "../../../src/domain/command.ts";
import { code, committed } from "../../../src/domain/field.ts";
import {
  competentProcuracies,
  officesBehind,
  successorOf,
  superiorsOf,
} from "../../../src/domain/offices/directory.ts";
import type { OfficeState } from "../../../src/domain/offices/office.ts";
import { Province } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

const reform = day("2025-07-01");

/** The districts were abolished on 2025-07-01: procuracy and sub-department have successors. */
function afterReform(): Province {
  const province = new Province("2026-11-23");
  const { stage, district, subDepartment, area, agency } = province;
  stage.given({
    kind: "office",
    id: district,
    event: { type: "office-closed", data: { closedOn: reform, successor: area } },
  });
  stage.given({
    kind: "office",
    id: subDepartment,
    event: { type: "office-closed", data: { closedOn: reform, successor: agency } },
  });
  return province;
}

function statesOf(province: Province): States {
  return { of: (kind, id) => province.stage.state(kind, id) };
}

describe("the competent procuracy", () => {
  it("is the one assigned for the day, then its superiors", () => {
    const province = new Province("2026-11-23");
    const { agency, area, provincial, supreme } = province;
    expect(competentProcuracies(statesOf(province), agency, day("2026-11-23"))).toEqual([area, provincial, supreme]);
  });

  it("was the district's until the district was abolished", () => {
    const province = afterReform();
    const { subDepartment, district, provincial, supreme } = province;
    expect(competentProcuracies(statesOf(province), subDepartment, day("2025-06-30"))).toEqual([
      district,
      provincial,
      supreme,
    ]);
  });

  it("of an office that is no more is the one of its successor", () => {
    const province = afterReform();
    expect(competentProcuracies(statesOf(province), province.subDepartment, reform)[0]).toBe(province.area);
  });

  it("is the successor of an assigned procuracy that is no more", () => {
    const province = afterReform();
    province.supervise(province.court, province.district);
    expect(competentProcuracies(statesOf(province), province.court, reform)[0]).toBe(province.area);
  });

  it("is nobody where none was assigned", () => {
    const province = new Province("2026-11-23");
    expect(competentProcuracies(statesOf(province), province.ministry, day("2026-11-23"))).toEqual([]);
  });

  it("changes on the first day of a later assignment, and comes back when that one is over", () => {
    const province = new Province("2026-11-23");
    const { stage, agency, area, district } = province;
    const data = { procuracy: district, from: day("2026-03-01"), until: day("2026-04-01") };
    stage.given({ kind: "office", id: agency, event: { type: "supervision-assigned", data } });
    const first = (on: string) => competentProcuracies(statesOf(province), agency, day(on))[0];
    expect([first("2026-02-28"), first("2026-03-01"), first("2026-03-31"), first("2026-04-01")]).toEqual([
      area,
      district,
      district,
      area,
    ]);
  });
});

describe("the successor of an office", () => {
  it("is the office itself until the day before it closes", () => {
    const province = afterReform();
    expect(successorOf(statesOf(province), province.district, day("2025-06-30"))).toBe(province.district);
  });

  it("is followed further when the successor closes too", () => {
    const province = afterReform();
    const { stage, agency, ministry, subDepartment } = province;
    stage.given({
      kind: "office",
      id: agency,
      event: { type: "office-closed", data: { closedOn: day("2026-07-01"), successor: ministry } },
    });
    const at = (on: string) => successorOf(statesOf(province), subDepartment, day(on));
    expect([at("2026-06-30"), at("2026-07-01")]).toEqual([agency, ministry]);
  });

  it("of an office that closed without one is itself", () => {
    const province = new Province("2026-11-23");
    province.stage.given({
      kind: "office",
      id: province.court,
      event: { type: "office-closed", data: { closedOn: reform } },
    });
    expect(successorOf(statesOf(province), province.court, day("2026-11-23"))).toBe(province.court);
  });
});

describe("whatever the directory holds", () => {
  const ids: readonly OfficeId[] = [0, 1, 2, 3, 4].map(idOf);
  const maybeOffice = fc.option(fc.constantFrom(...ids), { nil: undefined });
  const someDay = fc.constantFrom(day("2020-01-01"), day("2023-01-01"), day("2026-01-01"));
  const office = fc.record({
    superior: maybeOffice,
    closedOn: fc.option(someDay, { nil: undefined }),
    successor: maybeOffice,
    procuracy: fc.constantFrom(...ids),
  });
  const directory = fc.array(office, { minLength: 5, maxLength: 5 });

  it("every question ends, and names each office once", () => {
    fc.assert(
      fc.property(directory, fc.constantFrom(...ids), someDay, (offices, asked, on) => {
        const states = statesFrom(offices.map((each, i) => stateOf(idOf(i), each)));
        successorOf(states, asked, on);
        superiorsOf(states, asked, on);
        const competent = competentProcuracies(states, asked, on);
        expect(new Set(competent).size).toBe(competent.length);
      }),
    );
  });

  it("an answer rests only on the offices that are said to stand behind it", () => {
    fc.assert(
      fc.property(directory, fc.constantFrom(...ids), someDay, (offices, asked, on) => {
        const all = offices.map((each, i) => stateOf(idOf(i), each));
        const behind = officesBehind(statesFrom(all), [asked]);
        const loaded = statesFrom(all.filter(({ id }) => behind.includes(`office/${id}`)));
        expect(competentProcuracies(loaded, asked, on)).toEqual(competentProcuracies(statesFrom(all), asked, on));
      }),
    );
  });
});

function idOf(number: number): OfficeId {
  return formatId<OfficeId>(new Uint8Array(16).fill(number));
}

interface Links {
  readonly superior: OfficeId | undefined;
  readonly closedOn: OfficeState["closedOn"];
  readonly successor: OfficeId | undefined;
  readonly procuracy: OfficeId;
}

function stateOf(id: OfficeId, { procuracy, ...links }: Links): OfficeState {
  const supervision = [{ procuracy, from: day("2019-01-01") }];
  const name = committed.parse({ sealed: "0".repeat(64) });
  return {
    id,
    code: code.parse("x"),
    kind: "area-procuracy",
    name,
    openedOn: day("2019-01-01"),
    supervision,
    ...links,
  };
}

function statesFrom(offices: readonly OfficeState[]): States {
  const known: States["of"] = (kind, id) =>
    kind === "office" ? (offices.find((office) => office.id === id) as never) : undefined;
  return { of: known };
}
