/** The page on which a person chooses the act to record: its stage, in the order of the work, then the act, all by links. */

import type { ActFileKind } from "../../domain/files/act-file.ts";
import { actEntry } from "../../law/act.ts";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { stagesFor } from "./act-choices.ts";
import { fileWords } from "../words/files.ts";
import { actFileFor, actFilePath } from "./asked-file.ts";

export async function chooseAct(c: ConsoleContext, kind: ActFileKind): Promise<Response> {
  const file = await actFileFor(c, kind, "record-act");
  if (!file.ok) return file.refusal;
  const path = actFilePath(file.value);
  const offered = stagesFor(kind, c.var.visit.reader.acting.roles);
  return showPage(c, {
    title: "Ghi hành vi thi hành án",
    children: (
      <>
        <p>
          <a href={path}>Quay lại {fileWords[kind]}</a>. Chọn giai đoạn, rồi chọn hành vi. Việc làm trái luật cũng được
          ghi: chỉ điều không thể xảy ra mới bị từ chối.
        </p>
        {offered.map(({ name, words, acts }) => (
          <details id={`stage-${name}`}>
            <summary>
              {words.vi} ({acts.length})
            </summary>
            <ul>
              {acts.map((type) => (
                <li>
                  <a href={`${path}/acts/${type}`}>{actEntry(type).vi}</a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </>
    ),
  });
}
