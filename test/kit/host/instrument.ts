/** Instruments at any point of their life, on a province's stage: two cases with two findings of one rule. */

import type { FindingId, InstrumentId } from "../../../src/base/ids.ts";
import type { InstrumentState } from "../../../src/domain/instruments/instrument.ts";
import type { InstrumentKind } from "../../../src/domain/instruments/numbering.ts";
import { claimRemedy, verifyRemedy } from "../../../src/domain/instruments/commands/remedying.ts";
import { closeInstrument } from "../../../src/domain/instruments/commands/ending.ts";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import { importInstrument } from "../../../src/domain/instruments/commands/importing.ts";
import { receiveInstrument, serveInstrument } from "../../../src/domain/instruments/commands/serving.ts";
import { assess, type Obligation } from "../../../src/law/detection/detection.ts";
import { instrumentFile } from "../../../src/domain/instruments/clocks.ts";
import type { Series } from "../../../src/law/series.ts";
import { day } from "./stage.ts";
import { instrumentOf, must, Province } from "./province.ts";

export interface Sent {
  readonly province: Province;
  readonly instrument: InstrumentId;
  readonly findings: readonly [FindingId, FindingId];
}

export function drafted(kind: InstrumentKind, today = "2026-11-02", extra: object = {}): Sent {
  const province = new Province(today);
  const files = [province.caseSentLate("2026-10-05", "2026-10-20"), province.caseSentLate("2026-10-06", "2026-10-21")];
  const [first, second] = province.findings(files, kind === "protest" ? "serious" : "less-serious");
  if (first === undefined || second === undefined) throw new Error("two findings");
  const findings = [first, second] as const;
  const ground = kind === "protest" ? { groundOn: { day: "2026-10-21", source: "document" } } : {};
  const asks = kind === "request" ? { asks: "self-inspect" } : {};
  const items = [{ findings, of: 40, demand: "khắc phục" }];
  return { province, instrument: province.draft({ kind, items, ...ground, ...asks, ...extra }), findings };
}

export function issued(kind: InstrumentKind, today?: string, extra?: object): Sent {
  const sent = drafted(kind, today, extra);
  must(sent.province.issue(sent.instrument));
  return sent;
}

/** Serves the instrument by post on the day of issue. */
export function served(kind: InstrumentKind, today?: string, extra?: object): Sent {
  const sent = issued(kind, today, extra);
  sent.province.does(serveInstrument, { instrument: sent.instrument, channel: "post" }, sent.province.procurator());
  return sent;
}

export function received(kind: InstrumentKind, receivedOn = "2026-11-09", extra?: object): Sent {
  const sent = served(kind, undefined, extra);
  sent.province.stage.on(receivedOn);
  sent.province.does(receiveInstrument, { instrument: sent.instrument }, sent.province.head());
  return sent;
}

/** A received recommendation on two decisions: the first was sent to the procuracy too late, the second never. */
export function sentNever(): Sent {
  const province = new Province("2026-11-02");
  const [first, second] = province.findings(
    [province.caseSentLate("2026-10-05", "2026-10-20"), province.caseSentLate("2026-10-06")],
    "less-serious",
  );
  if (first === undefined || second === undefined) throw new Error("two findings");
  const items = [{ findings: [first, second], of: 40, demand: "khắc phục" }];
  const sent = {
    province,
    instrument: province.draft({ kind: "recommendation", items }),
    findings: [first, second],
  } as const;
  must(province.issue(sent.instrument));
  province.does(serveInstrument, { instrument: sent.instrument, channel: "post" }, province.procurator());
  province.stage.on("2026-11-09");
  province.does(receiveInstrument, { instrument: sent.instrument }, province.head());
  return sent;
}

export function importedProtest(issuedOn: string, receivedOn: string): Sent {
  const province = new Province(receivedOn);
  const findings = province.findings(
    [province.caseSentLate("2025-02-03", "2025-02-20"), province.caseSentLate("2025-02-04", "2025-02-20")],
    "serious",
  );
  const [first, second] = findings;
  if (first === undefined || second === undefined) throw new Error("two findings");
  const items = [{ findings, of: 2, demand: "hủy" }];
  const past = {
    issuer: province.area,
    addressee: province.agency,
    kind: "protest",
    number: "02/QĐ-VKS",
    issuedOn,
    receivedOn,
    groundOn: "2025-02-20",
    items,
    body: "văn bản",
  };
  const events = province.does(importInstrument, past, province.acting(province.operator, "importer"));
  return { province, instrument: instrumentOf(events), findings: [first, second] };
}

export function reply(
  { province, instrument, findings }: Sent,
  answer: string,
  on: string,
  which: readonly FindingId[] = findings,
): void {
  province.stage.on(on);
  const reason = answer === "accepted" ? {} : { reason: "lý do" };
  province.does(giveReply, { instrument, answers: [{ findings: which, answer, ...reason }] }, province.head());
}

export function claim(
  { province, instrument, findings }: Sent,
  on: string,
  which: readonly FindingId[] = findings,
): void {
  province.stage.on(on);
  province.does(claimRemedy, { instrument, findings: which, entries: [7] }, province.head());
}

export function verify(
  { province, instrument, findings }: Sent,
  outcome: string,
  which: readonly FindingId[] = findings,
): void {
  province.does(verifyRemedy, { instrument, findings: which, outcome, reason: "đã xem" }, province.procurator());
}

export function closed(kind: InstrumentKind): Sent {
  const sent = received(kind);
  claim(sent, "2026-11-10");
  verify(sent, "confirmed");
  sent.province.does(closeInstrument, { instrument: sent.instrument }, sent.province.procurator());
  return sent;
}

export function stateOf({ province, instrument }: Sent): InstrumentState {
  const state = province.stage.state("instrument", instrument);
  if (state === undefined) throw new Error("no such instrument");
  return state;
}

/** Returns the clocks of one rule of an instrument as they stand on a day. */
export function clocks(sent: Sent, rule: Series, on: string): readonly Obligation[] {
  return assess(instrumentFile(stateOf(sent)), { today: day(on) }).filter((obligation) => obligation.rule === rule);
}

export function only<T>(list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0) throw new Error(`${list.length} instead of one`);
  return first;
}
