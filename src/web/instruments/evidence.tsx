/** What shows a correction: acts that were recorded on the files in question, by boxes; any other entry of the log by its number. */

import type { About } from "../../domain/findings/finding.ts";
import { actsOfFiles, type FileActs, numberOf } from "../../service/file-acts.ts";
import { indexOfAct } from "../../service/sealed-entries.ts";
import { Boxes, type Filling, type Option, TextField } from "../fields.tsx";
import { chosen, filled, type FormValues, wholeNumber } from "../form-values.ts";
import { namedActs } from "../files/act-choices.ts";
import { short } from "../rows.ts";
import { textBehind } from "../sealed-text.tsx";
import type { Visit } from "../visit.ts";
import { fileWords } from "../words/files.ts";

/** What keeps the page under 100 kB; the latest acts are those that correct. */
const filesShown = 10;
const actsShown = 15;

/** The files of these findings, each once. */
export async function evidenceFiles(abouts: readonly About[], { reader, host }: Visit): Promise<readonly FileActs[]> {
  const files = new Map(abouts.map((about) => [`${about.kind}/${about.id}`, about]));
  return actsOfFiles([...files.values()].slice(0, filesShown), reader, host);
}

export function Evidence({ files, filling }: { readonly files: readonly FileActs[]; readonly filling: Filling }) {
  return (
    <>
      {files.map((file) => (
        <OfFile file={file} filling={filling} />
      ))}
      <TextField
        name="entries"
        label={otherEntries}
        hint="Số của các mục, cách nhau bằng dấu phẩy; ví dụ 120, 121. Xem số ở cột Nhật ký của hồ sơ."
        filling={filling}
        spell={false}
      />
    </>
  );
}

export const otherEntries = "Mục nhật ký khác làm bằng chứng";

function OfFile({ file, filling }: { readonly file: FileActs; readonly filling: Filling }) {
  const options = optionsIn(file);
  if (options.length === 0) return undefined;
  const { kind, state } = file.place;
  const number = textBehind(numberOf(file.place), file.opened);
  const name = `${fileWords[kind]} ${number === undefined ? "" : `${number} `}(${short(state.id)})`;
  return (
    <Boxes
      name={`${ticked}${state.id}`}
      label={`Bằng chứng: hành vi đã ghi trên ${name}`}
      hint="Mới ghi đứng trước. Việc khắc phục chưa ghi thì ghi vào hồ sơ trước, rồi quay lại đây."
      filling={filling}
      options={options}
    />
  );
}

/** Only what is sealed can be named. */
function optionsIn({ place, entries }: FileActs): readonly Option[] {
  const named = namedActs(place).toReversed().slice(0, actsShown);
  return named.flatMap(({ act, name }) => {
    const index = indexOfAct(entries, act.id);
    return index === undefined ? [] : [{ value: String(index), label: `${name} (mục ${index})` }];
  });
}

const ticked = "evidence.";

/** The boxes first, then the numbers; what is no number stays text, for the schema to refuse. */
export function entriesIn(values: FormValues): readonly (number | string | undefined)[] {
  const boxes = [...values.keys()].filter((name) => name.startsWith(ticked)).flatMap((name) => chosen(values, name));
  const typed = (filled(values, "entries") ?? "").split(/[\s,;]+/).filter((text) => text !== "");
  return [...new Set([...boxes, ...typed])].map(wholeNumber);
}
