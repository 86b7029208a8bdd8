/** An intake begins with what came in: a judgment or a request, the agency that took it, the court it came from. */

import { describe, expect, it } from "vitest";
import { Docket } from "../../kit/host/docket.ts";
import { document } from "../../kit/host/province.ts";

const today = "2026-11-23";
const received = { type: "judgment-received", days: { receivedOn: document("2026-11-02") } };

describe("an intake", () => {
  it("is kept with the acts by which it was opened", () => {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({ judgment: "12/2026/DS-ST", acts: [received] });
    expect(docket.province.stage.state("intake", on.intake)).toMatchObject({
      agency: docket.province.agency,
      court: docket.province.court,
      judgment: { sealed: expect.any(String) },
      acts: [{ id: acts[0], type: "judgment-received", subject: { kind: "intake", id: on.intake }, recordedOn: today }],
    });
  });

  it.each([
    ["in the future", { openedOn: "2026-11-24" }, { code: "day-in-future", at: "/openedOn" }],
    ["at an agency that does not exist", { agency: "f".repeat(32) }, { code: "not-permitted" }],
    ["from a court that does not exist", { court: "f".repeat(32) }, { code: "unknown-office", at: "/court" }],
    ["before the agency's first day", { openedOn: "2008-12-31" }, { code: "office-closed", at: "/agency" }],
    [
      "with an act that cannot have happened",
      { acts: [received, { type: "judgment-received", days: {} }] },
      { code: "day-missing", at: "/acts/1/days" },
    ],
  ])("%s is refused", (_, more, refusal) => {
    expect(new Docket(today).askIntake(more)).toMatchObject({ refusal });
  });

  it("from an office that is no court is refused", () => {
    const docket = new Docket(today);
    expect(docket.askIntake({ court: docket.province.area })).toMatchObject({
      refusal: { code: "wrong-addressee", at: "/court" },
    });
  });

  it("of an office that does not enforce is refused", () => {
    const docket = new Docket(today);
    const { court } = docket.province;
    const importer = docket.province.acting(court, "importer");
    expect(docket.askIntake({ agency: court }, importer)).toMatchObject({
      refusal: { code: "wrong-addressee", at: "/agency" },
    });
  });

  it("of another agency is not permitted", () => {
    const docket = new Docket(today);
    const other = docket.province.acting(docket.province.subDepartment, "agency-officer");
    expect(docket.askIntake({}, other)).toMatchObject({ refusal: { code: "not-permitted" } });
  });

  it("of an agency of the past is imported by the operator, on a day on which it existed", () => {
    const docket = new Docket(today);
    const { subDepartment, agency, operator } = docket.province;
    docket.province.close(subDepartment, "2025-07-01", agency);
    const importer = docket.province.acting(operator, "importer");
    const imports = (openedOn: string) => docket.askIntake({ agency: subDepartment, openedOn }, importer);
    expect([imports("2025-06-30").ok, imports("2025-07-01").ok]).toEqual([true, false]);
  });
});
