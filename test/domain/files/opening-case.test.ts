/** One enforcement decision is one case (law 106/2025 Art.3(8)); it decides the judgment and the requests that it names. */

import { describe, expect, it } from "vitest";
import type { IntakeId } from "../../../src/base/ids.ts";
import { personalFields } from "../../../src/domain/files/case.ts";
import { addAsset, addParty, disclosePersonal } from "../../../src/domain/files/commands.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { Docket } from "../../kit/host/docket.ts";
import { document, must } from "../../kit/host/province.ts";

const today = "2026-11-23";

function request(receivedOn: string) {
  return { type: "request-received", days: { receivedOn: document(receivedOn) } };
}

function decisionsOf(docket: Docket, intake: IntakeId) {
  return docket.province.stage.state("intake", intake)?.decisions.map(({ answers }) => answers);
}

describe("a case", () => {
  it("begins with its decision, its two debtors, its creditor and its two assets", () => {
    const docket = new Docket(today);
    const opened = docket.case({ number: "530/QĐ-CTHADS" });
    expect(docket.province.stage.state("case", opened.on.case)).toMatchObject({
      decision: opened.decision,
      parties: [{ id: opened.debtors[0] }, { id: opened.debtors[1] }, { id: opened.creditor }],
      assets: [{ id: opened.assets[0] }, { id: opened.assets[1] }],
      acts: [
        {
          id: opened.act,
          type: "decision-issued",
          traits: { decision: "enforcement" },
          document: { sealed: expect.any(String) },
        },
      ],
    });
  });

  it("has its intake's motion, and says so itself where it differs", () => {
    const docket = new Docket(today);
    const { on } = docket.intake({ interim: true });
    const motions = [{}, { motion: "on-request", interim: false }].map((more) => {
      const opened = docket.case(more, on.intake);
      const state = docket.province.stage.state("case", opened.on.case);
      return [state?.motion, state?.interim];
    });
    expect(motions).toEqual([
      ["own-motion", true],
      ["on-request", false],
    ]);
  });

  it("keeps each name under the key of its party, so that one can be erased alone", () => {
    const docket = new Docket(today);
    const [event] = must(docket.askCase(docket.intake().on.intake));
    if (event?.event.type !== "case-opened") throw new Error("no case was opened");
    const [first] = event.event.data.parties;
    expect(first?.name).toEqual(new Secret("người phải thi hành án thứ nhất", "personal", first?.party));
  });

  it("of an agency that is no more is its successor's", () => {
    const docket = new Docket(today);
    const { agency, subDepartment, operator } = docket.province;
    const importer = docket.province.acting(operator, "importer");
    docket.province.close(subDepartment, "2026-11-03", agency);
    const { intake } = docket.intake({ agency: subDepartment }, importer).on;
    const decided = (on: string) => {
      const opened = docket.case({ decidedOn: document(on) }, intake, importer);
      return docket.province.stage.state("case", opened.on.case)?.agency;
    };
    expect([decided("2026-11-02"), decided("2026-11-03")]).toEqual([subDepartment, agency]);
  });
});

describe("what a decision decides", () => {
  it("is what it names: the other creditor's request stays open", () => {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({ motion: "on-request", acts: [request("2026-11-02"), request("2026-11-03")] });
    docket.case({ answers: [acts[1]] }, on.intake);
    expect(decisionsOf(docket, on.intake)).toEqual([[acts[1]]]);
  });

  it("is all that nothing has answered yet, when it names nothing", () => {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({ motion: "on-request", acts: [request("2026-11-02"), request("2026-11-03")] });
    docket.case({ answers: [acts[0]] }, on.intake);
    docket.case({}, on.intake);
    expect(decisionsOf(docket, on.intake)).toEqual([[acts[0]], [acts[1]]]);
  });

  it("is not a request that was refused", () => {
    const docket = new Docket(today);
    const { on, acts } = docket.intake({ motion: "on-request", acts: [request("2026-11-02"), request("2026-11-03")] });
    docket.record(on, { type: "request-refused", answers: [acts[0]], days: { happenedOn: document("2026-11-04") } });
    docket.case({}, on.intake);
    expect(decisionsOf(docket, on.intake)).toEqual([[acts[1]]]);
  });
});

describe("a case is refused", () => {
  it.each([
    ["on a day in the future", { decidedOn: document("2026-11-24") }, { code: "day-in-future", at: "/decidedOn" }],
    [
      "that decides an act which is not in the intake",
      { answers: ["f".repeat(32)] },
      { code: "unknown-act", at: "/answers/0" },
    ],
    [
      "by the system's word about another day",
      { decidedOn: { day: "2026-11-20", source: "system" } },
      { code: "day-not-taken" },
    ],
    [
      "as an import by somebody who does not import",
      { decidedOn: { day: "2026-11-20", source: "import" } },
      { code: "day-not-taken" },
    ],
  ])("%s", (_, more, refusal) => {
    const docket = new Docket(today);
    expect(docket.askCase(docket.intake().on.intake, more)).toMatchObject({ refusal });
  });
});

describe("later on a case", () => {
  it("a party and an asset are added", () => {
    const docket = new Docket(today);
    const { on } = docket.case();
    docket.province.does(addParty, { ...on, side: "related", name: "người có quyền lợi liên quan" }, docket.officer);
    docket.province.does(addAsset, { ...on, kind: "money" }, docket.officer);
    const state = docket.province.stage.state("case", on.case);
    expect([state?.parties.at(-1), state?.assets.at(-1)]).toMatchObject([
      { side: "related", name: {} },
      { kind: "money" },
    ]);
  });

  it("a page that shows personal fields is one entry that counts them", () => {
    const docket = new Docket(today);
    const { on } = docket.case();
    const asked = { ...on, purpose: "supervision" };
    const [event] = docket.province.does(disclosePersonal, asked, docket.province.procurator());
    expect(event?.event).toEqual({ type: "personal-disclosed", data: { purpose: "supervision", fields: 2 } });
  });

  it("they are the names of parties and the descriptions of assets", () => {
    const docket = new Docket(today);
    const state = docket.province.stage.state("case", docket.case().on.case);
    expect(state && personalFields(state)).toEqual([state?.parties[0]?.name, state?.assets[1]?.description]);
  });

  it("nothing is disclosed where nothing personal is kept", () => {
    const docket = new Docket(today);
    const [opened] = must(docket.askCase(docket.intake().on.intake, { parties: [], assets: [] }));
    const asked = { case: opened?.id, purpose: "answer" };
    expect(docket.province.stage.run(disclosePersonal, asked, docket.officer)).toMatchObject({
      refusal: { code: "nothing-to-change" },
    });
  });
});
