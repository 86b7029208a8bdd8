/** The relation of the acting office to the office whose affair it is (law 106/2025 Art.112(1)). */

import { describe, expect, it } from "vitest";
import type { OfficeId } from "../../../src/base/ids.ts";
import { relation } from "../../../src/domain/offices/jurisdiction.ts";
import { Province } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

function standing(province: Province, about: OfficeId, acting: OfficeId, on = "2026-11-23") {
  return relation(about, acting, { states: { of: (kind, id) => province.stage.state(kind, id) }, day: day(on) });
}

describe("the affairs of an agency", () => {
  const province = new Province("2026-11-23");
  const { agency, area, provincial, supreme, district, ministry, court, operator } = province;

  it.each([
    ["the agency's own", agency, "own"],
    ["supervised by the competent procuracy", area, "supervised"],
    ["supervised by its superior", provincial, "supervised"],
    ["supervised by the Supreme Procuracy", supreme, "supervised"],
    ["below the management agency", ministry, "superior"],
    ["imported by the operator", operator, "operated"],
    ["not another procuracy's", district, "other"],
    ["not a court's", court, "other"],
  ] as const)("are %s", (_, acting, expected) => {
    expect(standing(province, agency, acting)).toBe(expected);
  });
});

describe("the affairs of an office that is no more", () => {
  const province = new Province("2026-11-23");
  const { stage, subDepartment, agency, district, area } = province;
  const closed = { closedOn: day("2025-07-01"), successor: agency };
  stage.given({ kind: "office", id: subDepartment, event: { type: "office-closed", data: closed } });

  it.each([
    ["are its own on its last day", subDepartment, "2025-06-30", "own"],
    ["are not its own from the day it closed", subDepartment, "2025-07-01", "other"],
    ["are its successor's from that day", agency, "2025-07-01", "own"],
    ["are supervised by its procuracy on its last day", district, "2025-06-30", "supervised"],
    ["are supervised by its successor's procuracy from that day", area, "2025-07-01", "supervised"],
    ["are not supervised by its old procuracy any more", district, "2025-07-01", "other"],
  ] as const)("%s", (_, acting, on, expected) => {
    expect(standing(province, subDepartment, acting, on)).toBe(expected);
  });
});

it("no affairs are those of an office that is no more, its own neither, even if none follows it", () => {
  const province = new Province("2026-11-23");
  const { stage, agency, area } = province;
  for (const id of [agency, area])
    stage.given({ kind: "office", id, event: { type: "office-closed", data: { closedOn: day("2026-11-01") } } });
  expect(standing(province, agency, agency, "2026-10-31")).toBe("own");
  expect(standing(province, agency, agency)).toBe("other");
  expect(standing(province, agency, area)).toBe("other");
  expect(standing(province, agency, province.provincial)).toBe("supervised");
});

it("the affairs of an area procuracy stand below its superiors", () => {
  const province = new Province("2026-11-23");
  expect([province.provincial, province.supreme].map((acting) => standing(province, province.area, acting))).toEqual([
    "superior",
    "superior",
  ]);
});
