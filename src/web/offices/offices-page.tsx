/** The directory: offices with their codes, days, superiors and who supervises them today. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { mayDo } from "../../domain/permission.ts";
import { procuracyOf } from "../../domain/offices/office.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { Pages, pageOf } from "../parts/pager.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { officeKindWords } from "../words/roles.ts";
import { Table } from "../parts/table.tsx";

const shown = 100;

export async function listOffices(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "read-office-list", "other")) return showRefusal(c, { code: "not-permitted" });
  const rows = await host.views.offices();
  const names = await namedOffices(
    rows.flatMap(({ key }) => parseId<OfficeId>(key) ?? []),
    host,
  );
  const { rows: offices, page, pages } = pageOf([...names.values()], c.req.query("page"), shown);
  const nameOf = (id: OfficeId | undefined): string => (id === undefined ? "" : (names.get(id)?.name ?? ""));
  return showPage(c, {
    title: "Cơ quan",
    children: (
      <>
        <Table
          caption={`Cơ quan trong danh bạ (${rows.length})`}
          heads={["Tên", "Mã", "Loại", "Từ ngày", "Đến trước ngày", "Cấp trên", "Viện kiểm sát có thẩm quyền"]}
        >
          {offices.map(({ state, name }) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="code">{state.code}</td>
              <td>{officeKindWords[state.kind]}</td>
              <td>{formatDay(state.openedOn)}</td>
              <td>
                {state.closedOn === undefined ? "" : formatDay(state.closedOn)} {nameOf(state.successor)}
              </td>
              <td>{nameOf(state.superior)}</td>
              <td>{nameOf(procuracyOf(state, reader.today))}</td>
            </tr>
          ))}
        </Table>
        <Pages path="/console/offices" name="page" page={page} pages={pages} what="cơ quan" />
      </>
    ),
  });
}
