/** The legal texts that rules and calendars cite, and how a citation is written in each language. */

export interface LegalText {
  readonly vi: string;
  readonly en: string;
  /** How the table of rules writes it before an article; the two enforcement laws stand without a name there. */
  readonly short: string;
}

export const legalTexts = {
  "26/2008/QH12": {
    vi: "Luật Thi hành án dân sự 26/2008/QH12",
    en: "Law 26/2008/QH12 on civil judgment enforcement",
    short: "",
  },
  "106/2025/QH15": {
    vi: "Luật Thi hành án dân sự 106/2025/QH15",
    en: "Law 106/2025/QH15 on civil judgment enforcement",
    short: "",
  },
  "62/2015/NĐ-CP": { vi: "Nghị định 62/2015/NĐ-CP", en: "Decree 62/2015/NĐ-CP", short: "D62/2015 " },
  "152/2026/NĐ-CP": { vi: "Nghị định 152/2026/NĐ-CP", en: "Decree 152/2026/NĐ-CP", short: "D152/2026 " },
  "63/2014/QH13": {
    vi: "Luật Tổ chức Viện kiểm sát nhân dân 63/2014/QH13",
    en: "Law 63/2014/QH13 on the organisation of the People's Procuracies",
    short: "VKSND Law 2014 ",
  },
  "82/2025/QH15": {
    vi: "Luật Tổ chức Viện kiểm sát nhân dân sửa đổi bởi Luật 82/2025/QH15",
    en: "Law on the organisation of the People's Procuracies as amended by Law 82/2025/QH15",
    short: "VKSND Law ",
  },
} as const satisfies Record<string, LegalText>;

export type LawNumber = keyof typeof legalTexts;

export type Citation = {
  readonly law: LawNumber;
  readonly article: string;
  readonly clause?: string;
  readonly point?: string;
  /** As the table of rules writes it; anyone can compare the two. */
  readonly text: string;
};

/** The place "160(2)" of a law, with the words of the table where they are not simply that. */
export function cite(law: LawNumber, place: string, text?: string): Citation {
  const parts = /^([1-9]\d*[a-z]?)(?:\(([1-9]\d*)\)(?:\(([a-zđ])\))?)?$/.exec(place);
  if (parts?.[1] === undefined) throw new RangeError(`not a place in a law: ${place}`);
  const [, article, clause, point] = parts;
  return {
    law,
    article,
    ...(clause === undefined ? {} : { clause }),
    ...(point === undefined ? {} : { point }),
    text: text ?? `${legalTexts[law].short}Art.${place}`,
  };
}

export type Language = "vi" | "en";

/** "điểm a khoản 2 Điều 80 Luật …", "Article 80(2)(a) of Law …". */
export function writeCitation(citation: Citation, language: Language): string {
  const { law, article, clause, point } = citation;
  if (language === "vi") {
    const place = [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`].filter(Boolean).join(" ");
    return `${place} ${legalTexts[law].vi}`;
  }
  return `Article ${article}${clause ? `(${clause})` : ""}${point ? `(${point})` : ""} of ${legalTexts[law].en}`;
}
