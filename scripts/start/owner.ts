/** Whose the kept data are: what one user started, another would start only by taking it from them for good. */

import { lstatSync } from "node:fs";
import { UserError } from "../shared/user-error.ts";

export function refuseForeign(path: string): void {
  if (process.getuid === undefined || lstatSync(path).uid === process.getuid()) return;
  throw new UserError(
    `${path} là của người dùng khác: khởi động với người dùng ấy, hoặc xóa đi · ${path} belongs to another user: start as that user, or remove it`,
  );
}
