/**
 * A value that must not stand in the clear in the log. A command puts a Secret where the event schema has a committed field;
 * the service draws the salt, puts the commitment in its place and keeps the value off the log.
 */

import type { Json } from "../base/canonical-json.ts";
import type { CommittedField } from "./field.ts";

/** reference: shown to everyone who may see the file. personal: each disclosure is an entry of its own. */
export type SecretClass = "reference" | "personal";

export class Secret {
  readonly value: Json;
  readonly class: SecretClass;
  /** The party, asset or person whose key encrypts the value; undefined for the key of the stream. Destroying the key erases the value. */
  readonly subject: string | undefined;

  constructor(value: Json, secretClass: SecretClass, subject?: string) {
    this.value = value;
    this.class = secretClass;
    this.subject = subject;
  }
}

/** reference keeps typed text, a document number or an amount, which everyone who may see the file is shown. */
export function reference(value: Json): Secret {
  return new Secret(value, "reference");
}

/** personal keeps a name, an address, an identity or account number of `subject`. */
export function personal(value: Json, subject: string): Secret {
  return new Secret(value, "personal", subject);
}

/** The data of an event before its secrets are replaced by commitments. */
export type Draft<T> = T extends CommittedField
  ? Secret
  : T extends string | number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Draft<Item>[]
      : { readonly [Name in keyof T]: Draft<T[Name]> };
