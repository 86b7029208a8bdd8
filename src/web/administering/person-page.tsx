/** A person of the directory, for administrators: roles with their days, keys, and what can be changed. */

import type { OfficeId } from "../../base/ids.ts";
import { mayDo } from "../../domain/permission.ts";
import { type Grant, isHeld, type PersonState, type SigningKey } from "../../domain/offices/person.ts";
import { holdsStrong } from "../../domain/offices/strong-roles.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { formatDay } from "../parts/day-text.ts";
import { short } from "../parts/rows.ts";
import { Table } from "../parts/table.tsx";
import { roleWords } from "../words/roles.ts";
import { askedPerson } from "./asked-person.ts";

export async function showPerson(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "register-person", "other")) return showRefusal(c, { code: "not-permitted" });
  const asked = await askedPerson(c);
  if (asked === undefined) return showRefusal(c, { code: "unknown-person" });
  const { state, name, path } = asked;
  const offices = await namedOffices([...new Set(state.grants.map(({ office }) => office))], host);
  const { today } = reader;
  return showPage(c, {
    title: name,
    children: (
      <>
        <Ways state={state} path={path} strong={holdsStrong(state.grants, today)} />
        <h2>Vai trò</h2>
        <Grants grants={state.grants} offices={offices} holds={(grant) => isHeld(grant, today)} path={path} />
        <h2>Khóa ký</h2>
        <Keys keys={state.keys} path={path} />
      </>
    ),
  });
}

interface WaysParts {
  readonly state: PersonState;
  readonly path: string;
  /** The person holds a strong role, so a key takes two administrators. */
  readonly strong: boolean;
}

function Ways({ path, strong }: WaysParts) {
  return (
    <p class="actions">
      <a class="button" href={`${path}/grant`}>
        Cấp vai trò
      </a>
      <a class="button" href={`${path}/propose-role`}>
        Đề nghị cấp vai trò trọng yếu
      </a>
      <a class="button" href={strong ? `${path}/propose-key` : `${path}/key`}>
        {strong ? "Đề nghị đăng ký khóa ký" : "Đăng ký khóa ký"}
      </a>
    </p>
  );
}

interface GrantsParts {
  readonly grants: readonly Grant[];
  readonly offices: ReadonlyMap<OfficeId, NamedOffice>;
  readonly holds: (grant: Grant) => boolean;
  readonly path: string;
}

function Grants({ grants, offices, holds, path }: GrantsParts) {
  if (grants.length === 0) return <p>Chưa có vai trò nào.</p>;
  return (
    <Table
      caption="Mỗi vai trò ở một cơ quan, kể cả đã hết"
      rows={grants}
      columns={[
        { head: "Vai trò", cell: ({ role }) => roleWords[role] },
        { head: "Cơ quan", cell: ({ office }) => offices.get(office)?.name ?? short(office) },
        { head: "Từ ngày", cell: ({ from }) => formatDay(from) },
        { head: "Đến trước ngày", cell: ({ until, endedOn }) => endText(endedOn ?? until) },
        {
          head: "Việc",
          cell: (grant) =>
            holds(grant) ? (
              <a href={`${path}/roles/${grant.office}/${grant.role}/end`}>thôi vai trò {roleWords[grant.role]}</a>
            ) : (
              "đã hết hoặc chưa tới"
            ),
        },
      ]}
    />
  );
}

function endText(end: Grant["until"]): string {
  return end === undefined ? "chưa định" : formatDay(end);
}

function Keys({ keys, path }: { readonly keys: readonly SigningKey[]; readonly path: string }) {
  if (keys.length === 0) return <p>Chưa đăng ký khóa nào.</p>;
  return (
    <Table
      caption="Khóa công khai mà người này ký bằng khóa riêng tương ứng"
      rows={keys}
      columns={[
        { head: "Khóa", class: "code", cell: ({ key }) => short(key) },
        { head: "Từ ngày", cell: ({ from }) => formatDay(from) },
        {
          head: "Việc",
          cell: ({ key, revokedOn }) =>
            revokedOn === undefined ? (
              <a href={`${path}/keys/${key}/revoke`}>thu hồi khóa {keys.findIndex((one) => one.key === key) + 1}</a>
            ) : (
              `đã thu hồi ngày ${formatDay(revokedOn)}`
            ),
        },
      ]}
    />
  );
}
