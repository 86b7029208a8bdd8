/** npm run reset removes everything that `npm start` keeps (.dev: database, objects, keys, tokens), all together. */

import { resolve } from "node:path";
import { UserError } from "./shared/user-error.ts";
import { failWith } from "./shared/failing.ts";
import { removeData } from "./start/dev-data.ts";
import { whoRuns } from "./start/running.ts";

const folder = resolve(".dev");

try {
  const running = whoRuns(folder);
  if (running !== undefined)
    throw new UserError(
      `npm start còn chạy ở đây (tiến trình ${running.pid}), hãy tắt bằng Ctrl-C trước · npm start still runs here (process ${running.pid}): end it first, with Ctrl-C`,
    );
  await removeData(folder);
  console.log("đã xóa hết dữ liệu của npm start: cơ sở dữ liệu, kho tệp, khóa, mã đăng nhập");
  console.log("all data of npm start are removed: the database, the objects, the keys and the tokens");
} catch (fault) {
  failWith(fault);
}
