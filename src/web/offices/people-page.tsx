/** The people of the directory: which offices and roles they have today, which keys. Their names stay covered. */

import { type PersonId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { isHeld, keyInForce, type PersonState } from "../../domain/offices/person.ts";
import { mayDo } from "../../domain/permission.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { More } from "../parts/pager.tsx";
import { short } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import { Table } from "../parts/table.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { roleWords } from "../words/roles.ts";

const shown = 50;

export async function listPeople(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "register-person", "other")) return showRefusal(c, { code: "not-permitted" });
  const after = parseId(c.req.query("after"));
  const rows = await host.views.people({ limit: shown, ...(after === undefined ? {} : { after }) });
  const ids = rows.flatMap(({ person }) => parseId<PersonId>(person) ?? []);
  const { states } = await loadStates(() => ids.map((id) => streamName("person", id)), host);
  const people = ids.flatMap((id) => states.of("person", id) ?? []);
  const offices = [...new Set(people.flatMap(({ grants }) => grants.map(({ office }) => office)))];
  const names = await namedOffices(offices, host);
  return showPage(c, {
    title: "Người dùng",
    children: (
      <>
        <Table caption="Người trong danh bạ" heads={["Mã", "Họ tên", "Vai trò hôm nay", "Khóa ký còn hiệu lực"]}>
          {people.map((person) => (
            <Row person={person} names={names} today={reader.today} />
          ))}
        </Table>
        <More path="/console/people" query={{}} after={rows.length < shown ? undefined : ids.at(-1)} />
      </>
    ),
  });
}

interface RowParts {
  readonly person: PersonState;
  readonly names: ReadonlyMap<string, NamedOffice>;
  readonly today: ConsoleContext["var"]["visit"]["reader"]["today"];
}

function Row({ person, names, today }: RowParts) {
  const grants = person.grants.filter((grant) => isHeld(grant, today));
  const keys = person.keys.filter(({ key }) => keyInForce(person, key, today) !== undefined);
  return (
    <tr>
      <th scope="row" class="code">
        {short(person.id)}
      </th>
      <td class="masked">(họ tên được che)</td>
      <td>
        {grants.map(({ office, role, from }) => (
          <div>
            {roleWords[role]}, {names.get(office)?.name ?? short(office)}, từ {formatDay(from)}
          </div>
        ))}
      </td>
      <td>
        {keys.map(({ key, from }) => (
          <div>
            <span class="code">{short(key)}</span>, từ {formatDay(from)}
          </div>
        ))}
      </td>
    </tr>
  );
}
