/** The dispute over a protest: reconsideration, report, binding answer (law 106/2025 Art.113(2), law 26/2008 Art.161(2)). */

import { describe, expect, it } from "vitest";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "../../../src/domain/instruments/commands/disputing.ts";
import { closeInstrument } from "../../../src/domain/instruments/commands/ending.ts";
import {
  claim,
  clocks,
  importedProtest,
  only,
  received,
  reply,
  type Sent,
  stateOf,
} from "../../kit/host/instrument.ts";
import { must } from "../../kit/host/province.ts";

function request(sent: Sent, on: string) {
  sent.province.stage.on(on);
  return sent.province.stage.run(
    requestReconsideration,
    { instrument: sent.instrument, reason: "không nhất trí" },
    sent.province.head(),
  );
}

function answer(sent: Sent, on: string, outcome: string) {
  sent.province.stage.on(on);
  return sent.province.stage.run(
    answerReconsideration,
    { instrument: sent.instrument, outcome },
    sent.province.chief(),
  );
}

function report(sent: Sent, on: string, to = sent.province.ministry) {
  sent.province.stage.on(on);
  return sent.province.stage.run(reportDispute, { instrument: sent.instrument, to }, sent.province.head());
}

function bind(sent: Sent, on: string, outcome: string, by = sent.province.ministry) {
  sent.province.stage.on(on);
  const who = sent.province.acting(by, "management-agency");
  return sent.province.stage.run(giveBindingAnswer, { instrument: sent.instrument, outcome }, who);
}

function reported(): Sent {
  const sent = received("protest");
  must(request(sent, "2026-11-12"));
  must(answer(sent, "2026-11-16", "maintained"));
  must(report(sent, "2026-11-18"));
  return sent;
}

describe("reconsideration", () => {
  it("starts the procuracy's own clock of ten days", () => {
    const sent = received("protest");
    must(request(sent, "2026-11-12"));
    expect(only(clocks(sent, "PROTEST_RECONSIDER_REPLY", "2026-11-24"))).toMatchObject({
      dueOn: "2026-11-23",
      state: "missed",
    });
    const row = sent.province.stage
      .rows("instrument", sent.instrument)
      .deadline?.find(({ rule }) => rule === "PROTEST_RECONSIDER_REPLY");
    expect(row).toMatchObject({ office: sent.province.area });
  });

  it("that is answered ends it", () => {
    const sent = received("protest");
    must(request(sent, "2026-11-12"));
    must(answer(sent, "2026-11-24", "maintained"));
    expect(only(clocks(sent, "PROTEST_RECONSIDER_REPLY", "2026-11-24"))).toMatchObject({ state: "late", daysLate: 1 });
  });

  it("that gives way withdraws the protest in the same act, and its findings stay decided", () => {
    const sent = received("protest");
    must(request(sent, "2026-11-12"));
    must(answer(sent, "2026-11-13", "withdrawn"));
    expect(stateOf(sent)).toMatchObject({ status: "withdrawn", reason: "reconsidered" });
    expect(sent.province.stage.state("finding", sent.findings[0])).toMatchObject({ status: "in-instrument" });
  });

  it("is asked for once", () => {
    const sent = received("protest");
    must(request(sent, "2026-11-12"));
    expect(request(sent, "2026-11-13")).toMatchObject({
      refusal: { code: "wrong-moment", detail: { dispute: "requested" } },
    });
  });

  it.each(["recommendation", "request"] as const)("of a %s does not exist", (kind) => {
    expect(request(received(kind), "2026-11-12")).toMatchObject({
      refusal: { code: "wrong-moment", detail: { kind } },
    });
  });

  it("is not answered before it is asked for", () => {
    expect(answer(received("protest"), "2026-11-12", "maintained")).toMatchObject({
      refusal: { code: "wrong-moment" },
    });
  });
});

describe("the report to the authority above", () => {
  it("comes after the procuracy maintained the protest, under the law of 2025", () => {
    const sent = received("protest");
    expect(report(sent, "2026-11-12")).toMatchObject({
      refusal: { code: "wrong-moment", detail: { dispute: "none" } },
    });
    must(request(sent, "2026-11-12"));
    expect(report(sent, "2026-11-13")).toMatchObject({
      refusal: { code: "wrong-moment", detail: { dispute: "requested" } },
    });
    must(answer(sent, "2026-11-16", "maintained"));
    expect(report(sent, "2026-11-18")).toMatchObject({ ok: true });
  });

  it("starts the clock of thirty days of that authority, and of no other office", () => {
    const sent = reported();
    const row = sent.province.stage
      .rows("instrument", sent.instrument)
      .deadline?.find(({ rule }) => rule === "PROTEST_ESCALATION_REPLY");
    expect(row).toMatchObject({ office: sent.province.ministry, started_on: "2026-11-18", due_on: "2026-12-18" });
  });

  it("goes to an authority above the agency", () => {
    const sent = received("protest");
    must(request(sent, "2026-11-12"));
    must(answer(sent, "2026-11-16", "maintained"));
    expect(report(sent, "2026-11-18", sent.province.court)).toMatchObject({
      refusal: { code: "wrong-addressee", at: "/to" },
    });
  });

  it("is made at once under the law of 2008, which knew no reconsideration (Art.161(2))", () => {
    const sent = importedProtest("2025-03-03", "2025-03-10");
    expect(report(sent, "2025-03-17")).toMatchObject({ ok: true });
  });
});

