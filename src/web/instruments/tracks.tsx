/** Three axes of each finding: what was replied, what was remedied, what was verified; and how many of all are. */

import { type InstrumentState, isSent, type SentInstrument } from "../../domain/instruments/instrument.ts";
import type { Track } from "../../domain/instruments/item.ts";
import { countsOf } from "../../domain/instruments/settled.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { formatDay } from "../parts/day-text.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { Mark } from "../parts/mark.tsx";
import { CommittedText } from "../parts/committed-text.tsx";
import { answerWords, verificationWords, withdrawalWords } from "../words/instruments.ts";
import type { NamedFinding } from "./finding-names.ts";
import { Table } from "../parts/table.tsx";

interface TracksParts {
  readonly state: InstrumentState;
  readonly named: readonly NamedFinding[];
  readonly opened: Opened;
}

export function Tracks({ state, named, opened }: TracksParts) {
  return (
    <>
      <h2 id="findings">Vi phạm</h2>
      {isSent(state) ? <Counts state={state} /> : undefined}
      <Table caption="Từng vi phạm" heads={["Vi phạm", "Trả lời", "Khắc phục", "Kiểm chứng"]}>
        {named.map(({ id, item, name }) => (
          <tr>
            <th scope="row">
              Mục {item}. <a href={`/console/findings/${id}`}>{name}</a>
            </th>
            {isSent(state) ? (
              <Axes state={state} track={state.tracks[id]} opened={opened} />
            ) : (
              <td colspan={3}>chưa ban hành</td>
            )}
          </tr>
        ))}
      </Table>
    </>
  );
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

function Axes({
  state,
  track,
  opened,
}: {
  readonly state: SentInstrument;
  readonly track: Track | undefined;
  readonly opened: Opened;
}) {
  if (track === undefined) return <td colspan={3}>–</td>;
  const { answers, withdrawn } = track;
  if (withdrawn !== undefined) {
    return (
      <td colspan={3}>
        <Mark word={`đã rút ngày ${formatDay(withdrawn.on)}: ${withdrawalWords[withdrawn.reason]}`} tone="plain" />
      </td>
    );
  }
  return (
    <>
      <td>
        {answers.length === 0 ? <Mark word="chưa trả lời" tone="wait" /> : undefined}
        {answers.map(({ answer, reason }) => (
          <div>
            <Mark word={answerWords[answer]} tone={answer === "disagreed" ? "bad" : "good"} />{" "}
            <CommittedText field={reason} opened={opened} />
          </div>
        ))}
      </td>
      <td>
        <Remedied state={state} track={track} />
      </td>
      <td>
        <Verified track={track} />
      </td>
    </>
  );
}

function Remedied({ state, track }: { readonly state: SentInstrument; readonly track: Track }) {
  const { remedy } = track;
  if (remedy.status === "none") return <Mark word="chưa báo" tone="wait" />;
  if (remedy.status === "withdrawn") return <Mark word="đã rút báo cáo" tone="wait" />;
  const claim = state.claims.find(({ version }) => version === remedy.version);
  return (
    <>
      <Mark word={claim === undefined ? "đã báo" : `đã báo ngày ${formatDay(claim.on.day)}`} tone="good" />
      {claim?.entries.map((index) => (
        <div>
          <EntryLink index={index} />
        </div>
      ))}
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
