/**
 * A re-opened log is right, but its report must name the re-opening: what the log was called, why it stopped, what is
 * lost.
 */

import { lostEntries, type Reopening } from "../../src/log/reopening.ts";

export function reopenedText(reopening: Reopening): string {
  const { origin, key, before, stopped, reason } = reopening;
  const { size } = before;
  return [
    `CHÚ Ý: mở lại dưới tên mới tại mục ${size} · NOTE: RE-OPENED under another origin at entry ${size} (${stopped}, ${reason})`,
    `  ${before.key}`,
    `  → ${key}`,
    ...lossText(reopening),
    ...leftOutText(reopening),
    `  khóa cũ không bảo đảm cho khóa mới: hãy đối chiếu ${origin} với nơi khác · the old key does not vouch for the new one: compare it with one from elsewhere`,
  ].join("\n");
}

function leftOutText({ leftOut }: Reopening): readonly string[] {
  if (leftOut === undefined) return [];
  return [
    `  đã lấy ra ${leftOut} lần ghi không do máy chủ thực hiện, chưa niêm phong · TAKEN OUT unsealed: ${leftOut} recordings that no server had made`,
  ];
}

function lossText(reopening: Reopening): readonly string[] {
  const { before, remembered } = reopening;
  const lost = lostEntries(reopening);
  if (remembered === undefined)
    return [
      "  không đọc được bộ nhớ của người ký: không rõ mất gì · the signer's memory could not be read: what is lost is not known",
    ];
  if (lost === 0) return [];
  const [first, last] = [before.size, remembered.size - 1];
  return [
    `  mất các mục ${first} đến ${last} đã ký dưới tên cũ · LOST: entries ${first} to ${last} that were signed under the old origin`,
  ];
}
