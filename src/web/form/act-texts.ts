/** What a form says at the top when something typed needs another look. */

import { mostFormBytes, mostFormFields } from "./form-values.ts";
import type { ScreenText } from "../words/denials.ts";

export const doubtful: ScreenText = {
  vi: "Có thể đã ghi rồi",
  en: "This may have been recorded already",
  todo: "Xem lại; nếu đúng là việc khác thì đánh dấu vào ô và gửi lại.",
};

export const unfit: ScreenText = {
  vi: "Có chỗ chưa đúng",
  en: "Something does not fit",
  todo: "Sửa những chỗ nêu trên. Những gì đã gõ vẫn còn nguyên.",
};
export const unreadable: ScreenText = {
  vi: "Không đọc được nội dung gửi",
  en: "The form could not be read",
  todo: `Gửi lại từ trang này (nhiều nhất ${mostFormBytes} byte và ${mostFormFields} ô).`,
};
