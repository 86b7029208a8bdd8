/** A link to an event's entry; an event not yet sealed has none, and the page says that it counts for nothing. */

import { Mark } from "./mark.tsx";

export function EntryLink({ index }: { readonly index: number | undefined }) {
  if (index === undefined) return <Mark word="chưa khóa sổ" tone="wait" />;
  return <a href={`/console/log/entries/${index}`}>mục {index}</a>;
}
