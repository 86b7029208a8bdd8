/** The page of the log's state, for a reader who does not trust it: what the log claims, and how to check that from outside. */

import { bytesToHex, parseUtf8 } from "../../base/bytes.ts";
import { parseCheckpoint } from "../../log/checkpoint.ts";
import { formatTilePath, tileWidth } from "../../log/tile.ts";
import { mayDo } from "../../domain/permission.ts";
import { oldKey } from "../../service/sealing/own-checkpoint.ts";
import { type Health, healthOf } from "../../service/sweeping/health.ts";
import { shownCheckpoint } from "../../service/sealing/shown-checkpoint.ts";
import { formatInstant } from "../parts/day-text.ts";
import { fillingOf, TextField } from "../form/fields.tsx";
import { noValues } from "../form/form-values.ts";
import { BeforeCommands, type OwnFiles, ownFiles, PrintedCommand } from "../parts/commands.tsx";
import { type ListedFact, Facts } from "../parts/facts.tsx";
import { Mark } from "../parts/mark.tsx";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { stopText } from "../words/denials.ts";
import { lawStatusMarks } from "../words/law.ts";

export async function showLog(c: ConsoleContext): Promise<Response> {
  const { host, identity, origin, development, reader } = c.var.visit;
  const seesEntries = mayDo(reader.acting.roles, "read-bundles", "other");
  const health = await healthOf(host);
  const newest = health.stopped === oldKey ? undefined : await shownCheckpoint(host);
  const note = newest === undefined ? "" : parseUtf8(newest.note);
  const waiting = await host.sealing.waitingLongerThan(0);
  return showPage(c, {
    title: "Trạng thái nhật ký",
    children: (
      <>
        <State health={health} note={note} waiting={waiting} host={host} />
        <h2>Điểm kiểm tra mới nhất</h2>
        <pre tabindex={0}>{note}</pre>
        <Downloads size={health.size} />
        <h2>Tự kiểm tra, không cần tin máy chủ này</h2>
        <HowToCheck origin={origin} files={ownFiles(identity.subject, development)} seesEntries={seesEntries} />
        <GoToEntry size={health.size} />
      </>
    ),
  });
}

interface CheckParts {
  readonly origin: string;
  readonly files: OwnFiles;
  readonly seesEntries: boolean;
}

/** Prints the check that this reader can run: the entries go to auditors alone. */
function HowToCheck({ origin, files, seesEntries }: CheckParts) {
  const command = `npm run -s verify -- ${origin}${seesEntries ? ` --token-file ${files.token}` : ""}`;
  return (
    <>
      <BeforeCommands files={files} named={seesEntries} />
      <p>{seesEntries ? wholeCheck : publicCheck} Lệnh giữ lại điểm kiểm tra vừa thấy.</p>
      <PrintedCommand line={`${command} --save ${kept}`} />
      <p>
        Từ lần sau, lệnh này xét thêm rằng nhật ký vẫn nối tiếp điểm kiểm tra đã giữ: không ai viết lại quá khứ.{" "}
        <span lang="en">From the next time on, this also shows that the log continues the checkpoint you kept.</span>
      </p>
      <PrintedCommand line={`${command} --since ${kept} --save ${kept}`} />
    </>
  );
}

const kept = "~/minh-chung.checkpoint";

const wholeCheck =
  "Lệnh dưới tải toàn bộ nhật ký, tính lại mọi mắt xích, băm, ô và chữ ký trên máy của bạn, và xét người ghi mỗi mục có quyền ghi không. Nó kết thúc với mã 0 khi mọi điều đúng, mã 1 khi có điều sai.";
const publicCheck =
  "Lệnh dưới tải phần công khai của nhật ký, tính lại cây băm và chữ ký trên máy của bạn. Nội dung các mục chỉ Người kiểm tra nhật ký tải được, nên lệnh nói “CHƯA THẤY CÁC MỤC” và kết thúc với mã 3; mã 1 là có điều sai.";

