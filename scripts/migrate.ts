/** npm run migrate: brings the database of DATABASE_URL (the owner's) to the newest migration. `npm start` does it by itself. */

import { UserError } from "./shared/user-error.ts";
import { failWith } from "./shared/failing.ts";
import { migrate } from "./postgres/migration.ts";

try {
  const url = process.env["DATABASE_OWNER_URL"] ?? process.env["DATABASE_URL"];
  if (url === undefined)
    throw new UserError(
      "hãy đặt DATABASE_OWNER_URL tới cơ sở dữ liệu, với vai chủ của nó · set DATABASE_OWNER_URL to the database, as the role that owns it",
    );
  const applied = await migrate(url, "db");
  console.log(
    applied.length === 0
      ? "cơ sở dữ liệu đã ở bản mới nhất · the database is up to date"
      : `đã áp dụng · applied: ${applied.join(", ")}`,
  );
} catch (fault) {
  failWith(fault);
}
