/** Branded types tell a value that was parsed from one that was not, and an id of one kind from an id of another. */

declare const brand: unique symbol;

/** A `T` that only the parser of this name makes: a `CaseId` is not an `OfficeId`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
