/** The pages of a dispute: reconsideration, its answer, the report to the authority above, binding answers. */

import { given } from "../../base/given.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "../../domain/instruments/commands/disputing.ts";
import type { InstrumentState } from "../../domain/instruments/instrument.ts";
import type { OfficeId } from "../../base/ids.ts";
import { parseId } from "../../base/ids.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { type Filling, Radios, Select, TextArea } from "../form/fields.tsx";
import { filled, type FormValues } from "../form/form-values.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { outcomeWords } from "../words/instruments.ts";
import { instrumentActPage } from "./on-instrument.tsx";

export async function reconsiderPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Đề nghị xem xét lại kháng nghị",
    command: requestReconsideration,
    input: (values) => ({
      instrument: state.instrument,
      reason: filled(values, "reason"),
      ...given({ requestedOn: typedDay(values, "requestedOn") }),
    }),
    labels: { reason: "Lý do", requestedOn: "Ngày đề nghị", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <TextArea name="reason" label="Lý do" filling={filling} />
        <StatedDay name="requestedOn" label="Ngày đề nghị" hint="Để trống là hôm nay." filling={filling} />
      </>
    ),
    button: "Ghi đề nghị vào nhật ký",
  }));
}

export async function answerReconsiderationPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Trả lời đề nghị xem xét lại",
    command: answerReconsideration,
    input: (values) => ({
      instrument: state.instrument,
      outcome: filled(values, "outcome"),
      ...given({ reason: filled(values, "reason"), answeredOn: typedDay(values, "answeredOn") }),
    }),
    labels: { outcome: "Kết quả", reason: "Lý do", answeredOn: "Ngày trả lời", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <Radios
          name="outcome"
          label="Kết quả"
          filling={filling}
          options={[
            { value: "maintained", label: outcomeWords.maintained },
            { value: "withdrawn", label: outcomeWords.withdrawn },
          ]}
        />
        <TextArea name="reason" label="Lý do" hint="Không bắt buộc." filling={filling} />
        <StatedDay name="answeredOn" label="Ngày trả lời" hint="Để trống là hôm nay." filling={filling} />
      </>
    ),
    button: "Ghi trả lời vào nhật ký",
  }));
}

const authorities = ["management-agency", "enforcement-agency"];

export async function reportPage(c: ConsoleContext): Promise<Response> {
  const { host } = c.var.visit;
  return instrumentActPage(c, async ({ state }) => {
    const rows = (await host.views.offices()).filter(({ kind }) => authorities.includes(kind));
    const names = await namedOffices(
      rows.flatMap(({ key }) => parseId<OfficeId>(key) ?? []),
      host,
    );
    return {
      title: "Báo cáo cấp trên",
      command: reportDispute,
      input: (values: FormValues) => ({
        instrument: state.instrument,
        to: filled(values, "to"),
        ...given({ reportedOn: typedDay(values, "reportedOn") }),
      }),
      labels: { to: "Nơi báo cáo", reportedOn: "Ngày báo cáo", instrument: "Văn bản" },
      fields: (filling) => (
        <>
          <Select
            name="to"
            label="Nơi báo cáo"
            filling={filling}
            options={[
              { value: "", label: "(chưa chọn)" },
              ...[...names.values()].map(({ state: office, name }) => ({ value: office.id, label: name })),
            ]}
          />
          <StatedDay name="reportedOn" label="Ngày báo cáo" hint="Để trống là hôm nay." filling={filling} />
        </>
      ),
      button: "Ghi báo cáo vào nhật ký",
    };
  });
}

export async function bindPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Trả lời có hiệu lực bắt buộc",
    command: giveBindingAnswer,
    ...ruling(state),
  }));
}

export async function askMinisterPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Yêu cầu Bộ trưởng xem xét lại",
    command: askMinister,
    input: (values) => ({
      instrument: state.instrument,
      ...given({ reason: filled(values, "reason"), askedOn: typedDay(values, "askedOn") }),
    }),
    labels: { reason: "Lý do", askedOn: "Ngày yêu cầu", instrument: "Văn bản" },
    fields: (filling) => (
      <>
        <TextArea name="reason" label="Lý do" hint="Không bắt buộc." filling={filling} />
        <StatedDay name="askedOn" label="Ngày yêu cầu" hint="Để trống là hôm nay." filling={filling} />
      </>
    ),
    button: "Ghi yêu cầu vào nhật ký",
  }));
}

export async function ministerAnswerPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, ({ state }) => ({
    title: "Ghi trả lời của Bộ trưởng",
    command: recordMinisterAnswer,
    ...ruling(state),
  }));
}

/** The form of an answer that binds: the protest is upheld or overturned. */
function ruling({ instrument }: InstrumentState) {
  return {
    input: (values: FormValues) => ({
      instrument,
      outcome: filled(values, "outcome"),
      ...given({ reason: filled(values, "reason"), answeredOn: typedDay(values, "answeredOn") }),
    }),
    labels: { outcome: "Kết quả", reason: "Lý do", answeredOn: "Ngày trả lời", instrument: "Văn bản" },
    fields: (filling: Filling) => (
      <>
        <Radios
          name="outcome"
          label="Kết quả"
          filling={filling}
          options={[
            { value: "upheld", label: outcomeWords.upheld },
            { value: "overturned", label: outcomeWords.overturned },
          ]}
        />
        <TextArea name="reason" label="Lý do" hint="Không bắt buộc." filling={filling} />
        <StatedDay name="answeredOn" label="Ngày trả lời" hint="Để trống là hôm nay." filling={filling} />
      </>
    ),
    button: "Ghi trả lời vào nhật ký",
  };
}
