/** What an administrator chooses among: offices by name, roles and kinds of office by their words. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { roles } from "../../domain/event.ts";
import { isOpen } from "../../domain/offices/office.ts";
import { isStrong } from "../../domain/offices/strong-roles.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import type { Option } from "../form/fields.tsx";
import type { Visit } from "../frame/visit.ts";
import { roleWords } from "../words/roles.ts";

/** The offices that are open today, by name. */
export async function officeChoices({ reader, host }: Visit): Promise<readonly Option[]> {
  const rows = await host.views.offices();
  const names = await namedOffices(
    rows.flatMap(({ key }) => parseId<OfficeId>(key) ?? []),
    host,
  );
  return [...names.values()]
    .filter(({ state }) => isOpen(state, reader.today))
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"))
    .map(({ state, name }) => ({ value: state.id, label: name }));
}

/** Roles that one administrator gives alone, or those that take two. */
export function roleChoices(which: "one" | "two"): readonly Option[] {
  return roles
    .filter((role) => isStrong(role) === (which === "two"))
    .map((role) => ({ value: role, label: roleWords[role] }));
}
