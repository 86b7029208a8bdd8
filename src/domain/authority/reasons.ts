/** The closed list of what can be wrong with the authority behind an entry. The programs that audit have the words of each. */

export const authorityReasons = [
  // the event
  "event-unknown",
  "directory-contradicts",
  // who acts
  "system-may-not",
  "person-may-not",
  "actor-unknown",
  "office-not-open",
  "role-not-held",
  // for whom
  "role-does-not-permit",
  "affair-unknown",
  "affair-of-another-office",
  "made-alone",
  // what the command itself asks
  "actor-differs",
  "side-differs",
  "source-not-theirs",
  "key-not-theirs",
  "office-may-not",
  "role-not-of-office",
  "backdated",
  "to-oneself",
  "too-few-administrators",
  "not-by-two",
  "superseded-differs",
] as const;
export type AuthorityReason = (typeof authorityReasons)[number];
