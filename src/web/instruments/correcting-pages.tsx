/** The addressee claims a correction with entries of the log; the procuracy verifies it, or finds that it is none. */

import { isSent } from "../../domain/instruments/instrument.ts";
import { claimCorrection, verifyCorrection, withdrawClaim } from "../../domain/instruments/commands/correcting.ts";
import { mayClaim, mayUnclaim, type Track } from "../../domain/instruments/item.ts";
import type { InstrumentPage } from "../../service/instrument-page.ts";
import type { FileActs } from "../../service/file-acts.ts";
import { type Filling, Radios, TextArea } from "../fields.tsx";
import { filled, type FormValues } from "../form-values.ts";
import { StatedDay, typedDay } from "../stated-day.tsx";
import type { ConsoleContext } from "../visit.ts";
import { chosenFindings, ChooseFindings, spellOut } from "./choosing.tsx";
import { entriesIn, Evidence, evidenceFiles, otherEntries } from "./evidence.tsx";
import { type NamedFinding, namedFindings } from "./finding-names.ts";
import { onInstrument } from "./on-instrument.tsx";

export async function claimPage(c: ConsoleContext): Promise<Response> {
  return onInstrument(c, async (page) => {
    const claimable = among(page, mayClaim);
    const files = await evidenceFiles(
      claimable.flatMap(({ id }) => page.findings.get(id)?.about ?? []),
      c.var.visit,
    );
    return claimForm(page, files);
  });
}

function claimForm(page: InstrumentPage, files: readonly FileActs[]) {
  return {
    title: "Báo đã khắc phục",
    command: claimCorrection,
    input: (values: FormValues) => claimOf(values, page),
    carried: (values: FormValues) => spellOut(values, among(page, mayClaim)),
    labels: {
      findings: "Vi phạm",
      entries: otherEntries,
      on: "Ngày khắc phục",
      note: "Mô tả",
      instrument: "Văn bản",
    },
    fields: (filling: Filling) => (
      <>
        <ChooseFindings label="Vi phạm đã khắc phục" named={among(page, mayClaim)} filling={filling} />
        <Evidence files={files} filling={filling} />
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

function claimOf(values: FormValues, page: InstrumentPage): unknown {
  const [on, note] = [typedDay(values, "on"), filled(values, "note")];
  return {
    instrument: page.state.instrument,
    findings: chosenFindings(values, among(page, mayClaim)),
    entries: entriesIn(values),
    ...(on === undefined ? {} : { on }),
    ...(note === undefined ? {} : { note }),
  };
}

export async function unclaimPage(c: ConsoleContext): Promise<Response> {
  return onInstrument(c, (page) => ({
    title: "Rút báo cáo khắc phục",
    command: withdrawClaim,
    input: (values) => ({
      instrument: page.state.instrument,
      findings: chosenFindings(values, among(page, mayUnclaim)),
    }),
    carried: (values) => spellOut(values, among(page, mayUnclaim)),
    labels: { findings: "Vi phạm", instrument: "Văn bản" },
    fields: (filling) => (
      <ChooseFindings label="Rút báo cáo khắc phục của vi phạm" named={among(page, mayUnclaim)} filling={filling} />
    ),
    button: "Rút, ghi vào nhật ký",
  }));
}

export async function verifyPage(c: ConsoleContext): Promise<Response> {
  return onInstrument(c, (page) => ({
    title: "Xác minh khắc phục",
    command: verifyCorrection,
    carried: (values) => spellOut(values, among(page, isClaimed)),
    input: (values) => {
      const reason = filled(values, "reason");
      return {
        instrument: page.state.instrument,
        findings: chosenFindings(values, among(page, isClaimed)),
        outcome: filled(values, "outcome"),
        ...(reason === undefined ? {} : { reason }),
      };
    },
    labels: { findings: "Vi phạm", outcome: "Kết quả", reason: "Lý do", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <ChooseFindings label="Vi phạm được xác minh" named={among(page, isClaimed)} filling={filling} />
        <Radios
          name="outcome"
          label="Kết quả"
          filling={filling}
          options={[
            { value: "confirmed", label: "đã khắc phục" },
            { value: "not-confirmed", label: "chưa khắc phục thật: phải làm lại" },
          ]}
        />
        <TextArea name="reason" label="Lý do" hint="Bắt buộc khi chưa khắc phục thật." filling={filling} />
      </>
    ),
    button: "Ghi kết quả xác minh vào nhật ký",
  }));
}

function isClaimed(track: Track): boolean {
  return track.withdrawn === undefined && track.correction.status === "claimed";
}

function among({ state, findings }: InstrumentPage, allows: (track: Track) => boolean): readonly NamedFinding[] {
  return namedFindings(state, findings).filter(({ id }) => {
    const track = isSent(state) ? state.tracks[id] : undefined;
    return track !== undefined && allows(track);
  });
}
