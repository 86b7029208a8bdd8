/** The part of a `Context` (command.ts) on which changes of the directory are decided; an audit has no more (authority/). */

import type { Day } from "../../base/day.ts";
import type { PersonId } from "../../base/ids.ts";
import type { DirectoryState } from "./changes/directory-state.ts";
import type { Offices } from "./directory.ts";
import type { PersonState } from "./person.ts";

export type DirectoryStates = Offices & {
  readonly of: (kind: "person", id: string) => PersonState | undefined;
} & {
  readonly of: (kind: "directory", id: string) => DirectoryState | undefined;
};

/** acting: the administrator who asks. */
export interface Administering {
  readonly states: DirectoryStates;
  readonly today: Day;
  readonly acting: { readonly person: PersonId };
}
