/** A detection as one value of a form: the file that it is about, and the key of the time limit. */

import { parseId } from "../../base/ids.ts";
import { fileKinds, type StreamName, streamName } from "../../domain/event.ts";

export interface AboutName {
  readonly kind: string;
  readonly id: string;
}

export function detectionValue({ kind, id }: AboutName, deadline: string): string {
  return `${kind}/${id}/${deadline}`;
}

/** parseDetectionValue is the pair of detectionValue; the command's schema judges what the value names. */
export function parseDetectionValue(value: string): { readonly about: AboutName; readonly deadline: string } {
  const [kind = "", id = "", ...deadline] = value.split("/");
  return { about: { kind, id }, deadline: deadline.join("/") };
}

/** fileIn returns undefined when the value names no file that can exist. */
export function fileIn(value: string): StreamName | undefined {
  const { kind, id } = parseDetectionValue(value).about;
  const known = fileKinds.find((fileKind) => fileKind === kind);
  return known === undefined || parseId(id) === undefined ? undefined : streamName(known, id);
}
