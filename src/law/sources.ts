/** The legal texts that rules and calendars cite, and how a citation is written in each language. */

import { given } from "../base/given.ts";
import type { Language } from "./language.ts";

export interface LegalText {
  readonly vi: string;
  readonly en: string;
  /** The prefix of an article in the table of rules, which leaves the two enforcement laws unnamed. */
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
  "12/2015/TTLT-BTP-BTC-TANDTC-VKSNDTC": {
    vi: "Thông tư liên tịch 12/2015/TTLT-BTP-BTC-TANDTC-VKSNDTC",
    en: "Joint Circular 12/2015/TTLT-BTP-BTC-TANDTC-VKSNDTC",
    short: "JC 12/2015 ",
  },
  "11/2016/TTLT-BTP-TANDTC-VKSNDTC": {
    vi: "Thông tư liên tịch 11/2016/TTLT-BTP-TANDTC-VKSNDTC",
    en: "Joint Circular 11/2016/TTLT-BTP-TANDTC-VKSNDTC",
    short: "JC 11/2016 ",
  },
  "12/2021/TTLT-BTP-VKSNDTC-TANDTC": {
    vi: "Thông tư liên tịch 12/2021/TTLT-BTP-VKSNDTC-TANDTC",
    en: "Joint Circular 12/2021/TTLT-BTP-VKSNDTC-TANDTC",
    short: "JC 12/2021 ",
  },
  "13/2021/TT-BTP": { vi: "Thông tư 13/2021/TT-BTP", en: "Circular 13/2021/TT-BTP", short: "C13/2021/TT-BTP " },
  "13/2023/NĐ-CP": {
    vi: "Nghị định 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân",
    en: "Decree 13/2023/NĐ-CP on the protection of personal data",
    short: "Decree 13/2023/ND-CP",
  },
  "356/2025/NĐ-CP": {
    vi: "Nghị định 356/2025/NĐ-CP về bảo vệ dữ liệu cá nhân",
    en: "Decree 356/2025/NĐ-CP on the protection of personal data",
    short: "Decree 356/2025/ND-CP",
  },
} as const satisfies Record<string, LegalText>;

export type LawNumber = keyof typeof legalTexts;

/** A place in a law. Without an article it is the whole law, which was read at second hand. */
type Place = {
  readonly law: LawNumber;
  readonly article?: string;
  readonly clause?: string;
  readonly point?: string;
};

export type Citation = Place & {
  /** Further places that the rule rests on. */
  readonly also?: readonly Place[];
  /** The citation as the table of rules writes it, so that the two compare. */
  readonly text: string;
};

/** Cites one place of a law, such as "160(2)"; `text` is given where the table of rules words it otherwise. */
export function cite(law: LawNumber, place: string, text?: string): Citation {
  return { ...parsePlace(law, place), text: text ?? `${legalTexts[law].short}Art.${place}` };
}

/** Cites a decree of which no article is known. */
export function citeWhole(law: LawNumber): Citation {
  return { law, text: legalTexts[law].short };
}

/** Cites several places on which one rule rests, such as "Art.146(3),(5)". */
export function citeTogether(
  text: string,
  first: readonly [LawNumber, string],
  ...others: readonly (readonly [LawNumber, string])[]
): Citation {
  return { ...parsePlace(...first), also: others.map(([law, place]) => parsePlace(law, place)), text };
}

function parsePlace(law: LawNumber, place: string): Place {
  const parts = /^([1-9]\d*[a-z]?)(?:\(([1-9]\d*)\)(?:\(([a-zđ])\))?)?$/.exec(place);
  if (parts?.[1] === undefined) throw new RangeError(`not a place in a law: ${place}`);
  const [, article, clause, point] = parts;
  return { law, article, ...given({ clause, point }) };
}

/** Writes "điểm a khoản 2 Điều 80 Luật …" or "Article 80(2)(a) of Law …". */
export function writeCitation({ also = [], ...first }: Citation, language: Language): string {
  return [first, ...also].map((place) => writePlace(place, language)).join("; ");
}

/** Writes "106/2025/QH15 80(2)(a)", which is the same in every language. */
export function placeCode({ law, article, clause, point }: Place): string {
  if (article === undefined) return law;
  return `${law} ${article}${clause === undefined ? "" : `(${clause})`}${point === undefined ? "" : `(${point})`}`;
}

function writePlace({ law, article, clause, point }: Place, language: Language): string {
  const name = legalTexts[law][language];
  if (article === undefined) return name;
  if (language === "en")
    return `Article ${article}${clause ? `(${clause})` : ""}${point ? `(${point})` : ""} of ${name}`;
  const place = [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`].filter(Boolean).join(" ");
  return `${place} ${name}`;
}
