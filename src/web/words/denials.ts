/** Why nothing could be answered, when no rule refused it: the machine, the moment, the sign-in. */

import type { Denial } from "../../service/recording/handle.ts";
import { TryAgain } from "../../service/ports.ts";
import { LogStopped } from "../../service/sealing/seal.ts";
import type { RefusalText } from "./refusals.ts";

type Unruled = Exclude<Denial, { kind: "refused" }>;

export function denialWords(denial: Unruled): RefusalText {
  switch (denial.kind) {
    case "limited":
      return { vi: "Quá nhiều yêu cầu", en: "Too many requests", todo: `Chờ ${denial.retryAfter} giây rồi bấm lại.` };
    case "still-running":
      return {
        vi: "Yêu cầu này đang được ghi",
        en: "This request is still being recorded",
        todo: "Chờ vài giây rồi bấm lại: không ghi hai lần.",
      };
    case "key-reused":
      return {
        vi: "Trang này đã được gửi với nội dung khác",
        en: "This page was sent with other contents",
        todo: "Mở lại trang và làm lại.",
      };
    case "moved":
      return {
        vi: "Người khác vừa ghi vào cùng hồ sơ",
        en: "Somebody else has just recorded on the same file",
        todo: "Xem lại hồ sơ, rồi bấm lại nếu vẫn đúng.",
      };
    case "unavailable":
      return denial.code === "sealing-behind" ? behind : stopped;
  }
}

const behind: RefusalText = {
  vi: "Việc niêm phong đang chậm; chưa ghi gì",
  en: "Sealing is behind; nothing was recorded",
  todo: "Chờ vài giây rồi bấm lại.",
};
const stopped: RefusalText = {
  vi: "Nhật ký đã dừng nhận; chưa ghi gì",
  en: "The log has stopped; nothing was recorded",
  todo: "Báo người vận hành. Vẫn xem được các trang.",
};

const recordedWords: Readonly<Record<TryAgain["recorded"], string>> = {
  no: "Chưa ghi gì. Chờ vài giây rồi bấm lại.",
  yes: "Đã ghi, chưa niêm phong xong. Bấm lại: không ghi hai lần.",
  unknown: "Chưa rõ đã ghi hay chưa. Bấm lại: không ghi hai lần.",
};

/** What a fault says to the person; undefined: a fault that no repetition is known to mend. */
export function faultWords(fault: unknown): RefusalText | undefined {
  if (fault instanceof TryAgain)
    return { vi: "Tạm thời chưa được", en: "Not possible for the moment", todo: recordedWords[fault.recorded] };
  return fault instanceof LogStopped ? { ...stopped, vi: "Nhật ký đã dừng", en: "The log has stopped" } : undefined;
}

export const systemFault: RefusalText = {
  vi: "Lỗi của hệ thống",
  en: "A fault of the system",
  todo: "Bấm lại; nếu còn lỗi, báo người vận hành.",
};

/** What became of the token in the cookie, by the code of the verifier. */
export function tokenWords(code: string): RefusalText {
  const again = "Dán mã đăng nhập mới.";
  if (code === "token-expired") return { vi: "Phiên đăng nhập đã hết hạn", en: "The token has expired", todo: again };
  if (code === "issuer-unreachable")
    return {
      vi: "Chưa hỏi được nơi cấp mã đăng nhập",
      en: "The issuer of tokens cannot be reached",
      todo: "Chờ một lát rồi thử lại.",
    };
  return { vi: "Mã đăng nhập không dùng được", en: "The token is not valid", todo: again };
}
