/** An export of a list: opened as its page opens it, and then sent page by page as long as the reader takes it. */

import { utf8 } from "../../base/bytes.ts";
import { type Lender } from "../../service/lent-host.ts";
import type { Host } from "../../service/host.ts";
import { lentPages } from "../../service/listing/lent-pages.ts";
import type { OpenList } from "../../service/listing/listed.ts";
import { vouchedLog } from "../../service/listing/vouched-log.ts";
import type { Reader } from "../../service/streams/reader.ts";
import { exportPath, type ExportName } from "../frame/downloads.tsx";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import type { CalledRows, ExportColumn, Value } from "./columns.ts";
import type { FilterWords, Format } from "./format.ts";

/** The list that one request asks for. */
interface AskedList<Row> {
  readonly title: string;
  readonly filter: readonly FilterWords[];
  readonly open: OpenList<Row>;
}

export interface ExportedList<Row> {
  readonly name: ExportName;
  readonly asked: (c: ConsoleContext) => AskedList<Row> | Promise<AskedList<Row>>;
  readonly columns: readonly ExportColumn<Row>[];
  /** Finds how the offices and files of some rows are called; each number that is shown is journalled. */
  readonly called: (rows: readonly Row[], looking: Looked) => Promise<Omit<CalledRows, "today">>;
}

interface Looked {
  readonly reader: Reader;
  readonly host: Host;
}

interface ExportRoute {
  readonly path: string;
  readonly show: (c: ConsoleContext) => Promise<Response>;
}

/** exportRoutes makes an address of the list for each format. */
export function exportRoutes<Row>(list: ExportedList<Row>, formats: readonly Format[]): readonly ExportRoute[] {
  return formats.map((format) => ({
    path: exportPath(list.name, format.ending),
    show: async (c) => sendExport(c, list, format),
  }));
}

async function sendExport<Row>(c: ConsoleContext, list: ExportedList<Row>, format: Format): Promise<Response> {
  const { reader, host, now } = c.var.visit;
  const { title, filter, open } = await list.asked(c);
  const opened = await open(reader, host);
  if (!opened.ok) return showRefusal(c, opened.refusal);
  const total = await opened.value.total();
  const head = { list: list.name, title, asOf: now, filter, total, log: await vouchedLog(host) };
  const columns = list.columns.map(({ key, head: heading, kind = "text" }) => ({ key, head: heading, kind }));
  const written = format.write({ head, columns, pages: pagesOf(c, list, open) });
  return new Response(streamOf(written, c.var.visit.lender), {
    headers: {
      "content-type": format.type,
      "content-disposition": `attachment; filename="${list.name}-${reader.today}.${format.ending}"`,
    },
  });
}

function pagesOf<Row>(c: ConsoleContext, list: ExportedList<Row>, open: OpenList<Row>) {
  const { identity, office, reader, lender } = c.var.visit;
  const { pathname, search } = new URL(c.req.url);
  return lentPages<Row, readonly (readonly Value[])[]>({
    ...lender,
    identity,
    office,
    today: reader.today,
    address: `GET ${pathname}${search}`,
    open,
    write: async (rows, looking) => {
      const called = { ...(await list.called(rows, looking)), today: reader.today };
      return rows.map((row) => list.columns.map(({ of }) => of(row, called)));
    },
  });
}

/** streamOf asks for the next piece only when the last one was taken, so that a slow reader costs no memory. */
function streamOf(written: AsyncIterable<string | Uint8Array, void>, { report }: Lender): ReadableStream<Uint8Array> {
  const pieces = written[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value } = await pieces.next();
          if (value === undefined) controller.close();
          else controller.enqueue(typeof value === "string" ? utf8(value) : value);
        } catch (fault) {
          report(fault);
          controller.error(fault);
        }
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
