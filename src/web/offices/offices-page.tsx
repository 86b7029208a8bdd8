/** The directory of offices: their codes, days, superiors, and who supervises them today. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { mayDo } from "../../domain/permission.ts";
import { procuracyOf } from "../../domain/offices/office.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { Pages, pageOf } from "../parts/pager.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { officeKindWords } from "../words/roles.ts";
import { Table } from "../parts/table.tsx";

const officesOnPage = 100;

export async function listOffices(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "read-office-list", "other")) return showRefusal(c, { code: "not-permitted" });
  const rows = await host.views.offices();
  const names = await namedOffices(
    rows.flatMap(({ key }) => parseId<OfficeId>(key) ?? []),
    host,
  );
  const { rows: offices, page, pages } = pageOf([...names.values()], c.req.query("page"), officesOnPage);
  const nameOf = (id: OfficeId | undefined): string => (id === undefined ? "" : (names.get(id)?.name ?? ""));
  const mayAdminister = mayDo(reader.acting.roles, "open-office", "other");
  return showPage(c, {
    title: "Cơ quan",
    children: (
      <>
        {mayAdminister ? (
          <p class="actions">
            <a class="button" href="/console/offices/open">
              Thêm cơ quan
            </a>
          </p>
        ) : undefined}
        <Table
          caption={`Cơ quan trong danh bạ (${rows.length})`}
          rows={offices}
          columns={[
            { head: "Tên", cell: ({ name }) => name },
            { head: "Mã", class: "code", cell: ({ state }) => state.code },
            { head: "Loại", cell: ({ state }) => officeKindWords[state.kind] },
            { head: "Từ ngày", cell: ({ state }) => formatDay(state.openedOn) },
            {
              head: "Đến trước ngày",
              cell: ({ state: { closedOn, successor } }) =>
                `${closedOn === undefined ? "" : formatDay(closedOn)} ${nameOf(successor)}`,
            },
            { head: "Cấp trên", cell: ({ state }) => nameOf(state.superior) },
            { head: "Viện kiểm sát có thẩm quyền", cell: ({ state }) => nameOf(procuracyOf(state, reader.today)) },
            ...(mayAdminister ? [{ head: "Việc", cell: OfficeWays }] : []),
          ]}
        />
        <Pages path="/console/offices" name="page" page={page} pages={pages} what="cơ quan" />
      </>
    ),
  });
}

function OfficeWays({ state, name }: NamedOffice) {
  if (state.closedOn !== undefined) return <>đã giải thể</>;
  return (
    <>
      <a href={`/console/offices/${state.id}/supervision`} aria-label={`Giao quyền kiểm sát: ${name}`}>
        giao quyền kiểm sát
      </a>{" "}
      ·{" "}
      <a href={`/console/offices/${state.id}/close`} aria-label={`Giải thể: ${name}`}>
        giải thể
      </a>
    </>
  );
}
