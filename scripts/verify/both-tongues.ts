/** Words for a person: Vietnamese first, English second. */
export type BothTongues = readonly [vi: string, en: string];
