/**
 * What an operator must mend in the database, in the words of /health and of each answer that it hinders. A process keeps
 * what its last write met, because a database that can be read does not say that its disk is full.
 */

import type { BothTongues } from "../domain/refusals/text.ts";
import { TryAgain } from "./ports.ts";

/** What an operator must mend in the database, or wait for; /health says it. */
export type DatabaseTrouble =
  | "database-unreachable"
  | "database-starting"
  | "database-password-wrong"
  | "database-login-refused"
  | "database-missing"
  | "database-read-only"
  | "database-full"
  | "database-disk-broken"
  | "database-out-of-memory"
  | "database-connections-full"
  | "database-out-of-resources";

const texts: Readonly<Record<DatabaseTrouble, BothTongues>> = {
  "database-unreachable": [
    "Không kết nối được cơ sở dữ liệu: máy chủ PostgreSQL có chạy không, DATABASE_URL có đúng không?",
    "The database cannot be reached: does PostgreSQL run, is DATABASE_URL right?",
  ],
  "database-starting": ["Cơ sở dữ liệu đang khởi động hoặc đang tắt.", "The database is starting or shutting down."],
  "database-password-wrong": [
    "Cơ sở dữ liệu từ chối mật khẩu trong DATABASE_URL.",
    "The database refuses the password in DATABASE_URL.",
  ],
  "database-login-refused": [
    "Vai trong DATABASE_URL không được kết nối: vai bị xóa, bị khóa, hoặc pg_hba.conf không cho.",
    "The role in DATABASE_URL may not connect: it is gone, locked, or refused by pg_hba.conf.",
  ],
  "database-missing": [
    "Không có cơ sở dữ liệu mang tên trong DATABASE_URL, hoặc nó đang đóng.",
    "There is no database of the name in DATABASE_URL, or it is closed.",
  ],
  "database-read-only": [
    "Cơ sở dữ liệu chỉ cho đọc (default_transaction_read_only, hoặc đây là bản sao dự phòng): đọc vẫn được, không ghi được.",
    "The database is read-only (default_transaction_read_only, or a standby): reading goes on, nothing is recorded.",
  ],
  "database-full": [
    "Đĩa của cơ sở dữ liệu đã đầy: đọc vẫn được, không ghi được.",
    "The database's disk is full: reading goes on, nothing is recorded.",
  ],
  "database-disk-broken": [
    "Đĩa của cơ sở dữ liệu báo lỗi đọc ghi: xem nhật ký của PostgreSQL.",
    "The database's disk reports faults: see PostgreSQL's own log.",
  ],
  "database-out-of-memory": ["Cơ sở dữ liệu hết bộ nhớ.", "The database is out of memory."],
  "database-connections-full": [
    "Cơ sở dữ liệu hết kết nối (max_connections, hoặc giới hạn của vai).",
    "The database has no connection left (max_connections, or the role's limit).",
  ],
  "database-out-of-resources": [
    "Cơ sở dữ liệu hết tài nguyên hoặc vượt giới hạn cấu hình: xem nhật ký của PostgreSQL.",
    "The database is out of resources or beyond a configured limit: see PostgreSQL's own log.",
  ],
};

/** troubleOf returns the trouble for which the database did not do what it was asked, or undefined for another fault. */
export function troubleOf(fault: unknown): DatabaseTrouble | undefined {
  return fault instanceof TryAgain && isTrouble(fault.code) ? fault.code : undefined;
}

function isTrouble(code: string): code is DatabaseTrouble {
  return Object.hasOwn(texts, code);
}

export function troubleText(trouble: DatabaseTrouble): BothTongues {
  return texts[trouble];
}

/** What the last write of this process met; absent when it succeeded. */
export interface LastWrite {
  trouble: DatabaseTrouble | undefined;
}

/** noteWrite does the write and keeps what it met. A fault that is no trouble of the database says nothing about it. */
export async function noteWrite<T>(last: LastWrite, write: () => Promise<T>): Promise<T> {
  try {
    const written = await write();
    last.trouble = undefined;
    return written;
  } catch (fault) {
    last.trouble = troubleOf(fault) ?? last.trouble;
    throw fault;
  }
}
