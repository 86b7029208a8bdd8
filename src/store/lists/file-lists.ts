/** Lists of files by their ids: for each office a stretch of an index, so that a page of many offices costs no whole list. */

import { sql } from "kysely";
import type { CaseRow, FileQuery, IntakeRow, RegisterRow } from "../../service/views.ts";
import type { Database } from "../postgres.ts";
import { rowOf } from "../row.ts";
import type { Tables } from "../tables.ts";

type FileTable = "view.case_file" | "view.intake" | "view.register";

/** The column of each table that names the office whose file it is. */
const owners: Readonly<Record<FileTable, string>> = {
  "view.case_file": "agency",
  "view.intake": "agency",
  "view.register": "office",
};

export async function readCases(database: Database, query: FileQuery): Promise<readonly CaseRow[]> {
  const { rows } = await fileListQuery("view.case_file", query).execute(database);
  return rows.map(({ key, intake, agency, decided_on }) => ({ key, intake, agency, decidedOn: decided_on }));
}

export async function readIntakes(database: Database, query: FileQuery): Promise<readonly IntakeRow[]> {
  const { rows } = await fileListQuery("view.intake", query).execute(database);
  return rows.map((row) => {
    const { key, agency, court, openedOn } = rowOf(row);
    return { key, agency, court, openedOn };
  });
}

export async function readRegisters(database: Database, query: FileQuery): Promise<readonly RegisterRow[]> {
  const { rows } = await fileListQuery("view.register", query).execute(database);
  return rows.map(({ key, office, opened_on }) => ({ key, office, openedOn: opened_on }));
}

function fileListQuery<Table extends FileTable>(table: Table, { offices, after = "", limit }: FileQuery) {
  const files = sql.table(table);
  if (offices === undefined)
    return sql<Tables[Table]>`select * from ${files} where key > ${after} order by key limit ${limit}`;
  return sql<Tables[Table]>`
    select page.* from (select distinct unnest(${offices}::text[])) as o (office) cross join lateral (
      select * from ${files} as f where f.${sql.ref(owners[table])} = o.office and key > ${after} order by key limit ${limit}
    ) page
    order by page.key limit ${limit}`;
}