describe("a binding answer", () => {
  it("that overturns decides the findings for good: the instrument may close", () => {
    const sent = reported();
    const close = () =>
      sent.province.stage.run(closeInstrument, { instrument: sent.instrument }, sent.province.procurator());
    expect(close()).toMatchObject({ refusal: { code: "not-settled", detail: { findings: 2, settled: 0 } } });
    must(bind(sent, "2026-12-01", "overturned"));
    expect(close()).toMatchObject({ ok: true });
  });

  it("that overturns leaves nothing to reply to", () => {
    const sent = reported();
    must(bind(sent, "2026-12-01", "overturned"));
    const body = { instrument: sent.instrument, answers: [{ findings: sent.findings, answer: "accepted" }] };
    expect(sent.province.stage.run(giveReply, body, sent.province.head())).toMatchObject({
      refusal: { code: "wrong-moment" },
    });
  });

  it("that upholds settles nothing by itself", () => {
    const sent = reported();
    must(bind(sent, "2026-12-01", "upheld"));
    expect(
      sent.province.stage.run(closeInstrument, { instrument: sent.instrument }, sent.province.procurator()),
    ).toMatchObject({ refusal: { code: "not-settled" } });
  });

  it("comes from the authority that was asked", () => {
    const sent = reported();
    expect(bind(sent, "2026-12-01", "upheld", sent.province.court)).toMatchObject({
      refusal: { code: "not-permitted" },
    });
  });
});

describe("the Minister (law 106/2025 Art.113(3))", () => {
  const supreme = (sent: Sent) => sent.province.chief(sent.province.supreme);

  function ask(sent: Sent, on: string, by = supreme(sent)) {
    sent.province.stage.on(on);
    return sent.province.stage.run(askMinister, { instrument: sent.instrument }, by);
  }

  function decide(sent: Sent, on: string, outcome: string) {
    sent.province.stage.on(on);
    return sent.province.stage.run(recordMinisterAnswer, { instrument: sent.instrument, outcome }, supreme(sent));
  }

  function overturned(): Sent {
    const sent = reported();
    must(bind(sent, "2026-12-01", "overturned"));
    return sent;
  }

  const close = (sent: Sent) =>
    sent.province.stage.run(closeInstrument, { instrument: sent.instrument }, sent.province.procurator());

  it("is asked by the chief of the Supreme Procuracy alone, and answers within thirty days", () => {
    const sent = overturned();
    for (const who of [sent.province.chief(), sent.province.chief(sent.province.provincial)]) {
      expect(ask(sent, "2026-12-02", who)).toMatchObject({
        refusal: { code: "not-permitted", detail: { office: "supreme-procuracy" } },
      });
    }
    must(ask(sent, "2026-12-02"));
    expect(only(clocks(sent, "PROTEST_MINISTER_REPLY", "2027-01-05"))).toMatchObject({
      startedOn: "2026-12-02",
      dueOn: "2027-01-04",
      state: "missed",
      owner: "minister",
    });
    must(decide(sent, "2027-01-05", "overturned"));
    expect(only(clocks(sent, "PROTEST_MINISTER_REPLY", "2027-01-05"))).toMatchObject({ state: "late", daysLate: 1 });
  });

  it("is waited for in the list of the Supreme Procuracy, which breaches nothing by waiting", () => {
    const sent = overturned();
    const waiting = () =>
      sent.province.stage
        .rows("instrument", sent.instrument)
        .deadline?.filter(({ rule }) => rule === "PROTEST_MINISTER_REPLY");
    expect(waiting()).toEqual([]);
    must(ask(sent, "2026-12-02"));
    expect(waiting()).toMatchObject([
      { office: supreme(sent).office, owner: "minister", weight: "none", state: "open", day: "2027-01-04" },
    ]);
    must(decide(sent, "2027-01-05", "overturned"));
    expect(waiting()).toEqual([]);
  });

  it("is asked only where the answer overturned the protest, and once", () => {
    const early = reported();
    expect(ask(early, "2026-11-20")).toMatchObject({ refusal: { code: "wrong-moment" } });
    must(bind(early, "2026-12-01", "upheld"));
    expect(ask(early, "2026-12-02")).toMatchObject({ refusal: { code: "wrong-moment" } });
    const sent = overturned();
    must(ask(sent, "2026-12-02"));
    expect(ask(sent, "2026-12-03")).toMatchObject({
      refusal: { code: "wrong-moment", detail: { dispute: "minister-asked" } },
    });
  });

  it("answers nothing before being asked, nor on an earlier day", () => {
    const sent = overturned();
    expect(decide(sent, "2026-12-02", "upheld")).toMatchObject({ refusal: { code: "wrong-moment" } });
    must(ask(sent, "2026-12-03"));
    const answeredOn = { day: "2026-12-02", source: "document" };
    const body = { instrument: sent.instrument, outcome: "upheld", answeredOn };
    expect(sent.province.stage.run(recordMinisterAnswer, body, supreme(sent))).toMatchObject({
      refusal: { code: "days-contradict" },
    });
  });

  it("while asked keeps the instrument open; an answer that overturns lets it close", () => {
    const sent = overturned();
    must(ask(sent, "2026-12-02"));
    expect(close(sent)).toMatchObject({ refusal: { code: "not-settled" } });
    must(decide(sent, "2026-12-15", "overturned"));
    expect(close(sent)).toMatchObject({ ok: true });
  });

  it("upholding starts the clock to carry out, which the remedies meet", () => {
    const sent = overturned();
    must(ask(sent, "2026-12-02"));
    expect(clocks(sent, "PROTEST_COMPLY", "2026-12-14")).toEqual([]);
    must(decide(sent, "2026-12-15", "upheld"));
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-12-31"))).toMatchObject({
      startedOn: "2026-12-15",
      dueOn: "2026-12-22",
      state: "missed",
    });
    claim(sent, "2026-12-21");
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-12-31"))).toMatchObject({ metOn: "2026-12-21", state: "met" });
  });
});

