/** Who may do what, and who gave it: for auditors and administrators. Each name that is shown is journalled. */

import { given } from "../../base/given.ts";
import { parseId } from "../../base/ids.ts";
import { mayDo } from "../../domain/permission.ts";
import { type Named, type Right, rightsOfPeople } from "../../service/reading/rights.ts";
import { formatDay, formatInstant } from "../parts/day-text.ts";
import { EntryLink } from "../parts/entry-link.tsx";
import { Mark } from "../parts/mark.tsx";
import { nameText } from "../parts/person-name.ts";
import { More } from "../parts/pager.tsx";
import { Table } from "../parts/table.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { roleWords } from "../words/roles.ts";

const peopleOnPage = 50;
export const rightsPath = "/console/rights";

export async function listRights(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "read-rights", "other")) return showRefusal(c, { code: "not-permitted" });
  const after = parseId(c.req.query("after"));
  const people = await rightsOfPeople({ limit: peopleOnPage, ...given({ after }) }, reader, host);
  const rows = people.flatMap(({ rights, ...holder }) => rights.map((right) => ({ holder, right })));
  return showPage(c, {
    title: "Ai được làm gì",
    children: (
      <>
        <p>
          Vai trò đang có hoặc sẽ có, do ai cấp. Vai trò trọng yếu cần hai quản trị danh bạ: một người đề nghị, một
          người khác thông qua. Mỗi họ tên hiện ra được ghi vào sổ truy cập.
        </p>
        <p lang="en">Roles that are held or will be, and who gave them. A strong role takes two administrators.</p>
        <Table
          caption={`Vai trò của ${people.length} người, theo cơ quan`}
          rows={rows.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), "vi"))}
          columns={[
            { head: "Cơ quan", cell: ({ right }) => right.officeName },
            { head: "Người", cell: ({ holder }) => nameText(holder) },
            { head: "Vai trò", cell: ({ right }) => <RoleCell right={right} /> },
            { head: "Từ ngày", cell: ({ right }) => formatDay(right.from) },
            { head: "Đến trước ngày", cell: ({ right: { until } }) => (until === undefined ? "" : formatDay(until)) },
            { head: "Người cấp hoặc đề nghị", cell: ({ right }) => giver(right) },
            {
              head: "Người thông qua",
              cell: ({ right: { adoptedBy } }) => (adoptedBy === undefined ? "" : nameText(adoptedBy)),
            },
            { head: "Ghi lúc", cell: ({ right: { entry } }) => (entry === undefined ? "" : formatInstant(entry.at)) },
            { head: "Mục nhật ký", cell: ({ right: { entry } }) => <EntryLink index={entry?.index} /> },
          ]}
        />
        <More
          path={rightsPath}
          query={{}}
          after={people.length < peopleOnPage ? undefined : people.at(-1)?.key}
          place={{ after, back: c.req.query("back") }}
        />
      </>
    ),
  });
}

interface Shown {
  readonly holder: Named;
  readonly right: Right;
}

function sortKey({ holder, right }: Shown): string {
  return `${right.officeName}\n${holder.name}`;
}

function giver({ grantedBy }: Right): string {
  return grantedBy === undefined ? "Hệ thống, khi lập danh bạ" : nameText(grantedBy);
}

function RoleCell({ right: { role, strong } }: { readonly right: Right }) {
  return (
    <>
      {roleWords[role]} {strong ? <Mark word="vai trò trọng yếu" tone="plain" /> : undefined}
    </>
  );
}
