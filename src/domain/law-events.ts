/**
 * The events that apply the law, read from the entries in the order of the index. Earlier entries say what the decision
 * read beside its own stream: which case a finding is about, which findings an instrument was drafted with.
 */

import { type CaseId, type FindingId, type InstrumentId, parseId } from "../base/ids.ts";
import type { LawEvent } from "./recomputed-law.ts";
import { deadlineEvents } from "./deadlines/events.ts";
import { type envelope, type StreamName, streamName } from "./event.ts";
import { id } from "./field.ts";
import { findingEvents } from "./findings/events.ts";
import { instrumentEvents } from "./instruments/events.ts";

export interface FilesBehind {
  /** The case of each finding that is about one. */
  readonly cases: Map<FindingId, CaseId>;
  readonly findings: Map<InstrumentId, readonly FindingId[]>;
}

type Read = ReturnType<typeof envelope.parse>;

/** lawEventOf returns undefined for an event that applies no law, and for one whose data does not parse. */
export function lawEventOf(event: Read, behind: FilesBehind): LawEvent | undefined {
  switch (event.type) {
    case "violation-confirmed":
    case "detection-dismissed":
      return judgment(event.type, event, behind);
    case "deadline-missed": {
      const read = deadlineEvents["deadline-missed"].safeParse(event.data);
      return read.data && { type: "deadline-missed", data: read.data, rule: event.law?.rule ?? "" };
    }
    case "instrument-drafted": {
      const read = instrumentEvents["instrument-drafted"].safeParse(event.data);
      const findings = read.data?.items.flatMap((item) => item.findings) ?? [];
      const instrument = instrumentOf(event);
      if (instrument !== undefined) behind.findings.set(instrument, findings);
      return undefined;
    }
    case "instrument-issued":
      return issuing(event, behind);
    case "instrument-served":
      return serving(event);
    case "instrument-received":
      return receiving(event);
    default:
      return undefined;
  }
}

function judgment(
  type: "violation-confirmed" | "detection-dismissed",
  { data }: Read,
  { cases }: FilesBehind,
): LawEvent | undefined {
  const confirmed = type === "violation-confirmed" ? findingEvents[type].safeParse(data).data : undefined;
  const dismissed = type === "detection-dismissed" ? findingEvents[type].safeParse(data).data : undefined;
  const { finding, about } = confirmed ?? dismissed ?? {};
  if (finding !== undefined && about?.kind === "case") cases.set(finding, id<"case">().parse(about.id));
  if (confirmed !== undefined) return { type: "violation-confirmed", data: confirmed };
  return dismissed && { type: "detection-dismissed", data: dismissed };
}

function issuing(event: Read, { cases, findings }: FilesBehind): LawEvent | undefined {
  const { data } = instrumentEvents["instrument-issued"].safeParse(event.data);
  const instrument = instrumentOf(event);
  if (data === undefined || instrument === undefined) return undefined;
  const about = (findings.get(instrument) ?? []).map((finding) => cases.get(finding));
  return { type: "instrument-issued", data, instrument, cases: about };
}

function serving(event: Read): LawEvent | undefined {
  const { data } = instrumentEvents["instrument-served"].safeParse(event.data);
  const instrument = instrumentOf(event);
  return data && instrument && { type: "instrument-served", data, instrument };
}

/** receiving returns undefined for an imported receipt, which states its day and applies no law. */
function receiving(event: Read): LawEvent | undefined {
  const { data } = instrumentEvents["instrument-received"].safeParse(event.data);
  if (data?.receivedOn.source === "import" && event.law === undefined) return undefined;
  const instrument = instrumentOf(event);
  return data && instrument && { type: "instrument-received", data, instrument };
}

/** instrumentOf returns undefined for a stream of another kind. */
function instrumentOf({ stream }: Read): InstrumentId | undefined {
  const [kind, of] = stream.split("/");
  return kind === "instrument" ? parseId(of) : undefined;
}

/** streamsOfLawEvent names the streams from whose states the law of the event follows. */
export function streamsOfLawEvent(event: LawEvent): readonly StreamName[] {
  if (!("instrument" in event)) return [streamName(event.data.about.kind, event.data.about.id)];
  const cases = event.type === "instrument-issued" ? event.cases : [];
  const files = cases.flatMap((each) => (each === undefined ? [] : [streamName("case", each)]));
  return [streamName("instrument", event.instrument), ...new Set(files)];
}
