/** The Vietnamese titles of lists, for their pages and for their exports. */

import type { ClockList } from "../../service/reading/clock-lists.ts";
import { type InstrumentStep, mostCounted } from "../../service/views.ts";

export const clockTitles: Readonly<Record<ClockList, string>> = {
  own: "Thời hạn của Viện kiểm sát",
  awaited: "Đang chờ Bộ trưởng trả lời",
  others: "Thời hạn của cơ quan đối với văn bản đã gửi",
  answers: "Phải trả lời",
  remedies: "Phải khắc phục",
};

export const stepTitles: Readonly<Record<InstrumentStep, string>> = {
  unseen: "Văn bản mới, chưa xem",
  replied: "Văn bản có trả lời mới",
  unfinished: "Văn bản chờ ký, tống đạt, kết thúc",
};

/** A list of files: `heads` are those of the number by which a file is called, and of the day by which the list is sorted. */
export interface FileListWords {
  readonly kind: "case" | "intake";
  readonly title: string;
  readonly none: string;
  readonly heads: { readonly number: string; readonly day: string };
}

export const fileLists: Readonly<Record<FileListWords["kind"], FileListWords>> = {
  case: {
    kind: "case",
    title: "Hồ sơ thi hành án",
    none: "Chưa có hồ sơ nào.",
    heads: { number: "Quyết định thi hành án", day: "Ngày quyết định" },
  },
  intake: {
    kind: "intake",
    title: "Việc thụ lý",
    none: "Chưa thụ lý việc nào.",
    heads: { number: "Bản án, quyết định", day: "Ngày thụ lý" },
  },
};

export const registersTitle = "Sổ theo dõi của cơ quan";

/** Numbers are written as in Vietnamese, with a point between thousands; a count stops at `mostCounted`. */
export function countWords(total: number): string {
  const exact = Math.min(total, mostCounted).toLocaleString("vi-VN");
  return total > mostCounted ? `hơn ${exact}` : exact;
}