/** Links the last tile of leaf hashes; all tiles before it are full (c2sp.org/tlog-tiles). */
function Downloads({ size }: { readonly size: number }) {
  const index = Math.floor((size - 1) / tileWidth);
  const path = formatTilePath({ level: 0, index, width: size - index * tileWidth });
  return (
    <p>
      Tải: <a href="/checkpoint">/checkpoint</a>, <a href="/v1/log/key">khóa của nhật ký</a>
      {size === 0 ? undefined : (
        <>
          , ô băm cuối <a href={`/${path}`}>/{path}</a>
        </>
      )}{" "}
      (công khai); các ô nội dung <span class="code">/tile/entries/&lt;N&gt;</span> dành cho người kiểm tra, kèm mã đăng
      nhập.
    </p>
  );
}

interface StateParts {
  readonly health: Health;
  readonly note: string;
  /** Whether an event is recorded and not yet sealed. */
  readonly waiting: boolean;
  readonly host: Visit["host"];
}

function State({ health, note, waiting, host }: StateParts) {
  const { stopped, size, signedAt, behind, reopenings, law } = health;
  return (
    <Facts
      facts={[
        { term: "Tình trạng", value: <Running stopped={stopped} /> },
        { term: "Số mục", value: size.toLocaleString("vi-VN") },
        { term: "Ký lúc", value: signedAt === undefined ? "chưa ký" : formatInstant(signedAt) },
        { term: "Trí nhớ của người ký", value: memoryWords(host) },
        {
          term: "Bộ quy tắc",
          value:
            law === undefined ? (
              "không đọc được"
            ) : (
              <>
                <a href="/console/law">bộ quy tắc số {law.running.edition}</a> <Mark {...lawStatusMarks[law.status]} />
              </>
            ),
        },
        {
          term: "Chưa khóa sổ",
          value: waiting ? (
            <Mark word={behind ? "có mục chờ quá 10 giây: tạm ngừng ghi" : "có mục đang chờ"} tone="wait" />
          ) : (
            "không có mục nào chờ"
          ),
        },
        { term: "Gốc cây băm", value: rootOf(note), wide: true, class: "code" },
        { term: "Khóa của nhật ký", value: host.key.vkey, wide: true, class: "code" },
        ...reopenings.map(
          ({ before }): ListedFact => ({
            term: `Đã dừng và mở lại tại mục ${before.size}`,
            value: `trước đó là ${before.key}`,
            wide: true,
            class: "code",
          }),
        ),
      ]}
    />
  );
}

function Running({ stopped }: Pick<Health, "stopped">) {
  if (stopped === undefined) return <Mark word="đang nhận" tone="good" />;
  return (
    <>
      <Mark word={`đã dừng: ${stopText(stopped)}`} tone="bad" />
      <div class="detail">
        Mã cho người vận hành: <span class="code">{stopped.slice(0, 64)}</span>. Cách mở lại: scripts/README.md, mục “If
        the log stops”.
      </div>
    </>
  );
}

function GoToEntry({ size }: { readonly size: number }) {
  const hint = size === 0 ? undefined : `Từ 0 đến ${size - 1}.`;
  return (
    <>
      <h2>Xem một mục</h2>
      <form method="get" action="/console/log/entries">
        <TextField name="index" label="Chỉ số của mục" hint={hint} filling={fillingOf(noValues)} />
        <p class="actions">
          <button type="submit">Xem</button>
        </p>
      </form>
    </>
  );
}

/** rootOf parses the text of the note, which ends at its first empty line. */
function rootOf(note: string): string {
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf("\n\n") + 1));
  return checkpoint === undefined ? "chưa có" : bytesToHex(checkpoint.root);
}

function memoryWords({ memory }: Visit["host"]): string {
  return memory === undefined
    ? "chỉ trong cơ sở dữ liệu: nếu khôi phục bản sao cũ thì không bị phát hiện"
    : "kho S3 riêng: cơ sở dữ liệu cũ hơn điều đã ký sẽ bị phát hiện";
}
