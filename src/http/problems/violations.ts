/** The words for what can be wrong with one value of a body or a query. */

import type { UnfitValue } from "../strict-json.ts";
import type { BothTongues } from "../../domain/refusals/text.ts";
import { unshownTexts } from "../../domain/typed-input.ts";

export type ValueFault =
  | "unknown-field"
  | "missing"
  | "wrong-type"
  | "wrong-form"
  | "not-in-list"
  | "too-small"
  | "too-large"
  | "not-valid";

export const valueTexts: Readonly<Record<ValueFault | UnfitValue["code"], BothTongues>> = {
  "unknown-field": ["trường không có trong mẫu", "a field that is not taken"],
  missing: ["thiếu", "missing"],
  "wrong-type": ["sai kiểu", "of the wrong type"],
  "wrong-form": ["viết sai", "of the wrong form"],
  "not-in-list": ["không có trong danh sách", "not one of the list"],
  "too-small": ["quá ngắn, quá ít hoặc quá nhỏ", "too short, too few or too small"],
  "too-large": ["quá dài, quá nhiều hoặc quá lớn", "too long, too many or too large"],
  "not-valid": ["không hợp lệ", "not valid"],
  "text-not-nfc": ["văn bản không ở dạng Unicode NFC", "text that is not in Unicode NFC"],
  "text-lone-surrogate": unshownTexts.surrogate,
  "text-control-character": unshownTexts.control,
  "text-hidden-character": unshownTexts.hidden,
  "text-lone-mark": unshownTexts.mark,
  "text-blank": unshownTexts.blank,
  "number-not-safe-integer": ["không phải số nguyên trong ±(2^53 − 1)", "not an integer within ±(2^53 − 1)"],
};
