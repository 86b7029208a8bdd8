/** Pages on which the addressee claims a remedy with entries of the log, and the procuracy verifies it or finds that it is none. */

import { given } from "../../base/given.ts";
import type { NewEvent } from "../../domain/command.ts";
import { isSent } from "../../domain/instruments/instrument.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "../../domain/instruments/commands/remedying.ts";
import { mayClaim, mayUnclaim, type Track } from "../../domain/instruments/item.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { type Filling, Radios, TextArea } from "../form/fields.tsx";
import { filled, type FormValues } from "../form/form-values.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { chooseFindings, chosenFindings, spellOut } from "./choosing.tsx";
import { entriesIn, evidenceFields, otherEntries } from "./evidence.tsx";
import { EvidenceList, type EvidenceWords, evidenceIn, filesOf } from "./evidence-words.tsx";
import { remediesSeen } from "./remedies-seen.tsx";
import { fileOf } from "../parts/finding-name.ts";
import { Mark } from "../parts/mark.tsx";
import { findingsIn, type ItemFinding, nameFindings } from "./finding-names.ts";
import { instrumentActPage } from "./on-instrument.tsx";

export async function claimPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, (page) => claimForm(page, c.var.visit));
}

function claimForm(page: InstrumentPage, visit: Visit) {
  const claimable = among(page, mayClaim);
  return {
    title: "Báo đã khắc phục",
    command: claimRemedy,
    input: (values: FormValues) => claimOf(values, page),
    carried: (values: FormValues) => spellOut(values, claimable),
    follows: async (events: readonly NewEvent[]) => claimFollows(events, claimable, visit),
    labels: { findings: "Vi phạm", entries: otherEntries, on: "Ngày khắc phục", note: "Mô tả", instrument: "Văn bản" },
    fields: async (filling: Filling) => (
      <>
        {await chooseFindings({ label: "Vi phạm đã khắc phục", findings: claimable, filling }, visit)}
        {await evidenceFields(claimable, filling, visit)}
        <TextArea
          name="note"
          label="Mô tả việc khắc phục"
          hint="Bắt buộc nếu không nêu mục nhật ký nào."
          filling={filling}
        />
        <StatedDay name="on" label="Ngày khắc phục" hint="Để trống là hôm nay." filling={filling} />
      </>
    ),
    button: "Ghi báo cáo khắc phục vào nhật ký",
  };
}

/** claimFollows says what the entries are that are shown as evidence, because a number alone says nothing. */
async function claimFollows(events: readonly NewEvent[], claimable: readonly ItemFinding[], visit: Visit) {
  const claims = events.flatMap(({ event }) => (event.type === "correction-claimed" ? [event.data] : []));
  const indexes = claims.flatMap(({ entries }) => entries);
  const named = new Set(claims.flatMap(({ findings }) => findings));
  if (indexes.length === 0) return <p>Không nêu mục nhật ký nào làm bằng chứng.</p>;
  const claimed = claimable.filter(({ id }) => named.has(id));
  const evidence = await evidenceIn(indexes, visit);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Bằng chứng</h2>
      <EvidenceList indexes={indexes} evidence={evidence} files={filesOf(claimed)} />
      {await withoutEvidence(claimed, evidence, visit)}
    </section>
  );
}

/** Findings that are named; a claim may name hundreds. */
const bareListed = 20;

/** withoutEvidence names the findings of which no act on their own file is shown: the procurator will see it so. */
async function withoutEvidence(
  claimed: readonly ItemFinding[],
  evidence: ReadonlyMap<number, EvidenceWords>,
  visit: Visit,
) {
  const acted = new Set([...evidence.values()].filter(({ isAct }) => isAct).map(({ stream }) => stream));
  const bare = claimed.filter(({ state }) => state === undefined || !acted.has(fileOf(state)));
  if (bare.length === 0) return undefined;
  const named = await nameFindings(bare.slice(0, bareListed), visit);
  return (
    <>
      <p>
        <Mark word={`${bare.length} vi phạm không có bằng chứng nào trong chính hồ sơ của mình`} tone="bad" />
      </p>
      <ul>
        {named.map(({ item, name }) => (
          <li>
            Mục {item}. {name}
          </li>
        ))}
        {bare.length > named.length ? <li>và {bare.length - named.length} vi phạm nữa</li> : undefined}
      </ul>
    </>
  );
}

function claimOf(values: FormValues, page: InstrumentPage): unknown {
  return given({
    instrument: page.state.instrument,
    findings: chosenFindings(values, among(page, mayClaim)),
    entries: entriesIn(values),
    on: typedDay(values, "on"),
    note: filled(values, "note"),
  });
}

export async function unclaimPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, (page) => ({
    title: "Rút báo cáo khắc phục",
    command: withdrawClaim,
    input: (values) => ({
      instrument: page.state.instrument,
      findings: chosenFindings(values, among(page, mayUnclaim)),
    }),
    carried: (values) => spellOut(values, among(page, mayUnclaim)),
    labels: { findings: "Vi phạm", instrument: "Văn bản" },
    fields: async (filling) =>
      chooseFindings(
        { label: "Rút báo cáo khắc phục của vi phạm", findings: among(page, mayUnclaim), filling },
        c.var.visit,
      ),
    button: "Rút, ghi vào nhật ký",
  }));
}

export async function verifyPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, async (page) => ({
    title: "Kiểm chứng khắc phục",
    command: verifyRemedy,
    aside: await remediesSeen(among(page, isClaimed), page, c.var.visit),
    carried: (values) => spellOut(values, among(page, isClaimed)),
    input: (values) => ({
      instrument: page.state.instrument,
      findings: chosenFindings(values, among(page, isClaimed)),
      outcome: filled(values, "outcome"),
      ...given({ reason: filled(values, "reason") }),
    }),
    labels: { findings: "Vi phạm", outcome: "Kết quả", reason: "Lý do", instrument: "Văn bản" },
    fields: async (filling) => (
      <>
        {
          await chooseFindings(
            { label: "Vi phạm được kiểm chứng", findings: among(page, isClaimed), filling },
            c.var.visit,
          )
        }
        <Radios
          name="outcome"
          label="Kết quả"
          filling={filling}
          options={[
            { value: "confirmed", label: "đã khắc phục" },
            { value: "not-confirmed", label: "chưa khắc phục thật: phải làm lại" },
          ]}
        />
        <TextArea
          name="reason"
          label="Lý do"
          hint="Bắt buộc khi chưa khắc phục thật, và khi kết luận đã khắc phục điều mà máy vẫn thấy chưa làm."
          filling={filling}
        />
      </>
    ),
    button: "Ghi kết quả kiểm chứng vào nhật ký",
  }));
}

function isClaimed(track: Track): boolean {
  return track.withdrawn === undefined && track.remedy.status === "claimed";
}

function among(page: InstrumentPage, allows: (track: Track) => boolean): readonly ItemFinding[] {
  const { state } = page;
  return findingsIn(page).filter(({ id }) => {
    const track = isSent(state) ? state.tracks[id] : undefined;
    return track !== undefined && allows(track);
  });
}
