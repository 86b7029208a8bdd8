/** The head signs, the number is given at that moment, and a protest out of time is refused. */

import { describe, expect, it } from "vitest";
import { draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import { issueInstrument } from "../../../src/domain/instruments/commands/issuing.ts";
import { signedPayload, signingText } from "../../../src/domain/instruments/signing.ts";
import { id } from "../../../src/domain/field.ts";
import { reference } from "../../../src/domain/secret.ts";
import { checkCommitted } from "../../../src/log/commitment.ts";
import { drafted, issued, only, type Sent, stateOf } from "../../kit/host/instrument.ts";
import { must, Province, signature } from "../../kit/host/province.ts";
import { day } from "../../kit/host/stage.ts";

interface Change {
  readonly body?: object;
  readonly checked?: object | undefined;
}

/** The chief's request as it should be, with something changed. */
function sign({ province, instrument }: Sent, { body = {}, checked = {} }: Change = {}) {
  const { stage } = province;
  const signed = { issuedOn: stage.today };
  const key = province.keyOf(province.area);
  const state = stage.state("instrument", instrument);
  if (state === undefined) throw new Error("no draft");
  const trusted = { checked: { key, signature, payload: signedPayload(state, signed), ...checked } };
  return stage.run(issueInstrument, { instrument, ...signed, key, signature, ...body }, province.chief(), trusted);
}

describe("issuing", () => {
  it("gives the number and keeps the signature", () => {
    const sent = drafted("recommendation");
    must(sign(sent));
    expect(stateOf(sent)).toMatchObject({
      status: "issued",
      issue: { number: "01/KN-VKS", issuedOn: "2026-11-02", signature, source: "system" },
    });
  });

  it("moves the office's numbers on", () => {
    const sent = drafted("recommendation");
    must(sign(sent));
    expect(sent.province.stage.state("numbering", sent.province.area)).toMatchObject({
      given: { "2026/recommendation": 1 },
    });
  });

  it("gives the next number where another instrument was issued after this one was signed, and takes none from the request", () => {
    const sent = drafted("recommendation");
    const { province } = sent;
    const other = province.caseSentLate("2026-10-07", "2026-10-22");
    const items = [{ findings: province.findings([other]), of: 3, demand: "khắc phục" }];
    must(province.issue(province.draft({ kind: "recommendation", items })));
    expect(() => sign(sent, { body: { number: "01/KN-VKS" } })).toThrow(/number/);
    must(sign(sent));
    expect(stateOf(sent)).toMatchObject({ issue: { number: "02/KN-VKS" } });
  });

  it("refuses a day that is not today", () => {
    const sent = drafted("recommendation");
    expect(sign(sent, { body: { issuedOn: "2026-11-01" } })).toMatchObject({
      refusal: { code: "days-contradict", at: "/issuedOn" },
    });
  });

  it("is not permitted to a procurator who is not the chief", () => {
    const sent = drafted("recommendation");
    const body = {
      instrument: sent.instrument,
      issuedOn: "2026-11-02",
      key: "0".repeat(32),
      signature,
    };
    expect(sent.province.stage.run(issueInstrument, body, sent.province.procurator())).toMatchObject({
      refusal: { code: "not-permitted" },
    });
  });
});

describe("the signature", () => {
  it("that nobody checked is refused", () => {
    const sent = drafted("recommendation");
    const { province, instrument } = sent;
    const body = {
      instrument,
      issuedOn: "2026-11-02",
      key: province.keyOf(province.area),
      signature,
    };
    expect(province.stage.run(issueInstrument, body, province.chief())).toMatchObject({
      refusal: { code: "signature-invalid" },
    });
  });

  it.each([
    ["over another text", { payload: "{}" }],
    ["under another key", { key: "1".repeat(32) }],
    ["of another request", { signature: signature.replace("c2ln", "d2ln") }],
  ])("%s is refused", (_what, checked) => {
    expect(sign(drafted("recommendation"), { checked })).toMatchObject({
      refusal: { code: "signature-invalid", at: "/signature" },
    });
  });

  it("cannot be called checked by the request itself", () => {
    const body = {
      instrument: "0".repeat(32),
      issuedOn: "2026-11-02",
      key: "0".repeat(32),
      signature,
    };
    const checked = { payload: "", key: "0".repeat(32), signature };
    expect(issueInstrument.input.safeParse(body).success).toBe(true);
    expect(issueInstrument.input.safeParse({ ...body, checked }).success).toBe(false);
  });

  it("under a key that is not the signer's is refused", () => {
    const key = "2".repeat(32);
    expect(sign(drafted("recommendation"), { body: { key }, checked: { key } })).toMatchObject({
      refusal: { code: "unknown-key", at: "/key" },
    });
  });
});

describe("what is signed", () => {
  const signed = { issuedOn: day("2026-11-02") };

  it("is what the log holds, with commitments that anyone can recompute from the disclosed value", () => {
    const text = signingText(stateOf(drafted("recommendation")), signed);
    const body = (text as { readonly body: { readonly sealed: string } }).body;
    expect(checkCommitted(body, { salt: new Uint8Array(32), path: "/body", value: reference("văn bản").value })).toBe(
      true,
    );
    expect(text).toMatchObject({
      kind: "recommendation",
      items: [{ n: 2, of: 40, demand: { sealed: expect.any(String) } }],
    });
    expect(text).not.toHaveProperty("number");
  });

  it("has no plain word of the instrument in it", () => {
    expect(signedPayload(stateOf(drafted("recommendation")), signed)).not.toMatch(/văn bản|khắc phục/);
  });

  it("changes with the instrument, the day, the demand and the count", () => {
    const sent = drafted("recommendation");
    const state = stateOf(sent);
    const [item] = state.items;
    const texts = [
      signedPayload(state, signed),
      signedPayload({ ...state, instrument: id<"instrument">().parse("9".repeat(32)) }, signed),
      signedPayload(state, { issuedOn: day("2026-11-03") }),
      signedPayload({ ...state, items: item === undefined ? [] : [{ ...item, of: 41 }] }, signed),
      signedPayload({ ...state, items: item === undefined ? [] : [{ ...item, demand: state.body }] }, signed),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("is still the same text after the instrument was issued, so that the log alone shows it", () => {
    const sent = drafted("recommendation");
    const before = signedPayload(stateOf(sent), signed);
    must(sign(sent));
    expect(signedPayload(stateOf(sent), signed)).toBe(before);
  });
});

describe("the window of a protest (law 106/2025 Art.112(2))", () => {
  it("is named with its last day", () => {
    const sent = issued("protest", "2026-11-02");
    expect(stateOf(sent)).toMatchObject({
      issue: {
        window: {
          rule: "PROTEST_AREA_PROVINCE",
          version: "L2025",
          startedOn: "2026-10-21",
          lastDay: "2026-11-05",
          inTime: true,
        },
      },
    });
  });

  it("is open on its last day", () => {
    expect(stateOf(issued("protest", "2026-11-05"))).toMatchObject({ status: "issued" });
  });

  it("is closed on the day after: refused with the rule, the article and the last day", () => {
    const sent = drafted("protest", "2026-11-06");
    expect(sent.province.issue(sent.instrument)).toMatchObject({
      refusal: {
        code: "protest-out-of-time",
        rule: "PROTEST_AREA_PROVINCE",
        citation: expect.stringContaining("khoản 2 Điều 112"),
        lastDay: "2026-11-05",
      },
    });
  });

  it("is thirty days for the Supreme Procuracy", () => {
    const province = new Province("2026-11-20");
    const findings = province.findings(
      [province.caseSentLate("2026-10-05", "2026-10-20")],
      "serious",
      province.supreme,
    );
    const items = [{ findings, of: 1, demand: "hủy" }];
    const instrument = province.draft(
      { kind: "protest", items, groundOn: { day: "2026-10-21", source: "document" } },
      province.procurator(province.supreme),
    );
    must(province.issue(instrument));
    expect(province.stage.state("instrument", instrument)).toMatchObject({
      issue: { window: { rule: "PROTEST_SUPREME", lastDay: "2026-11-20" } },
    });
  });

  it("is a year from the notice that enforcement ended, when the days after the discovery are over", () => {
    const province = new Province("2026-11-20");
    const file = province.caseSentLate("2026-10-05", "2026-10-20");
    province.ended(file, "2026-10-30");
    const items = [{ findings: province.findings([file], "serious"), of: 1, demand: "hủy" }];
    const instrument = province.draft({ kind: "protest", items, groundOn: { day: "2026-10-21", source: "document" } });
    must(province.issue(instrument));
    expect(province.stage.state("instrument", instrument)).toMatchObject({
      issue: {
        window: { rule: "PROTEST_AFTER_CASE_END", startedOn: "2026-10-30", lastDay: "2027-11-01", inTime: true },
      },
    });
  });

  it("of two ended cases is the one that closes first", () => {
    const province = new Province("2026-11-20");
    const files = [
      province.caseSentLate("2026-10-05", "2026-10-20"),
      province.caseSentLate("2026-10-05", "2026-10-20"),
    ];
    for (const [i, file] of files.entries()) province.ended(file, i === 0 ? "2026-10-30" : "2026-10-22");
    const items = [{ findings: province.findings(files, "serious"), of: 2, demand: "hủy" }];
    const instrument = province.draft({ kind: "protest", items, groundOn: { day: "2026-10-21", source: "document" } });
    must(province.issue(instrument));
    expect(province.stage.state("instrument", instrument)).toMatchObject({
      issue: { window: { rule: "PROTEST_AFTER_CASE_END", startedOn: "2026-10-22", lastDay: "2027-10-22" } },
    });
  });

  it("after the end keeps the procuracy's own clock: it is judged by the window that closes last", () => {
    const province = new Province("2026-11-20");
    const file = province.caseSentLate("2026-10-05", "2026-10-20");
    province.ended(file, "2026-10-30");
    const items = [{ findings: province.findings([file], "serious"), of: 1, demand: "hủy" }];
    const instrument = province.draft({ kind: "protest", items, groundOn: { day: "2026-10-21", source: "document" } });
    must(province.issue(instrument));
    expect(only(province.stage.rows("instrument", instrument).deadline ?? [])).toMatchObject({
      rule: "PROTEST_AFTER_CASE_END",
      due_on: "2027-11-01",
      met_on: "2026-11-20",
    });
  });

  it("of one ended case does not save a protest about another that runs on", () => {
    const province = new Province("2026-11-20");
    const [ended, running] = [
      province.caseSentLate("2026-10-05", "2026-10-20"),
      province.caseSentLate("2026-10-05", "2026-10-20"),
    ];
    province.ended(ended, "2026-10-30");
    const items = [{ findings: province.findings([ended, running], "serious"), of: 2, demand: "hủy" }];
    const instrument = province.draft({ kind: "protest", items, groundOn: { day: "2026-10-21", source: "document" } });
    expect(province.issue(instrument)).toMatchObject({ refusal: { code: "protest-out-of-time" } });
  });

  it("is a clock of the procuracy beside the agency's, met on the day of issue", () => {
    const sent = issued("protest", "2026-11-02");
    const rows = sent.province.stage.rows("instrument", sent.instrument).deadline ?? [];
    expect(only(rows)).toMatchObject({
      rule: "PROTEST_AREA_PROVINCE",
      office: sent.province.area,
      due_on: "2026-11-05",
      met_on: "2026-11-02",
      weight: "violation",
    });
  });
});

describe("the successor of the issuer", () => {
  it("drafts anew under its own numbers", () => {
    const sent = drafted("recommendation");
    const { province } = sent;
    province.close(province.area, "2026-11-02", province.provincial);
    const key = province.keyOf(province.provincial);
    const body = { instrument: sent.instrument, issuedOn: "2026-11-02", key, signature };
    expect(province.stage.run(issueInstrument, body, province.chief(province.provincial))).toMatchObject({
      refusal: { code: "office-closed" },
    });
  });

  it("takes over the findings that its predecessor confirmed", () => {
    const province = new Province("2026-11-02");
    const findings = province.findings([province.caseSentLate("2026-10-05", "2026-10-20")]);
    province.close(province.area, "2026-11-02", province.provincial);
    const body = {
      kind: "recommendation",
      addressee: province.agency,
      body: "văn bản",
      items: [{ findings, of: 1, demand: "x" }],
    };
    expect(province.stage.run(draftInstrument, body, province.procurator(province.provincial))).toMatchObject({
      ok: true,
    });
  });
});
