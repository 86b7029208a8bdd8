/** The text behind a commitment. A person who may not see it is told that there is one. */

import type { CommittedField } from "../../domain/field.ts";
import type { Opened } from "../../service/reading/opened.ts";

export function CommittedText({
  field,
  opened,
}: {
  readonly field: CommittedField | undefined;
  readonly opened: Opened;
}) {
  if (field === undefined) return undefined;
  const text = textBehind(field, opened);
  return text === undefined ? <span class="masked">(được che)</span> : <>{text}</>;
}

export function textBehind(field: CommittedField | undefined, opened: Opened): string | undefined {
  const value = field && opened.get(field.sealed);
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}