describe("a dispute and the clock to carry out", () => {
  it("runs five working days from the reply that accepts", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-10");
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-11-18"))).toMatchObject({
      startedOn: "2026-11-10",
      dueOn: "2026-11-17",
      state: "missed",
    });
  });

  it("is stopped by a request to reconsider in time", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-10");
    must(request(sent, "2026-11-12"));
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-12-31"))).toMatchObject({ state: "excused" });
  });

  it("is not stopped by a request that comes when it has run out", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-10");
    must(request(sent, "2026-11-18"));
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-12-31"))).toMatchObject({ state: "missed" });
  });

  it("is started again, whole, by a binding answer that upholds", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-10");
    must(request(sent, "2026-11-12"));
    must(answer(sent, "2026-11-16", "maintained"));
    must(report(sent, "2026-11-18"));
    must(bind(sent, "2026-12-01", "upheld"));
    const states = clocks(sent, "PROTEST_COMPLY", "2026-12-09").map(({ startedOn, dueOn, state }) => ({
      startedOn,
      dueOn,
      state,
    }));
    expect(states).toContainEqual({ startedOn: "2026-12-01", dueOn: "2026-12-08", state: "missed" });
    expect(states).toContainEqual({ startedOn: "2026-11-10", dueOn: "2026-11-17", state: "excused" });
  });

  it("that a binding answer started is met by the remedies", () => {
    const sent = reported();
    must(bind(sent, "2026-12-01", "upheld"));
    claim(sent, "2026-12-07");
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-12-31"))).toMatchObject({
      startedOn: "2026-12-01",
      metOn: "2026-12-07",
      state: "met",
    });
  });

  it("is stopped as well for what was accepted in part only", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-10", [sent.findings[0]]);
    must(request(sent, "2026-11-12"));
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-12-31"))).toMatchObject({ state: "excused" });
  });

  it("is not started by a binding answer that overturns", () => {
    const sent = reported();
    must(bind(sent, "2026-12-01", "overturned"));
    expect(clocks(sent, "PROTEST_COMPLY", "2026-12-31")).toEqual([]);
  });

  it("is started by a new acceptance after the dispute, from that day", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-10");
    must(request(sent, "2026-11-12"));
    must(answer(sent, "2026-11-16", "maintained"));
    reply(sent, "accepted", "2026-11-19");
    expect(
      clocks(sent, "PROTEST_COMPLY", "2026-11-19").map(({ startedOn, state }) => [startedOn, state]),
    ).toContainEqual(["2026-11-19", "open"]);
  });

  it("is not stopped by what came before its start on the same day: the steps of one day are in the order of the log", () => {
    const sent = received("protest");
    const on = "2026-11-12";
    reply(sent, "disagreed", on);
    must(request(sent, on));
    must(answer(sent, on, "maintained"));
    must(report(sent, on));
    must(bind(sent, on, "upheld"));
    expect(only(clocks(sent, "PROTEST_COMPLY", on))).toMatchObject({ startedOn: on, state: "open" });
  });

  it("is not stopped by a disagreement of the same morning", () => {
    const sent = received("protest");
    reply(sent, "disagreed", "2026-11-12");
    reply(sent, "accepted", "2026-11-12");
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-11-12"))).toMatchObject({ state: "open" });
  });

  it("is stopped by a dispute that was opened on its first day, after it", () => {
    const sent = received("protest");
    reply(sent, "accepted", "2026-11-12");
    must(request(sent, "2026-11-12"));
    expect(only(clocks(sent, "PROTEST_COMPLY", "2026-11-12"))).toMatchObject({ state: "excused" });
  });
});
