/** The words of one refusal: what is wrong, and what to do, for a caller of the API and for a screen. */

/** Vietnamese first, then English. */
export type BothTongues = readonly [vi: string, en: string];

export interface RefusalText {
  readonly wrong: BothTongues;
  readonly todo: {
    readonly api: BothTongues;
    /** Vietnamese alone: the console is in Vietnamese and adds the English of `wrong` only. */
    readonly screen: string;
  };
}

/** Leave `screen` out where the Vietnamese for the API can be followed on a screen too. */
export function refusalText(wrong: BothTongues, api: BothTongues, screen = api[0]): RefusalText {
  return { wrong, todo: { api, screen } };
}
