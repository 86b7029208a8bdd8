/** The page of one log entry as the log holds it, with all that is needed to check it on another machine, by another program. */

import { utf8 } from "../../base/bytes.ts";
import { type Actor, envelope, parseStreamName } from "../../domain/event.ts";
import { formatHash } from "../../log/hash.ts";
import { leafEvent } from "../../service/streams/leaf-event.ts";
import { type EntriesPage, entriesPage, type LogEntry } from "../../service/reading/log-pages.ts";
import { formatInstant } from "../parts/day-text.ts";
import { type DataNames, namesIn } from "../parts/data-names.ts";
import { DataWords } from "../parts/data-words.tsx";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { eventWords, isEventType } from "../words/events.ts";
import { roleWords } from "../words/roles.ts";

export async function goToEntry(c: ConsoleContext): Promise<Response> {
  const index = c.req.query("index")?.trim() ?? "";
  return /^\d{1,15}$/.test(index)
    ? c.redirect(`/console/log/entries/${Number(index)}`, 303)
    : showRefusal(c, { code: "unknown-entry" });
}

export async function showEntry(c: ConsoleContext): Promise<Response> {
  return withEntry(c, async (entry, { size }) => {
    const said = envelope.safeParse(leafEvent(utf8(entry.leaf))).data;
    const names =
      said === undefined
        ? new Map()
        : await namesIn([said.data, said.actor], [parseStreamName(said.stream)], c.var.visit);
    return showPage(c, {
      title: `Mục ${entry.index}`,
      children: (
        <>
          <nav aria-label="Mục trước, mục sau">
            <ul>
              {entry.index > 0 ? (
                <li>
                  <a href={`/console/log/entries/${entry.index - 1}`}>← mục {entry.index - 1}</a>
                </li>
              ) : undefined}
              {entry.index + 1 < size ? (
                <li>
                  <a href={`/console/log/entries/${entry.index + 1}`}>mục {entry.index + 1} →</a>
                </li>
              ) : undefined}
            </ul>
          </nav>
          <dl>
            <dt>Băm của lá</dt>
            <dd class="code">{formatHash(entry.hash)}</dd>
            <dt>Cây có</dt>
            <dd>{size} mục</dd>
          </dl>
          <InWords entry={entry} names={names} />
          <h2>Đúng như nhật ký giữ</h2>
          <pre tabindex={0}>{JSON.stringify(JSON.parse(entry.leaf), undefined, 2)}</pre>
          <details>
            <summary>Đúng từng byte (lá thô)</summary>
            <pre tabindex={0}>{entry.leaf}</pre>
          </details>
          <p>
            Tải: <a href={`/console/log/entries/${entry.index}/leaf`}>lá thô</a>,{" "}
            <a href={`/console/log/entries/${entry.index}/proof`}>tệp chứng minh</a> (c2sp.org/tlog-proof).
          </p>
          <h2>Kiểm tra không cần máy chủ này</h2>
          <ol>
            <li>Tải lá thô và tệp chứng minh.</li>
            <li>Tính SHA-256 của một byte 0 nối với lá thô: phải bằng băm của lá ở trên.</li>
            <li>
              Từ băm đó, gấp lần lượt với các băm trong tệp chứng minh (RFC 6962): phải ra gốc của điểm kiểm tra trong
              tệp.
            </li>
            <li>Kiểm tra chữ ký của điểm kiểm tra bằng khóa của nhật ký mà bạn đã giữ từ trước.</li>
          </ol>
        </>
      ),
    });
  });
}

/** The entry in words: what happened, when it was recorded, by whom. An entry that is no event of ours has no words. */
function InWords({ entry, names }: { readonly entry: LogEntry; readonly names: DataNames }) {
  const { success, data: event } = envelope.safeParse(leafEvent(utf8(entry.leaf)));
  if (!success || typeof event.data !== "object" || event.data === null) return undefined;
  const { type, at, actor, data } = event;
  return (
    <>
      <h2>Nội dung</h2>
      <p>
        <strong>{isEventType(type) ? eventWords[type] : type}</strong> <span class="code">({type})</span> · ghi lúc{" "}
        {formatInstant(at)} · {actorText(actor, names)}
      </p>
      <DataWords data={data} names={names} />
    </>
  );
}

function actorText(actor: Actor, names: DataNames): string {
  if ("system" in actor) return "hệ thống";
  return `${roleWords[actor.role]}, ${names.get(actor.office) ?? "cơ quan không có trong danh bạ"}`;
}

export async function downloadLeaf(c: ConsoleContext): Promise<Response> {
  return withEntry(c, (entry) => download(entry.leaf, `muc-${entry.index}.json`));
}

export async function downloadProof(c: ConsoleContext): Promise<Response> {
  return withEntry(c, (entry, { receipt }) => download(receipt, `muc-${entry.index}.tlog-proof`));
}

async function withEntry(
  c: ConsoleContext,
  show: (entry: LogEntry, page: EntriesPage) => Response | Promise<Response>,
): Promise<Response> {
  const { reader, host } = c.var.visit;
  const text = c.req.param("index") ?? "";
  if (!/^\d{1,15}$/.test(text)) return showRefusal(c, { code: "unknown-entry" });
  const start = Number(text);
  const page = await entriesPage({ start, end: start + 1 }, reader, host);
  if (!page.ok) return showRefusal(c, page.refusal);
  const [entry] = page.value.entries;
  return entry === undefined ? showRefusal(c, { code: "unknown-entry" }) : show(entry, page.value);
}

/** download sends the text byte for byte, because it is what was hashed. */
function download(text: string, name: string): Response {
  return new Response(text, {
    headers: { "content-type": "text/plain; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
  });
}
