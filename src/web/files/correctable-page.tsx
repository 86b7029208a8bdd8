/** The page that lists the acts of one's own side, the latest first, to choose one and its part to correct. */

import type { ActFileKind } from "../../domain/files/act-file.ts";
import { mayCorrect } from "../../domain/files/who-records.ts";
import { Pages, pageOf } from "../parts/pager.tsx";
import { showPage } from "../frame/show.tsx";
import { Table } from "../parts/table.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { fieldWords } from "../words/files.ts";
import { type NamedAct, namedActs } from "../parts/act-name.ts";
import { fileWords } from "../words/files.ts";
import { actFileFor, actFilePath } from "./asked-file.ts";
import { correctableFields } from "./correction-fields.tsx";

const actsOnPage = 60;

export async function chooseCorrected(c: ConsoleContext, kind: ActFileKind): Promise<Response> {
  const file = await actFileFor(c, kind, "correct-act");
  if (!file.ok) return file.refusal;
  const path = actFilePath(file.value);
  const { roles } = c.var.visit.reader.acting;
  const own = namedActs(file.value).filter(({ act }) => mayCorrect(act, kind, roles));
  const { rows, page, pages } = pageOf(own.toReversed(), c.req.query("acts"), actsOnPage);
  return showPage(c, {
    title: "Đính chính mục đã ghi",
    children: (
      <>
        <p>
          <a href={path}>Quay lại {fileWords[kind]}</a>. Mục cũ không bị sửa: mục đính chính ghi thêm điều đúng và lý
          do, thời hạn tính theo điều đúng.
        </p>
        <Table
          caption="Hành vi đã ghi"
          rows={rows}
          rowId={({ act }) => `act-${act.id}`}
          columns={[
            { head: "Hành vi", cell: ({ name }) => name },
            { head: "Chỗ cần đính chính", cell: (named) => <FieldLinks {...named} path={path} /> },
          ]}
        />
        <Pages path={`${path}/corrections`} name="acts" page={page} pages={pages} what="hành vi" />
      </>
    ),
  });
}

function FieldLinks({ act, name, path }: NamedAct & { readonly path: string }) {
  return (
    <>
      {correctableFields(act).map((field, i) => (
        <>
          {i === 0 ? "" : " · "}
          <a href={`${path}/acts/${act.id}/${field}`} aria-label={`${fieldWords[field]} của hành vi ${name}`}>
            {fieldWords[field]}
          </a>
        </>
      ))}
    </>
  );
}
