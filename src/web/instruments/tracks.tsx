/** The three axes of each finding (replied, remedied, verified), and how many findings have reached each. */

import type { Child } from "hono/jsx";
import type { FindingId } from "../../base/ids.ts";
import type { StreamName } from "../../domain/event.ts";
import { type InstrumentState, isSent, type SentInstrument } from "../../domain/instruments/instrument.ts";
import type { Track } from "../../domain/instruments/item.ts";
import { countsOf } from "../../domain/instruments/settled.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { formatDay } from "../parts/day-text.ts";
import { Mark } from "../parts/mark.tsx";
import { CommittedText } from "../parts/committed-text.tsx";
import { answerWords, verificationWords, withdrawalWords } from "../words/instruments.ts";
import { EvidenceList, type EvidenceWords } from "./evidence-words.tsx";
import type { NamedFinding } from "./finding-names.ts";
import { type Column, Table } from "../parts/table.tsx";

interface TracksParts {
  readonly state: InstrumentState;
  readonly named: readonly NamedFinding[];
  readonly opened: Opened;
  /** What the entries that were claimed as evidence are, and the file that each finding is about. */
  readonly evidence: ReadonlyMap<number, EvidenceWords>;
  readonly files: ReadonlyMap<FindingId, StreamName>;
}

export function Tracks({ state, named, opened, evidence, files }: TracksParts) {
  return (
    <>
      <h2 id="findings">Vi phạm</h2>
      {isSent(state) ? <Counts state={state} /> : undefined}
      <Table
        caption="Từng vi phạm"
        rows={named.map(
          (finding): TrackRow => ({ finding, track: isSent(state) ? state.tracks[finding.id] : undefined }),
        )}
        columns={columnsOf({ state, opened, evidence, files })}
        across={({ track }) => insteadOf(track, state)}
      />
    </>
  );
}

interface TrackRow {
  readonly finding: NamedFinding;
  readonly track: Track | undefined;
}

function columnsOf({ state, opened, evidence, files }: Omit<TracksParts, "named">): readonly Column<TrackRow>[] {
  return [
    {
      head: "Vi phạm",
      cell: ({ finding: { id, item, name } }) => (
        <>
          Mục {item}. <a href={`/console/findings/${id}`}>{name}</a>
        </>
      ),
    },
    { head: "Trả lời", cell: ({ track }) => track && <Answers track={track} opened={opened} /> },
    {
      head: "Khắc phục",
      cell: ({ finding, track }) =>
        track &&
        isSent(state) && <Remedied state={state} track={track} evidence={evidence} file={files.get(finding.id)} />,
    },
    { head: "Kiểm chứng", cell: ({ track }) => track && <Verified track={track} /> },
  ];
}

/** insteadOf says why a finding has no axes: its instrument was not issued, or it was withdrawn. */
function insteadOf(track: Track | undefined, state: InstrumentState): Child | undefined {
  if (!isSent(state)) return "chưa ban hành";
  if (track === undefined) return "–";
  const { withdrawn } = track;
  if (withdrawn === undefined) return undefined;
  const word = `đã rút ngày ${formatDay(withdrawn.on)}: ${withdrawalWords[withdrawn.reason]}`;
  return <Mark word={word} tone="plain" />;
}

function Counts({ state }: { readonly state: SentInstrument }) {
  const { findings, answered, accepted, claimed, verified, settled } = countsOf(state, state);
  return (
    <p>
      <strong>
        {verified}/{findings} đã kiểm chứng
      </strong>
      ; {answered}/{findings} đã trả lời ({accepted} chấp nhận); {claimed}/{findings} báo đã khắc phục; {settled}/
      {findings} đã giải quyết xong.
    </p>
  );
}

function Answers({ track: { answers }, opened }: { readonly track: Track; readonly opened: Opened }) {
  return (
    <>
      {answers.length === 0 ? <Mark word="chưa trả lời" tone="wait" /> : undefined}
      {answers.map(({ answer, reason }) => (
        <div>
          <Mark word={answerWords[answer]} tone={answer === "disagreed" ? "bad" : "good"} />{" "}
          <CommittedText field={reason} opened={opened} />
        </div>
      ))}
    </>
  );
}

interface RemediedParts extends Pick<TracksParts, "evidence"> {
  readonly file: StreamName | undefined;
  readonly state: SentInstrument;
  readonly track: Track;
}

function Remedied({ state, track, evidence, file }: RemediedParts) {
  const { remedy } = track;
  if (remedy.status === "none") return <Mark word="chưa báo" tone="wait" />;
  if (remedy.status === "withdrawn") return <Mark word="đã rút báo cáo" tone="wait" />;
  const claim = state.claims.find(({ version }) => version === remedy.version);
  return (
    <>
      <Mark word={claim === undefined ? "đã báo" : `đã báo ngày ${formatDay(claim.on.day)}`} tone="good" />
      <EvidenceList
        indexes={claim?.entries ?? []}
        evidence={evidence}
        files={new Set(file === undefined ? [] : [file])}
      />
    </>
  );
}

function Verified({ track: { verification, failed } }: { readonly track: Track }) {
  const { status } = verification;
  const word = `${verificationWords[status]}${status === "not-yet" ? "" : ` (${formatDay(verification.on)})`}`;
  const tone = status === "confirmed" ? "good" : status === "not-confirmed" ? "bad" : "wait";
  return (
    <>
      <Mark word={word} tone={tone} />
      {failed === 0 ? "" : ` không đạt ${failed} lần`}
    </>
  );
}
