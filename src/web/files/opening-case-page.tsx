/** The page that opens a case (lập hồ sơ): an enforcement decision on an intake, with the parties and assets that it names. */

import { given } from "../../base/given.ts";
import type { IntakeState } from "../../domain/files/intake.ts";
import type { ActFile } from "../../domain/files/act-file.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import { undecided } from "../../domain/files/file.ts";
import { actPage } from "../form/act-form.tsx";
import { Checkbox, Checkboxes, type Filling, optionsOf, Radios, TextField } from "../form/fields.tsx";
import { chosen, filled, formValues, type FormValues } from "../form/form-values.ts";
import { recordedStream } from "../form/recorded.ts";
import { StatedDay, typedDay } from "../form/stated-day.tsx";
import { closeGaps, rowsIn } from "../form/typed-rows.ts";
import type { ConsoleContext } from "../frame/visit.ts";
import { motionWords } from "../words/files.ts";
import { hintOf } from "../parts/cut.ts";
import { answerOptions } from "./act-choices.ts";
import { actFileFor, actFilePath } from "./asked-file.ts";
import { AssetFields, assetLabels, PartyFields, partyLabels, typedAsset, typedParty } from "./party-fields.tsx";

export async function openCasePage(c: ConsoleContext): Promise<Response> {
  const file = await actFileFor(c, "intake", "open-case");
  if (!file.ok) return file.refusal;
  const { state } = file.value;
  return actPage(c, {
    title: "Lập hồ sơ thi hành án",
    command: caseCommands["open-case"],
    input: (values) => inputOf(state, withoutGaps(values)),
    labels,
    initial: initialOf(state),
    fields: (filling) => <Fields file={file.value} filling={{ ...filling, values: withoutGaps(filling.values) }} />,
    aside: (
      <p>
        Theo <a href={actFilePath(file.value)}>việc thụ lý</a>. Mỗi quyết định thi hành án là một hồ sơ.
      </p>
    ),
    button: "Lập hồ sơ, ghi vào nhật ký",
    more: "Thêm dòng đương sự, tài sản",
    next: (recorded) => `/console/cases/${recordedStream(recorded, "case") ?? ""}`,
  });
}

function withoutGaps(values: FormValues): FormValues {
  return closeGaps(closeGaps(values, "parties", mostRows), "assets", mostRows);
}

function initialOf(state: IntakeState): FormValues {
  return formValues([
    ["motion", state.motion],
    ...(state.interim ? [["interim", "yes"] as const] : []),
    ...undecided(state).map((act) => ["answers", act] as const),
  ]);
}

function Fields({ file, filling }: { readonly file: ActFile; readonly filling: Filling }) {
  const { options, cut } = answerOptions("decision-issued", file);
  return (
    <>
      <TextField name="number" label={labels.number} hint="Được che, không hiện trong nhật ký." filling={filling} />
      <StatedDay name="decidedOn" label={labels.decidedOn} hint="Bắt buộc; không sau hôm nay." filling={filling} />
      <Radios name="motion" label={labels.motion} filling={filling} options={optionsOf(motionWords)} />
      <Checkbox name="interim" label="Quyết định áp dụng biện pháp khẩn cấp tạm thời" filling={filling} />
      {options.length === 0 ? undefined : (
        <Checkboxes
          name="answers"
          label={labels.answers}
          hint={hintOf("Bản án, yêu cầu mà quyết định này giải quyết.", cut)}
          filling={filling}
          options={options}
        />
      )}
      {rowsIn(filling.values, "parties", spare).map((row) => (
        <fieldset>
          <legend>Đương sự {row + 1}</legend>
          <PartyFields row={row} filling={filling} />
        </fieldset>
      ))}
      {rowsIn(filling.values, "assets", spare).map((row) => (
        <fieldset>
          <legend>Tài sản {row + 1}</legend>
          <AssetFields row={row} filling={filling} />
        </fieldset>
      ))}
    </>
  );
}

/** The number of empty rows after those that are filled; rows that stay empty are dropped. */
const spare = 2;
/** The most parties, and the most assets, that one decision may name: the command refuses more. */
const mostRows = 100;

const labels = {
  number: "Số quyết định",
  decidedOn: "Ngày ra quyết định",
  "decidedOn.source": "Nguồn của ngày: ngày ra quyết định",
  motion: "Thi hành",
  answers: "Giải quyết",
  parties: "Đương sự",
  assets: "Tài sản",
  ...Object.fromEntries(
    Array.from({ length: mostRows }, (_, row) => Object.entries({ ...partyLabels(row), ...assetLabels(row) })).flat(),
  ),
};

function inputOf({ id }: IntakeState, values: FormValues): object {
  return given({
    intake: id,
    motion: filled(values, "motion"),
    interim: filled(values, "interim") !== undefined,
    decidedOn: typedDay(values, "decidedOn"),
    number: filled(values, "number"),
    answers: chosen(values, "answers"),
    parties: rowsIn(values, "parties").map((row) => typedParty(values, row)),
    assets: rowsIn(values, "assets").map((row) => typedAsset(values, row)),
  });
}
