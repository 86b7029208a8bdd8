/** The directory of people, for administrators: names, offices and roles today, keys. Each name that is shown is journalled. */

import { given } from "../../base/given.ts";
import type { Day } from "../../base/day.ts";
import { type PersonId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { isHeld, keyInForce, type PersonState } from "../../domain/offices/person.ts";
import { mayDo } from "../../domain/permission.ts";
import { namesOfPersons } from "../../service/reading/rights.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { formatDay } from "../parts/day-text.ts";
import { nameText } from "../parts/person-name.ts";
import { More } from "../parts/pager.tsx";
import { short } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import { Table } from "../parts/table.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { roleWords } from "../words/roles.ts";

const peopleOnPage = 50;

export async function listPeople(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "register-person", "other")) return showRefusal(c, { code: "not-permitted" });
  const after = parseId(c.req.query("after"));
  const rows = await host.views.people({ limit: peopleOnPage, ...given({ after }) });
  const ids = rows.flatMap(({ person }) => parseId<PersonId>(person) ?? []);
  const { states } = await loadStates(() => ids.map((id) => streamName("person", id)), host);
  const people = ids.flatMap((id) => states.of("person", id) ?? []);
  const offices = [...new Set(people.flatMap(({ grants }) => grants.map(({ office }) => office)))];
  const names = await namedOffices(offices, host);
  const nameOf = await namesOfPersons(ids, reader, host);
  return showPage(c, {
    title: "Người dùng",
    children: (
      <>
        <p class="actions">
          <a class="button" href="/console/people/register">
            Thêm người dùng
          </a>
        </p>
        <Table
          caption="Người trong danh bạ"
          rows={people}
          columns={[
            { head: "Họ tên", cell: ({ id }) => <a href={`/console/people/${id}`}>{nameText(nameOf(id))}</a> },
            {
              head: "Vai trò hôm nay",
              cell: (person) => <Grants person={person} names={names} today={reader.today} />,
            },
            { head: "Khóa ký còn hiệu lực", cell: (person) => <Keys person={person} today={reader.today} /> },
          ]}
        />
        <More
          path="/console/people"
          query={{}}
          after={rows.length < peopleOnPage ? undefined : ids.at(-1)}
          place={{ after, back: c.req.query("back") }}
        />
      </>
    ),
  });
}

interface KeysParts {
  readonly person: PersonState;
  readonly today: Day;
}

interface GrantsParts extends KeysParts {
  readonly names: ReadonlyMap<string, NamedOffice>;
}

function Grants({ person, names, today }: GrantsParts) {
  const grants = person.grants.filter((grant) => isHeld(grant, today));
  return (
    <>
      {grants.map(({ office, role, from }) => (
        <div>
          {roleWords[role]}, {names.get(office)?.name ?? short(office)}, từ {formatDay(from)}
        </div>
      ))}
    </>
  );
}

function Keys({ person, today }: KeysParts) {
  const keys = person.keys.filter(({ key }) => keyInForce(person, key, today) !== undefined);
  return (
    <>
      {keys.map(({ key, from }) => (
        <div>
          <span class="code">{short(key)}</span>, từ {formatDay(from)}
        </div>
      ))}
    </>
  );
}
