/** The two languages of the law's texts: Vietnamese first, English beside it. */

export type Language = "vi" | "en";

/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;
