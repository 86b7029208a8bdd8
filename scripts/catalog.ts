/** npm run catalog: writes db/catalog.txt anew, after a migration was added or edited. */

import { writeCatalog } from "./postgres/catalog-file.ts";
import { failWith } from "./shared/failing.ts";

try {
  console.log(`db/catalog.txt: ${await writeCatalog()} dòng · lines`);
} catch (fault) {
  failWith(fault);
}
