/** T, in which a member that may be undefined is a member that may be absent. */
export type Given<T> = Shown<
  { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
    [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
  }
>;

/** The members of an intersection as one object type, which an editor shows as such. */
type Shown<T> = { [K in keyof T]: T[K] };

/** given returns the members that are not undefined, because an event, a query or an answer says "absent" by leaving the name out. */
export function given<T extends object>(members: T): Given<T>;
export function given(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
