/** The owner of the development data: a user who could start another user's data would take them over for good. */

import { lstatSync } from "node:fs";
import { UserError } from "../shared/user-error.ts";

export function refuseForeign(path: string): void {
  if (process.getuid === undefined || lstatSync(path).uid === process.getuid()) return;
  throw new UserError(
    `${path} là của người dùng khác: khởi động với người dùng ấy, hoặc xóa đi · ${path} belongs to another user: start as that user, or remove it`,
  );
}
