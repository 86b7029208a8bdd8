/** The evidence of a remedy: boxes for acts recorded on the files in question, and the numbers of any other log entries. */

import { streamId } from "../../domain/event.ts";
import { actsOfFiles, type FileActs } from "../../service/reading/file-acts.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import { indexOfAct } from "../../service/reading/sealed-entries.ts";
import { Checkboxes, type Filling, type Option, TextField } from "../form/fields.tsx";
import { chosen, filled, type FormValues, wholeNumber } from "../form/form-values.ts";
import { cutWords, hintOf } from "../parts/cut.ts";
import { fileLabel } from "../parts/file-link.tsx";
import { type NamedAct, namedActs } from "../parts/act-name.ts";
import type { Visit } from "../frame/visit.ts";
import { fileOf } from "../parts/finding-name.ts";
import type { ItemFinding } from "./finding-names.ts";

/** The page stays under 100 kB with 10 files and 15 acts of each; a remedy is among the latest acts. */
const filesListed = 10;
const actsListed = 15;

/** evidenceFields shows each file of these findings once. */
export async function evidenceFields(findings: readonly ItemFinding[], filling: Filling, { reader, host }: Visit) {
  const abouts = findings.flatMap(({ state }) => (state === undefined ? [] : [[fileOf(state), state.about] as const]));
  const distinct = [...new Map(abouts).values()];
  const files = await actsOfFiles(distinct.slice(0, filesListed), reader, host);
  const numbers = await numbersOf(
    files.map(({ stream }) => stream),
    reader,
    host,
  );
  return (
    <>
      {files.map((acts) => (
        <OfFile acts={acts} name={fileLabel(acts.stream, numbers)} filling={filling} />
      ))}
      <TextField
        name="entries"
        label={otherEntries}
        hint={hintOf(
          "Số của các mục, cách nhau bằng dấu phẩy; ví dụ 120, 121. Xem số ở cột Nhật ký của hồ sơ.",
          cutWords({
            listed: files.length,
            total: distinct.length,
            what: "hồ sơ",
            others: "hồ sơ khác thì ghi số ở đây",
          }),
        )}
        filling={filling}
        spell={false}
      />
    </>
  );
}

export const otherEntries = "Mục nhật ký khác làm bằng chứng";

interface OfFileParts {
  readonly acts: FileActs;
  readonly name: string;
  readonly filling: Filling;
}

function OfFile({ acts, name, filling }: OfFileParts) {
  const latest = namedActs(acts.file).toReversed();
  const options = optionsIn(acts, latest.slice(0, actsListed));
  if (options.length === 0) return undefined;
  return (
    <Checkboxes
      name={`${ticked}${streamId(acts.stream)}`}
      label={`Bằng chứng: hành vi đã ghi trên ${name}`}
      hint={hintOf(
        "Mới ghi đứng trước. Việc khắc phục chưa ghi thì ghi vào hồ sơ trước, rồi quay lại đây.",
        cutWords({
          listed: actsListed,
          total: latest.length,
          what: "hành vi",
          others: "hành vi cũ hơn thì ghi số mục ở dưới",
        }),
      )}
      filling={filling}
      options={options}
    />
  );
}

/** Offers sealed acts only: an act without a log entry cannot be named. */
function optionsIn({ entries }: FileActs, named: readonly NamedAct[]): readonly Option[] {
  return named.flatMap(({ act, name }) => {
    const index = indexOfAct(entries, act.id);
    return index === undefined ? [] : [{ value: String(index), label: `${name} (mục ${index})` }];
  });
}

const ticked = "evidence.";

/** entriesIn returns ticked, then typed entries; a text that is no number stays for the schema to refuse. */
export function entriesIn(values: FormValues): readonly (number | string | undefined)[] {
  const boxes = [...values.keys()].filter((name) => name.startsWith(ticked)).flatMap((name) => chosen(values, name));
  const typed = (filled(values, "entries") ?? "").split(/[\s,;]+/).filter((text) => text !== "");
  return [...new Set([...boxes, ...typed])].map(wholeNumber);
}
