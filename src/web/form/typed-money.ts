/** A sum in đồng as people write it here: 14341000, or 14.341.000. */

/** What is no such sum stays text, for a schema to refuse: a comma or a word may mean thousands as well as decimals. */
export function typedMoney(text: string | undefined): number | string | undefined {
  if (text === undefined || !/^(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})$/.test(text)) return text;
  return Number(text.replaceAll(".", ""));
}
