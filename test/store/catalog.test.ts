/** db/catalog.txt is what the migrations make. After a change in db/*.sql `npm run catalog` writes it anew. */

import { expect, it } from "vitest";
import { catalogOf, expectedCatalog } from "../../scripts/postgres/catalog-file.ts";
import { freshDatabase } from "../kit/postgres/postgres.ts";

it("a freshly migrated database has exactly the catalog of db/catalog.txt, whichever of its roles reads it", async () => {
  const database = await freshDatabase();
  for (const url of [database.appUrl, database.readerUrl, database.ownerUrl, database.superuserUrl])
    expect(await catalogOf(url)).toEqual(expectedCatalog());
  await database.drop();
});
