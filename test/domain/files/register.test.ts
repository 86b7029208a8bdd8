/** A register of an office: its keeper records there what is about no case, and what the keeper owes is found there. */

import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../src/domain/projection.ts";
import { confirmDetections } from "../../../src/domain/findings/commands.ts";
import { streamName } from "../../../src/domain/event.ts";
import { Docket } from "../../kit/host/docket.ts";
import { document, must } from "../../kit/host/province.ts";

const today = "2026-11-23";
const ended = { type: "reporting-period-ended", days: { happenedOn: document("2026-03-31") } };
const asked = { type: "data-request-received", days: { receivedOn: document("2026-11-05") } };

describe("a register is opened", () => {
  it("by an agency and by a procuracy, each its own", () => {
    const docket = new Docket(today);
    const { area } = docket.province;
    const procurator = docket.province.procurator();
    const { register } = docket.register({ office: area }, procurator);
    expect(docket.province.stage.state("register", register)).toMatchObject({ office: area, acts: [] });
    expect(docket.askRegister().ok).toBe(true);
    expect(docket.askRegister({}, procurator)).toMatchObject({ refusal: { code: "not-permitted" } });
  });

  it.each([
    ["in the future", { openedOn: "2026-11-24" }, { code: "day-in-future", at: "/openedOn" }],
    ["before the office's first day", { openedOn: "2008-12-31" }, { code: "office-closed", at: "/office" }],
    ["of an office that does not exist", { office: "f".repeat(32) }, { code: "not-permitted" }],
  ])("%s is refused", (_, more, refusal) => {
    expect(new Docket(today).askRegister(more)).toMatchObject({ refusal });
  });

  it("of an office that neither enforces nor supervises is refused", () => {
    const docket = new Docket(today);
    const { court } = docket.province;
    const importer = docket.province.acting(court, "importer");
    expect(docket.askRegister({ office: court }, importer)).toMatchObject({
      refusal: { code: "wrong-addressee", at: "/office" },
    });
  });
});

describe("in a register", () => {
  it("each office finds its own late reports: the agency of the agency, the procuracy of itself", () => {
    const docket = new Docket(today);
    const { agency, area, stage } = docket.province;
    const procurator = docket.province.procurator();
    const books = [
      { on: docket.register(), by: docket.officer, office: agency },
      { on: docket.register({ office: area }, procurator), by: procurator, office: area },
    ];
    for (const { on, by, office } of books) {
      const [late, inTime] = [docket.record(on, ended, by), docket.record(on, ended, by)];
      const closed = (id: string, day: string) => ({
        type: "figures-closed",
        subject: { kind: "report", id },
        days: { happenedOn: document(day) },
      });
      docket.record(on, closed(late.subject, "2026-04-06"), by);
      docket.record(on, closed(inTime.subject, "2026-04-01"), by);
      const rows = rowsOf(streamName("register", on.register), stage.state("register", on.register));
      expect(rows.register).toMatchObject([{ office, opened_on: "2026-01-05" }]);
      expect(rows.deadline).toMatchObject([
        { rule: "STAT_CLOSE", subject: late.subject, office, state: "met", satisfied: false, weight: "violation" },
        { rule: "STAT_CLOSE", subject: inTime.subject, office, state: "met", satisfied: true },
      ]);
    }
  });

  it("a request of a data subject about no case is owed an answer", () => {
    const docket = new Docket(today);
    const on = docket.register();
    const [first, second] = [docket.record(on, asked), docket.record(on, asked)];
    docket.record(on, {
      type: "data-request-acknowledged",
      subject: { kind: "data-request", id: second.subject },
      days: { sentOn: document("2026-11-06") },
    });
    const rows = rowsOf(
      streamName("register", on.register),
      docket.province.stage.state("register", on.register),
    ).deadline;
    expect(rows).toMatchObject([
      { rule: "PDP_ACK", subject: first.subject, state: "open" },
      { rule: "PDP_ACK", subject: second.subject, state: "met", satisfied: true },
    ]);
  });

  it("the competent procuracy confirms what it finds", () => {
    const docket = new Docket(today);
    const on = docket.register();
    const { act, subject } = docket.record(on, ended);
    const detections = [{ about: { kind: "register", id: on.register }, deadline: `STAT_CLOSE/${act}/${subject}` }];
    const confirmed = must(docket.province.stage.run(confirmDetections, { detections }, docket.province.procurator()));
    expect(confirmed).toMatchObject([
      { event: { data: { about: { kind: "register", id: on.register }, office: docket.province.agency } } },
    ]);
  });

  it("nobody else records or corrects: not the procuracy in the agency's, nor the agency in the procuracy's", () => {
    const docket = new Docket(today);
    const procurator = docket.province.procurator();
    const agencys = docket.register();
    const procuracys = docket.register({ office: docket.province.area }, procurator);
    const refusal = { code: "not-permitted", at: "/type", detail: { recorders: "keeper importer" } };
    expect(docket.ask(agencys, ended, procurator)).toMatchObject({ refusal });
    expect(docket.ask(procuracys, ended)).toMatchObject({ refusal: { code: "not-permitted" } });
    const { act } = docket.record(agencys, ended);
    const change = { field: "happenedOn", after: document("2026-10-30") };
    expect(docket.askCorrection(agencys, act, change, procurator)).toMatchObject({
      refusal: { code: "not-permitted", at: "/act" },
    });
    expect(docket.askCorrection(agencys, act, change).ok).toBe(true);
  });

  it("no act of a case is recorded, and no report in a case", () => {
    const docket = new Docket(today);
    const day = { happenedOn: document("2026-11-05") };
    const refusal = { code: "subject-not-taken", at: "/subject/kind" };
    expect(docket.ask(docket.register(), { type: "money-collected", days: day })).toMatchObject({ refusal });
    expect(docket.ask(docket.case().on, ended)).toMatchObject({ refusal });
  });
});
