/** The page for replying to each finding: accepted, partly, disagreed. Nothing is chosen beforehand; the last answer to each counts. */

import { given } from "../../base/given.ts";
import { giveReply } from "../../domain/instruments/commands/answering.ts";
import { isSent } from "../../domain/instruments/instrument.ts";
import { answerOf } from "../../domain/instruments/item.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { type Filling, optionsOf, Select, targetId, TextArea } from "../form/fields.tsx";
import { filled, type FormValues } from "../form/form-values.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { answerWords } from "../words/instruments.ts";
import { findingsIn, type ItemFinding, nameFindings, type NamedFinding } from "./finding-names.ts";
import { instrumentActPage } from "./on-instrument.tsx";
import { answersIn, later, missingAnswers, type ReplyChoices, replyChoices } from "./reply-choices.ts";
import { replyFollows } from "./reply-follows.tsx";

export async function replyPage(c: ConsoleContext): Promise<Response> {
  return instrumentActPage(c, (page) => {
    const choices = replyChoices(page.state, answerable(page));
    return {
      title: "Trả lời",
      command: giveReply,
      check: (values) => missingAnswers(values, choices),
      input: (values) => inputOf(values, page, choices),
      labels: { answers: "Trả lời", "answers.reason": "Lý do", repliedOn: "Ngày trả lời", instrument: "Văn bản" },
      fields: async (filling) => {
        const named = await nameFindings(choices.listed, c.var.visit);
        return <Fields filling={filling} named={named} choices={choices} state={page.state} />;
      },
      follows: async (events) => replyFollows(events, page, c.var.visit),
      button: "Gửi trả lời, ghi vào nhật ký",
    };
  });
}

function answerable(page: InstrumentPage): readonly ItemFinding[] {
  const { state } = page;
  return findingsIn(page).filter(({ id }) => isSent(state) && state.tracks[id]?.withdrawn === undefined);
}

function inputOf(values: FormValues, { state }: InstrumentPage, choices: ReplyChoices): unknown {
  return {
    instrument: state.instrument,
    ...given({ repliedOn: typedDay(values, "repliedOn") }),
    answers: answersIn(values, choices).map(([answer, findings]) =>
      given({ findings, answer, reason: filled(values, `reason.${answer}`) }),
    ),
  };
}

interface ReplyFields {
  readonly filling: Filling;
  readonly named: readonly NamedFinding[];
  readonly choices: ReplyChoices;
  readonly state: InstrumentPage["state"];
}

function Fields({ filling, named, choices, state }: ReplyFields) {
  const { rest } = choices;
  return (
    <>
      <div id={targetId("answers", filling)} tabindex={-1}>
        <Select
          name="all"
          label="Trả lời chung cho các vi phạm chưa trả lời ở dưới"
          hint="Chấp nhận là phải thực hiện trong thời hạn luật định; trang sau nói đến ngày nào, trước khi ghi."
          filling={filling}
          options={[{ value: "", label: "(chưa chọn)" }, ...answerOptions]}
        />
      </div>
      <OneByOne filling={filling} named={named} choices={choices} state={state} />
      {rest.length === 0 ? undefined : (
        <Select
          name="rest"
          label={`Trả lời cho ${rest.length} vi phạm chưa trả lời không liệt kê ở trang này`}
          hint="Trả lời sau: lần sau mở trang này, các vi phạm chưa trả lời được liệt kê trước."
          filling={filling}
          options={[{ value: "", label: "(chưa chọn)" }, ...answerOptions, laterOption]}
        />
      )}
      <div id={targetId("answers.reason", filling)} tabindex={-1}>
        <TextArea
          name="reason.partly"
          label="Lý do chấp nhận một phần"
          hint="Bắt buộc nếu có vi phạm chấp nhận một phần."
          filling={filling}
        />
        <TextArea
          name="reason.disagreed"
          label="Lý do không nhất trí"
          hint="Bắt buộc nếu có vi phạm không nhất trí."
          filling={filling}
        />
      </div>
      <StatedDay name="repliedOn" label="Ngày trả lời" hint="Để trống là hôm nay." filling={filling} />
    </>
  );
}

function OneByOne({ filling, named, choices, state }: ReplyFields) {
  return (
    <fieldset>
      <legend>Trả lời riêng từng vi phạm</legend>
      {named.map((finding) => (
        <Select
          name={`answer.${finding.id}`}
          label={labelOf(finding, state)}
          filling={filling}
          options={
            choices.isAnswered(finding.id)
              ? [{ value: "", label: "giữ trả lời đã gửi" }, ...answerOptions]
              : [{ value: "", label: "theo trả lời chung" }, ...answerOptions, laterOption]
          }
        />
      ))}
    </fieldset>
  );
}

const answerOptions = optionsOf(answerWords);
const laterOption = { value: later, label: "trả lời sau" };

/** labelOf adds the answer that was given before: another may follow, and the last counts. */
function labelOf({ id, item, name }: NamedFinding, state: InstrumentPage["state"]): string {
  const track = isSent(state) ? state.tracks[id] : undefined;
  const given = track && answerOf(track);
  return `Mục ${item}. ${name}${given === undefined ? "" : ` (đã trả lời: ${answerWords[given]})`}`;
}
