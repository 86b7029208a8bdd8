/** Where something stands in the log; what is recorded and not yet sealed says so and counts for nothing yet. */

import { Mark } from "./mark.tsx";

export function EntryLink({ index }: { readonly index: number | undefined }) {
  if (index === undefined) return <Mark word="chưa niêm phong" tone="wait" />;
  return <a href={`/console/log/entries/${index}`}>mục {index}</a>;
}
