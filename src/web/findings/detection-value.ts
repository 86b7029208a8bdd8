/** A detection as one value of a form: the file it is about, and the key of the time limit. */

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
