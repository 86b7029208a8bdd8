/**
 * A link to the entry of an event in the log. An event that is recorded and not yet sealed has no entry, and the page
 * says so, because it counts for nothing yet.
 */

import { Mark } from "./mark.tsx";

export function EntryLink({ index }: { readonly index: number | undefined }) {
  if (index === undefined) return <Mark word="chưa niêm phong" tone="wait" />;
  return <a href={`/console/log/entries/${index}`}>mục {index}</a>;
}
