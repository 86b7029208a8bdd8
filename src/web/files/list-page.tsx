/** The lists of cases and of intakes, of one's own agency or of those that one supervises: by their numbers, the latest first. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { fileList } from "../../service/listing/files.ts";
import { openNumbers } from "../../service/reading/file-numbers.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { readableAgencies } from "../../service/reading/supervised.ts";
import type { LatestFile } from "../../service/views.ts";
import { orderIn, orderQuery, placeIn, sortingBy } from "../frame/list-place.ts";
import { idKey, More } from "../parts/pager.tsx";
import { fillingOf, Select } from "../form/fields.tsx";
import { formValues } from "../form/form-values.ts";
import { Downloads } from "../frame/downloads.tsx";
import { dayText, short } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import { Table } from "../parts/table.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { fileLists, type FileListWords } from "../words/lists.ts";
import { openingAgency, openIntakePath } from "./opening-intake-page.tsx";

const filesOnPage = 50;

export async function listCases(c: ConsoleContext): Promise<Response> {
  return listFiles(c, fileLists.case);
}

export async function listIntakes(c: ConsoleContext): Promise<Response> {
  return listFiles(c, fileLists.intake);
}

async function listFiles(c: ConsoleContext, { kind, title, none, heads }: FileListWords): Promise<Response> {
  const { reader, host } = c.var.visit;
  const readable = await readableAgencies(reader, host);
  const agency = parseId<OfficeId>(c.req.query("agency"));
  const order = orderIn(c);
  const list = await fileList(kind, agency, order)(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const names: ReadonlyMap<string, NamedOffice> = await namedOffices(readable, host);
  const place = placeIn(c, idKey);
  const { rows: files, next } = await list.value.page(place.after, filesOnPage);
  const query = { agency, ...orderQuery(order) };
  const numbers = await openNumbers(files, reader, host);
  const path = `/console/${kind}s`;
  return showPage(c, {
    title,
    children: (
      <>
        {kind === "intake" && (await openingAgency(c.var.visit)) !== undefined ? (
          <p>
            <a href={openIntakePath}>Thụ lý việc mới</a>
          </p>
        ) : undefined}
        {names.size > 1 ? <ChooseAgency path={path} names={names} agency={agency} /> : undefined}
        <Downloads list={`${kind}s`} query={query} total={await list.value.total()} />
        {files.length === 0 ? (
          <p>{none}</p>
        ) : (
          <Table
            caption={`${title}, ${order === "latest" ? "mới" : "cũ"} nhất trước`}
            rows={files}
            columns={[
              { head: heads.number, cell: (file) => <NumberLink file={file} path={path} numbers={numbers} /> },
              { head: "Cơ quan", cell: (file) => names.get(file.agency)?.name ?? short(file.agency) },
              { head: heads.day, sorting: sortingBy(order, path, { agency }), cell: ({ day }) => dayText(day) },
            ]}
          />
        )}
        <More path={path} query={query} after={next} place={place} />
      </>
    ),
  });
}

interface NumberLinkParts {
  readonly file: LatestFile;
  readonly path: string;
  readonly numbers: Opened;
}

function NumberLink({ file: { key, number }, path, numbers }: NumberLinkParts) {
  const called = number && numbers.get(number);
  return <a href={`${path}/${key}`}>{typeof called === "string" ? called : <span class="code">{short(key)}</span>}</a>;
}

interface ChooseParts {
  readonly path: string;
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly agency: OfficeId | undefined;
}

/** The filter stands in the address, so that it can be kept and sent to others. */
function ChooseAgency({ path, names, agency }: ChooseParts) {
  const filling = fillingOf(formValues([["agency", agency ?? ""]]));
  const offices = [...names.values()].map(({ state, name }) => ({ value: state.id, label: name }));
  const options = [{ value: "", label: "(tất cả)" }, ...offices];
  return (
    <form method="get" action={path}>
      <Select name="agency" label="Cơ quan" filling={filling} options={options} />
      <p class="actions">
        <button type="submit">Xem</button>
      </p>
    </form>
  );
}
