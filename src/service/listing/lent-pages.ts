/**
 * A whole list, page after page, for an answer that is longer than a request may hold. Between two pages nothing is borrowed, so
 * that a client who reads slowly holds no connection; for each page the person is asked for anew, and the look is journalled
 * before the page leaves.
 */

import type { Day } from "../../base/day.ts";
import type { OfficeId } from "../../base/ids.ts";
import { inShare } from "../admitting/admission.ts";
import type { Host } from "../host.ts";
import { type Lender, lending } from "../lent-host.ts";
import { lookingHost } from "../streams/look.ts";
import { type Reader, readerOf } from "../streams/reader.ts";
import type { TokenIdentity } from "../streams/who.ts";
import type { OpenList } from "./listed.ts";

/** Rows that are read at once: some 100 kB of text, and a page costs one look at the rows and one at their names. */
const rowsAtOnce = 500;

export interface WholeList<Row, Written> extends Lender {
  readonly identity: TokenIdentity;
  readonly office: OfficeId;
  /** The day on which the reading began: what is overdue does not change in the middle of a list. */
  readonly today: Day;
  /** What the access journal calls the request. */
  readonly address: string;
  readonly open: OpenList<Row>;
  readonly write: (rows: readonly Row[], looking: { readonly reader: Reader; readonly host: Host }) => Promise<Written>;
}

/** The list cannot be read to its end: the person may see it no more, or asks for too much at once. */
class ListBroken extends Error {
  override readonly name = "ListBroken";
}

/** Writes each page. It throws in the middle when the reader loses the right, so that no answer looks whole and is not. */
export async function* lentPages<Row, Written>(list: WholeList<Row, Written>): AsyncGenerator<Written, void> {
  let after: string | undefined;
  do {
    const { written, next } = await lending(list, async (host) => readPage(list, after, host));
    if (written !== undefined) yield written;
    after = next;
  } while (after !== undefined);
}

async function readPage<Row, Written>(list: WholeList<Row, Written>, after: string | undefined, lent: Host) {
  const { identity, office, today, address, open, write } = list;
  const page = await inShare({ identity, of: "reads", host: lent }, async () => {
    const { host, noteLooks } = lookingHost(lent, address);
    const acting = await readerOf(identity, office, host);
    if (!acting.ok) throw new ListBroken(acting.refusal.code);
    const reader = { ...acting.value, today };
    const opened = await open(reader, host);
    if (!opened.ok) throw new ListBroken(opened.refusal.code);
    const { rows, next } = await opened.value.page(after, rowsAtOnce);
    // After a last page that is full comes an empty one.
    const written = rows.length === 0 ? undefined : await write(rows, { reader, host });
    await noteLooks();
    return { written, next };
  });
  if (!page.ok) throw new ListBroken("too many requests at once");
  return page.value;
}
