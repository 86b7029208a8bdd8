/** A draft is composed of confirmed findings: one procuracy, one addressee, one rule an item, n of N. */

import { describe, expect, it } from "vitest";
import { discardDraft, draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import { type File, must, Province } from "../../kit/host/province.ts";

const today = "2026-11-23";
const ground = { day: "2026-11-16", source: "document" } as const;

function scene(count = 1): { province: Province; files: readonly File[] } {
  const province = new Province(today);
  return { province, files: Array.from({ length: count }, () => province.caseSentLate("2026-10-05", "2026-10-20")) };
}

function item(findings: readonly string[], of = 40) {
  return { findings, of, demand: "khắc phục" };
}

function ask(province: Province, body: object) {
  return province.stage.run(
    draftInstrument,
    { kind: "recommendation", addressee: province.agency, body: "văn bản", ...body },
    province.procurator(),
  );
}

describe("a draft", () => {
  it("counts the files with the violation among those that were looked at", () => {
    const { province, files } = scene(2);
    const instrument = province.draft({ kind: "recommendation", items: [item(province.findings(files), 159)] });
    expect(province.stage.state("instrument", instrument)).toMatchObject({
      status: "drafted",
      issuer: province.area,
      items: [{ rule: "SEND_DECISION_VKS", version: "L2025", n: 2, of: 159 }],
    });
  });

  it("counts a file once, however many findings it has", () => {
    const province = new Province(today);
    const file = province.caseSentLate("2026-10-05", "2026-10-20");
    const second = province.secondDecision(file, "2026-10-06");
    const instrument = province.draft({ kind: "recommendation", items: [item(province.findings([file, second]), 1)] });
    expect(province.stage.state("instrument", instrument)?.items).toMatchObject([{ n: 1, of: 1 }]);
  });

  it("takes its findings: they cannot be put into another one", () => {
    const { province, files } = scene();
    const findings = province.findings(files);
    province.draft({ kind: "recommendation", items: [item(findings)] });
    expect(ask(province, { items: [item(findings)] })).toMatchObject({
      refusal: { code: "finding-taken", at: "/items/0/findings/0" },
    });
  });

  it("gives them back when it is discarded", () => {
    const { province, files } = scene();
    const findings = province.findings(files);
    const instrument = province.draft({ kind: "recommendation", items: [item(findings)] });
    must(province.stage.run(discardDraft, { instrument }, province.procurator()));
    expect(ask(province, { items: [item(findings)] })).toMatchObject({ ok: true });
  });
});

describe("what is refused", () => {
  it("a finding that is named twice", () => {
    const { province, files } = scene();
    const findings = province.findings(files);
    expect(ask(province, { items: [item(findings), item(findings)] })).toMatchObject({
      refusal: { code: "already-exists", at: "/items/1/findings/0" },
    });
  });

  it("a finding that is not known", () => {
    const { province } = scene();
    expect(ask(province, { items: [item(["0".repeat(32)])] })).toMatchObject({ refusal: { code: "unknown-finding" } });
  });

  it("findings of two rules in one item", () => {
    const { province, files } = scene();
    const findings = province.findings([...files, province.unverified("2026-07-06")]);
    expect(ask(province, { items: [item(findings)] })).toMatchObject({
      refusal: { code: "findings-differ", at: "/items/0/findings/1", detail: { rule: "SEND_DECISION_VKS" } },
    });
  });

  it("findings of two versions of a rule in one item: the articles differ", () => {
    const { province, files } = scene();
    const findings = province.findings([...files, province.caseSentLate("2026-03-02", "2026-04-01")]);
    expect(ask(province, { items: [item(findings)] })).toMatchObject({
      refusal: { code: "findings-differ", at: "/items/0/findings/1" },
    });
  });

  it("a finding that another procuracy confirmed", () => {
    const { province, files } = scene();
    const findings = province.findings(files, "less-serious", province.provincial);
    expect(ask(province, { items: [item(findings)] })).toMatchObject({
      refusal: { code: "findings-differ", detail: { procuracy: province.provincial } },
    });
  });

  it("a finding against another office than the addressee", () => {
    const { province, files } = scene();
    const findings = province.findings(files);
    expect(ask(province, { addressee: province.court, items: [item(findings)] })).toMatchObject({
      refusal: { code: "findings-differ", detail: { office: province.agency } },
    });
  });

  it("an N smaller than n", () => {
    const { province, files } = scene(2);
    expect(ask(province, { items: [item(province.findings(files), 1)] })).toMatchObject({
      refusal: { code: "count-contradicts", at: "/items/0/of", detail: { n: 2, of: 1 } },
    });
  });

  it("a day of remedy that is over", () => {
    const { province, files } = scene();
    const items = [{ ...item(province.findings(files)), correctBy: "2026-11-22" }];
    expect(ask(province, { items })).toMatchObject({ refusal: { code: "days-contradict", at: "/items/0/correctBy" } });
  });

  it("a procuracy that does not supervise the addressee (law 106/2025 Art.112(1))", () => {
    const { province, files } = scene();
    const body = {
      kind: "recommendation",
      addressee: province.agency,
      body: "văn bản",
      items: [item(province.findings(files))],
    };
    expect(province.stage.run(draftInstrument, body, province.procurator(province.district))).toMatchObject({
      refusal: { code: "not-permitted" },
    });
  });

  it("an addressee that neither enforces nor judges", () => {
    const { province, files } = scene();
    province.supervise(province.ministry);
    expect(ask(province, { addressee: province.ministry, items: [item(province.findings(files))] })).toMatchObject({
      refusal: { code: "wrong-addressee", at: "/addressee", detail: { kind: "management-agency" } },
    });
  });

  it.each([
    ["a request that asks for nothing", { kind: "request" }],
    ["a recommendation that asks like a request", { kind: "recommendation", asks: "enforce" }],
  ])("%s", (_what, body) => {
    const { province, files } = scene();
    const parsed = draftInstrument.input.safeParse({
      addressee: province.agency,
      body: "văn bản",
      items: [item(province.findings(files))],
      ...body,
    });
    expect(parsed.error?.issues).toMatchObject([{ path: ["asks"] }]);
  });
});

describe("seriousness proposes the instrument (law 63/2014 Art.5)", () => {
  it.each([
    ["serious", "recommendation", undefined, "deviation-needs-reason"],
    ["serious", "recommendation", "protest-window-closed", undefined],
    ["less-serious", "recommendation", undefined, undefined],
    ["serious", "protest", undefined, undefined],
    ["less-serious", "protest", undefined, "deviation-needs-reason"],
    ["less-serious", "protest", "superior-instruction", undefined],
    // The deviation that is for courts, and no court.
    ["serious", "recommendation", "court-addressee", "deviation-needs-reason"],
  ] as const)("a %s finding in a %s with reason %s: %s", (seriousness, kind, deviation, refusal) => {
    const { province, files } = scene();
    const items = [item(province.findings(files, seriousness))];
    const outcome = ask(province, { kind, items, deviation, ...(kind === "protest" ? { groundOn: ground } : {}) });
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(refusal);
  });

  it("an unassessed finding is in neither of them", () => {
    const { province, files } = scene();
    const findings = province.confirmed(files);
    expect(ask(province, { items: [item(findings)] })).toMatchObject({
      refusal: { code: "not-assessed", detail: { finding: findings[0] } },
    });
  });

  it("a request is bound to no assessment (law 63/2014 Art.28(6))", () => {
    const { province, files } = scene();
    expect(ask(province, { kind: "request", asks: "enforce", items: [item(province.confirmed(files))] })).toMatchObject(
      { ok: true },
    );
  });
});

describe("a protest", () => {
  it("states when the decision was received or the act discovered", () => {
    const { province, files } = scene();
    expect(ask(province, { kind: "protest", items: [item(province.findings(files, "serious"))] })).toMatchObject({
      refusal: { code: "ground-day-missing", at: "/groundOn" },
    });
  });

  it("has no ground later than the day on which its violation was confirmed (law 106/2025 Art.112(2))", () => {
    const { province, files } = scene();
    const items = [item(province.findings(files, "serious"))];
    const draft = { kind: "protest", items, groundOn: { day: "2026-11-24", source: "stated" } };
    province.stage.on("2026-12-20");
    expect(ask(province, draft)).toMatchObject({
      refusal: { code: "days-contradict", at: "/groundOn", detail: { notAfter: today } },
    });
    expect(ask(province, { ...draft, groundOn: { day: today, source: "stated" } })).toMatchObject({ ok: true });
  });

  it("is not addressed to a court here", () => {
    const { province, files } = scene();
    const body = {
      kind: "protest",
      addressee: province.court,
      items: [item(province.findings(files, "serious"))],
      groundOn: ground,
    };
    expect(ask(province, body)).toMatchObject({ refusal: { code: "wrong-addressee", detail: { kind: "court" } } });
  });

  it.each([
    ["area", "area"],
    ["provincial", "superior"],
    ["supreme", "supreme"],
  ] as const)("of the %s procuracy over an agency of an area stands as %s", (office, level) => {
    const { province, files } = scene();
    const issuer = province[office];
    const items = [item(province.findings(files, "serious", issuer))];
    const instrument = province.draft({ kind: "protest", items, groundOn: ground }, province.procurator(issuer));
    expect(province.stage.state("instrument", instrument)).toMatchObject({ level });
  });

  it("shows its window while it is drafted, as a limit of the procuracy that accuses nobody", () => {
    const { province, files } = scene();
    const instrument = province.draft({
      kind: "protest",
      items: [item(province.findings(files, "serious"))],
      groundOn: ground,
    });
    expect(province.stage.rows("instrument", instrument).deadline).toMatchObject([
      {
        rule: "PROTEST_AREA_PROVINCE",
        office: province.area,
        started_on: "2026-11-16",
        due_on: "2026-12-01",
        state: "open",
        weight: "none",
      },
    ]);
  });
});
