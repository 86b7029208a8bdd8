/** Sums of money in đồng, typed as 14341000 or as 14.341.000. */

/** typedMoney leaves any other text as it is, so that the command's schema refuses it: a comma may mean thousands or decimals. */
export function typedMoney(text: string | undefined): number | string | undefined {
  if (text === undefined || !/^(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})$/.test(text)) return text;
  return Number(text.replaceAll(".", ""));
}
