/**
 * GET /health: the state of the log, and which failures would not be detected. It also seals what has waited for a second, so
 * that a monitor keeps a quiet log sealed. It answers 200 as long as the log can be read, even if the log has stopped; if it
 * cannot be read, the problem document names the database's trouble in `reason`.
 */

import { done } from "../../base/outcome.ts";
import { troubleText } from "../../service/database-troubles.ts";
import { type Health, healthOf } from "../../service/sweeping/health.ts";
import { jsonReply } from "../json-reply.ts";
import { publicRoute } from "../public-route.ts";
import type { Route } from "../route.ts";

export const healthRoutes: readonly Route[] = [
  publicRoute({
    path: "/health",
    summary: ["Tình trạng nhật ký", "The state of the log"],
    type: "application/json",
    seals: true,
    answer: async ({ host }) => {
      const health = await healthOf(host);
      const memory = host.memory === undefined ? "database" : "s3";
      return done(
        jsonReply({
          status: statusOf(health),
          ...health,
          origin: host.key.signer.name,
          signerMemory: memory,
          warnings: [
            ...databaseWarnings(health.database),
            ...clockWarnings(health.clockWaitsUntil),
            ...memoryWarnings(memory),
            ...lawWarnings(health.law),
            ...sweepWarnings(health.sweep),
            ...journalWarnings(health.journal),
          ],
        }),
      );
    },
  }),
];

function statusOf(health: Health): "ok" | "behind" | "waiting-for-clock" | "unwritable" | "stopped" {
  const { stopped, database, clockWaitsUntil, behind } = health;
  if (stopped !== undefined) return "stopped";
  if (clockWaitsUntil !== undefined) return "waiting-for-clock";
  if (database !== undefined) return "unwritable";
  return behind ? "behind" : "ok";
}

function databaseWarnings(trouble: Health["database"]): readonly string[] {
  return trouble === undefined ? [] : [troubleText(trouble).join(" / ")];
}

function clockWarnings(until: Health["clockWaitsUntil"]): readonly string[] {
  if (until === undefined) return [];
  return [
    `đồng hồ của cơ sở dữ liệu đã lùi lại: việc ghi chờ đến ${until} / the database's clock went back: recording waits until ${until}`,
  ];
}

function memoryWarnings(memory: "s3" | "database"): readonly string[] {
  if (memory === "s3") return [];
  return [
    "không phát hiện được bản sao lưu cũ được khôi phục / a restored backup is not detected (SIGNER_MEMORY=database)",
  ];
}

function lawWarnings({ status, running, counting }: Health["law"]): readonly string[] {
  switch (status) {
    case "adopted":
      return [];
    case "opening":
      return [
        `bộ quy tắc số ${running.edition} chưa được hai người thông qua / edition ${running.edition} of the law was not yet adopted by two persons`,
      ];
    case "other":
      return [
        `máy chủ tính theo bộ quy tắc số ${running.edition}, bộ quy tắc có hiệu lực là bộ số ${counting?.edition}: không ghi gì dẫn pháp luật / this server applies edition ${running.edition} of the law but edition ${counting?.edition} counts: nothing that cites the law is recorded`,
      ];
  }
}

function sweepWarnings({ complete, missed }: Health["sweep"]): readonly string[] {
  if (!missed) return [];
  const [vi, en] = complete === undefined ? ["chưa lần nào", "never"] : [`đến ngày ${complete}`, `up to ${complete}`];
  return [
    `việc rà soát thời hạn hằng ngày đã bị bỏ lỡ (${vi}): lịch chạy mỗi phút có còn chạy không? / the daily sweep of deadlines was missed (complete ${en}): does the job of every minute still run?`,
  ];
}

function journalWarnings({ rows, oldestSeconds = 0, late }: Health["journal"]): readonly string[] {
  if (!late) return [];
  const hours = Math.floor(oldestSeconds / 3600);
  return [
    `sổ truy cập chưa khóa kịp: ${rows} lượt xem đang chờ, lượt cũ nhất đã ${hours} giờ; lịch chạy mỗi phút có còn chạy không? / the access journal is not closed as fast as it fills: ${rows} looks wait, the oldest for ${hours} hours; does the job of every minute still run?`,
  ];
}
