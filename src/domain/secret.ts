/**
 * A value that must not stand in the clear in the log. Deciders put a Secret where the event schema has a sealed field;
 * the service draws the salt, replaces it by its commitment and keeps the value off the log.
 */

import type { Json } from "../base/canonical-json.ts";
import type { CommittedField } from "./field.ts";

/** reference: shown to whoever may see the case. personal: every disclosure is an entry of its own. */
export type SecretClass = "reference" | "personal";

export class Secret {
  readonly value: Json;
  readonly class: SecretClass;
  /** Whose key encrypts it: a party, a person, or the stream itself when undefined. Destroying that key erases the value. */
  readonly subject: string | undefined;

  constructor(value: Json, secretClass: SecretClass, subject?: string) {
    this.value = value;
    this.class = secretClass;
    this.subject = subject;
  }
}

/** Typed text, document numbers, amounts: shown to whoever may see the case. */
export function reference(value: Json): Secret {
  return new Secret(value, "reference");
}

/** Names, addresses, identity and account numbers of `subject`. */
export function personal(value: Json, subject: string): Secret {
  return new Secret(value, "personal", subject);
}

/** The data of an event before its secrets are sealed. */
export type Draft<T> = T extends CommittedField
  ? Secret
  : T extends string | number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Draft<Item>[]
      : { readonly [Name in keyof T]: Draft<T[Name]> };
