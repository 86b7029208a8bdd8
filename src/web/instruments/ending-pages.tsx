/** The pages that end an instrument, discarding its draft, withdrawing it in whole or in part, or closing it, and that reopen it. */

import { given } from "../../base/given.ts";
import { discardDraft } from "../../domain/instruments/commands/drafting.ts";
import { closeInstrument, reopenInstrument, withdrawInstrument } from "../../domain/instruments/commands/ending.ts";
import { Radios, TextArea, optionsOf } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { reopeningWords, withdrawalWords } from "../words/instruments.ts";
import { chooseFindings, chosenFindings } from "./choosing.tsx";
import { findingsIn } from "./finding-names.ts";
import { instrumentActPage } from "./on-instrument.tsx";

export async function discardPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Hủy dự thảo",
    command: discardDraft,
    input: () => ({ instrument: state.instrument }),
    labels: { instrument: "Văn bản" },
    button: "Hủy dự thảo, ghi vào nhật ký",
  }));
}

export async function closePage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Kết thúc theo dõi",
    command: closeInstrument,
    input: () => ({ instrument: state.instrument }),
    labels: { instrument: "Văn bản" },
    button: "Kết thúc, ghi vào nhật ký",
  }));
}

export async function withdrawPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state, findings }) => ({
    title: "Rút văn bản",
    command: withdrawInstrument,
    input: (values) => {
      const some = chosenFindings(values, findingsIn({ state, findings }));
      return {
        instrument: state.instrument,
        reason: filled(values, "reason"),
        ...given({ note: filled(values, "note") }),
        ...(some.length === 0 ? {} : { findings: some }),
      };
    },
    labels: { findings: "Vi phạm", reason: "Lý do", note: "Nói rõ thêm", instrument: "Văn bản" },
    fields: async (filling) => (
      <>
        <Radios name="reason" label="Lý do" filling={filling} options={optionsOf(withdrawalWords)} />
        <TextArea name="note" label="Nói rõ thêm" hint="Không bắt buộc." filling={filling} />
        {
          await chooseFindings(
            {
              label: "Chỉ rút các vi phạm này",
              hint: "Không chọn vi phạm nào: rút toàn bộ văn bản.",
              findings: findingsIn({ state, findings }),
              filling,
            },
            c.var.visit,
          )
        }
      </>
    ),
    button: "Rút, ghi vào nhật ký",
  }));
}

export async function reopenPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Mở lại văn bản",
    command: reopenInstrument,
    input: (values) => ({
      instrument: state.instrument,
      reason: filled(values, "reason"),
      ...given({ note: filled(values, "note") }),
    }),
    labels: { reason: "Lý do", note: "Nói rõ thêm", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <Radios name="reason" label="Lý do" filling={filling} options={optionsOf(reopeningWords)} />
        <TextArea name="note" label="Nói rõ thêm" hint="Không bắt buộc." filling={filling} />
      </>
    ),
    button: "Mở lại, ghi vào nhật ký",
  }));
}
