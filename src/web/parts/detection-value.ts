/** A detection as one value of a form: the file it is about, and the key of the time limit. */

import { parseId } from "../../base/ids.ts";
import { fileKinds, type StreamName, streamName } from "../../domain/event.ts";

export interface AboutName {
  readonly kind: string;
  readonly id: string;
}

export function detectionValue({ kind, id }: AboutName, deadline: string): string {
  return `${kind}/${id}/${deadline}`;
}

/** The pair of `detectionValue`; what it names is judged by the command's schema. */
export function parseDetectionValue(value: string): { readonly about: AboutName; readonly deadline: string } {
  const [kind = "", id = "", ...deadline] = value.split("/");
  return { about: { kind, id }, deadline: deadline.join("/") };
}

/** The file that it names, if such a file can be. */
export function fileIn(value: string): StreamName | undefined {
  const { kind, id } = parseDetectionValue(value).about;
  const known = fileKinds.find((each) => each === kind);
  return known === undefined || parseId(id) === undefined ? undefined : streamName(known, id);
}
