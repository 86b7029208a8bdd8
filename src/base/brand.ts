/** Branded types: a string that has been parsed once is told apart from one that has not. */

declare const brand: unique symbol;

/** A `T` that only one parser makes; a `CaseId` is not an `OfficeId`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
