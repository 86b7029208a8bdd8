/** The lists of cases and of intakes, of one's own agency or of those that one supervises: by their numbers, the latest first. */

import { given } from "../../base/given.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { openNumbers } from "../../service/reading/file-numbers.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import type { Opened } from "../../service/reading/opened.ts";
import { readableAgencies } from "../../service/reading/supervised.ts";
import type { LatestFile } from "../../service/views.ts";
import { cursorIn, cursorOf, idKey } from "../parts/cursor.ts";
import { fillingOf, Select } from "../form/fields.tsx";
import { formValues } from "../form/form-values.ts";
import { More } from "../parts/pager.tsx";
import { dayText, short } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import { Table } from "../parts/table.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { openingAgency, openIntakePath } from "./opening-intake-page.tsx";

const filesOnPage = 50;

interface Kind {
  readonly kind: "case" | "intake";
  readonly title: string;
  readonly none: string;
  /** The heads of two columns: the number by which a file is called, and the day by which the list is sorted. */
  readonly heads: { readonly number: string; readonly day: string };
}

const cases: Kind = {
  kind: "case",
  title: "Hồ sơ thi hành án",
  none: "Chưa có hồ sơ nào.",
  heads: { number: "Quyết định thi hành án", day: "Ngày quyết định" },
};
const intakes: Kind = {
  kind: "intake",
  title: "Việc thụ lý",
  none: "Chưa thụ lý việc nào.",
  heads: { number: "Bản án, quyết định", day: "Ngày thụ lý" },
};

export async function listCases(c: ConsoleContext): Promise<Response> {
  return listFiles(c, cases);
}

export async function listIntakes(c: ConsoleContext): Promise<Response> {
  return listFiles(c, intakes);
}

async function listFiles(c: ConsoleContext, { kind, title, none, heads }: Kind): Promise<Response> {
  const { reader, host } = c.var.visit;
  const readable = await readableAgencies(reader, host);
  const agency = parseId<OfficeId>(c.req.query("agency"));
  if (readable.length === 0 || (agency !== undefined && !readable.includes(agency)))
    return showRefusal(c, { code: "not-permitted" });
  const names: ReadonlyMap<string, NamedOffice> = await namedOffices(readable, host);
  const after = cursorIn(c.req.query("after"), idKey);
  const agencies = agency === undefined ? readable : [agency];
  const files = await host.views.latestFiles({ kind, agencies, limit: filesOnPage, ...given({ after }) });
  const numbers = await openNumbers(files, reader, host);
  const path = `/console/${kind}s`;
  const last = files.length < filesOnPage ? undefined : files.at(-1);
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
        {files.length === 0 ? (
          <p>{none}</p>
        ) : (
          <Table
            caption={`${title}, mới nhất trước`}
            rows={files}
            columns={[
              { head: heads.number, cell: (file) => <NumberLink file={file} path={path} numbers={numbers} /> },
              { head: "Cơ quan", cell: (file) => names.get(file.agency)?.name ?? short(file.agency) },
              { head: heads.day, cell: ({ day }) => dayText(day) },
            ]}
          />
        )}
        <More path={path} query={{ agency }} after={cursorOf(last)} />
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
