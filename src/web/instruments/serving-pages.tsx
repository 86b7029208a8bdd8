/** The pages of service: serving an instrument, its receipt on paper, and the contesting of a day. */

import { given } from "../../base/given.ts";
import { contestDay, receiveInstrument, serveInstrument } from "../../domain/instruments/commands/serving.ts";
import { parseTypedDay } from "../parts/day-text.ts";
import { DayField, Radios, TextArea, optionsOf } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { channelWords } from "../words/instruments.ts";
import { instrumentActPage } from "./on-instrument.tsx";

export async function servePage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Tống đạt văn bản",
    command: serveInstrument,
    input: (values) => ({
      instrument: state.instrument,
      channel: filled(values, "channel"),
      ...given({ sentOn: typedDay(values, "sentOn") }),
    }),
    labels: { channel: "Cách tống đạt", sentOn: "Ngày gửi", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <Radios name="channel" label="Cách tống đạt" filling={filling} options={optionsOf(channelWords)} />
        <StatedDay
          name="sentOn"
          label="Ngày gửi"
          hint="Chỉ khi gửi ngoài hệ thống; để trống là hôm nay."
          filling={filling}
        />
      </>
    ),
    button: "Ghi việc tống đạt vào nhật ký",
  }));
}

export async function receivePage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Ghi ngày nhận văn bản",
    command: receiveInstrument,
    input: (values) => ({ instrument: state.instrument, ...given({ receivedOn: typedDay(values, "receivedOn") }) }),
    labels: { receivedOn: "Ngày nhận", instrument: "Văn bản" },
    fields: (filling) => (
      <StatedDay
        name="receivedOn"
        label="Ngày nhận"
        hint="Để trống là hôm nay. Thời hạn trả lời tính từ ngày này."
        filling={filling}
      />
    ),
    button: "Ghi ngày nhận vào nhật ký",
  }));
}

export async function contestPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Phản đối một ngày",
    command: contestDay,
    input: (values) => {
      const text = filled(values, "stated");
      return {
        instrument: state.instrument,
        day: filled(values, "day"),
        stated: text === undefined ? undefined : (parseTypedDay(text) ?? text),
        reason: filled(values, "reason"),
      };
    },
    labels: { day: "Ngày bị phản đối", stated: "Ngày đúng", reason: "Lý do", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <Radios
          name="day"
          label="Ngày bị phản đối"
          hint="Thời hạn vẫn chạy theo ngày đã ghi và được đánh dấu là có phản đối."
          filling={filling}
          options={[
            { value: "receivedOn", label: "ngày nhận" },
            { value: "sentOn", label: "ngày gửi" },
          ]}
        />
        <DayField name="stated" label="Ngày đúng" filling={filling} />
        <TextArea name="reason" label="Lý do" filling={filling} />
      </>
    ),
    button: "Ghi phản đối vào nhật ký",
  }));
}
