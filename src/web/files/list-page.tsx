/** The cases of an agency: one's own, or those of the agencies that one supervises. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type NamedOffice, namedOffices } from "../../service/office-names.ts";
import type { CaseRow, Views } from "../../service/views.ts";
import { readableAgencies } from "../../service/supervised.ts";
import { Select } from "../fields.tsx";
import { formValues } from "../form-values.ts";
import { More } from "../pager.tsx";
import { dayText, short } from "../rows.ts";
import { showPage, showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { openingAgency, openIntakePath } from "./opening-intake-page.tsx";
import { Table } from "../table.tsx";

const shown = 50;

export async function listCases(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const readable = await readableAgencies(reader, host);
  const agency = parseId<OfficeId>(c.req.query("agency"));
  if (readable.length === 0 || (agency !== undefined && !readable.includes(agency)))
    return showRefusal(c, { code: "not-permitted" });
  const names = await namedOffices(readable, host);
  const after = parseId(c.req.query("after"));
  const whose = { agencies: agency === undefined ? readable : [agency], limit: shown };
  const cases = await host.views.cases({ ...whose, ...(after === undefined ? {} : { after }) });
  const intakes = after === undefined ? await host.views.intakes(whose) : [];
  const opens = (await openingAgency(c.var.visit)) !== undefined;
  return showPage(c, {
    title: "Hồ sơ",
    children: (
      <>
        {opens ? (
          <p>
            <a href={openIntakePath}>Thụ lý việc mới</a>
          </p>
        ) : undefined}
        <ChooseAgency path="/console/cases" names={names} agency={agency} />
        {cases.length === 0 ? <p>Chưa có hồ sơ nào.</p> : <CaseTable cases={cases} names={names} />}
        <More path="/console/cases" query={{ agency }} after={cases.length < shown ? undefined : cases.at(-1)?.key} />
        {intakes.length === 0 ? undefined : <Intakes intakes={intakes} />}
      </>
    ),
  });
}

interface CaseTableParts {
  readonly cases: readonly CaseRow[];
  readonly names: ReadonlyMap<string, NamedOffice>;
}

function CaseTable({ cases, names }: CaseTableParts) {
  return (
    <Table caption="Hồ sơ thi hành án" heads={["Hồ sơ", "Cơ quan", "Ngày quyết định", "Thụ lý"]}>
      {cases.map((row) => (
        <tr>
          <th scope="row">
            <a class="code" href={`/console/cases/${row.key}`}>
              {short(row.key)}
            </a>
          </th>
          <td>{names.get(row.agency)?.name ?? short(row.agency)}</td>
          <td>{dayText(row.decidedOn)}</td>
          <td>
            <a class="code" href={`/console/intakes/${row.intake}`}>
              {short(row.intake)}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Intakes({ intakes }: { readonly intakes: Awaited<ReturnType<Views["intakes"]>> }) {
  return (
    <>
      <h2>Việc thụ lý</h2>
      <ul>
        {intakes.map((row) => (
          <li>
            <a href={`/console/intakes/${row.key}`}>
              {dayText(row.openedOn)} <span class="code">({short(row.key)})</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Choosing {
  readonly path: string;
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
  readonly agency: OfficeId | undefined;
}

/** A filter that stands in the address, so that it can be kept and sent on. */
function ChooseAgency({ path, names, agency }: Choosing) {
  const filling = { values: formValues([["agency", agency ?? ""]]), wrong: new Map<string, string>() };
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
