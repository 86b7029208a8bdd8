/** How far an adopted edition's changes are told: every file once, in a fixed order that may stop anywhere. */

import type { FileName } from "../event.ts";
import type { EventOf } from "../events.ts";
import { ImpossibleEvent } from "../impossible.ts";
import type { Adoption } from "./adoption.ts";
import { type EditionName, isSameEdition } from "./offer.ts";

export interface SupersedingState {
  readonly from: EditionName;
  readonly to: EditionName;
  readonly files: number;
  readonly moved: number;
  /** The last file that was looked at; undefined before the first. */
  readonly through?: FileName | undefined;
  readonly complete: boolean;
}

export function supersedingId({ edition }: EditionName): string {
  return String(edition);
}

/** An adoption that put an edition in the place of another. */
export type Superseding = Adoption & { readonly supersedes: EditionName };

export function supersedes(adoption: Adoption | undefined): adoption is Superseding {
  return adoption?.supersedes !== undefined;
}

export function evolveSuperseding(
  state: SupersedingState | undefined,
  { type, data }: EventOf<"superseding">,
): SupersedingState {
  const { from, to, moved: list, files, through = state?.through, complete } = data;
  if (state?.complete === true) throw new ImpossibleEvent(type, "all files were looked at");
  if (state !== undefined && !(isSameEdition(state.from, from) && isSameEdition(state.to, to)))
    throw new ImpossibleEvent(type, "the stream is about other editions");
  return { from, to, files: (state?.files ?? 0) + files, moved: (state?.moved ?? 0) + list.length, through, complete };
}
