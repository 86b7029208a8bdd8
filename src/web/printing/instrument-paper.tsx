/**
 * An instrument as a sheet of paper (Decree 30/2020/NĐ-CP Annex I), printed by the browser. The body is what the procuracy wrote, and
 * the items are the findings with their articles; nothing is added that the log does not hold. The digital signature is the legal act.
 */

import type { Child } from "hono/jsx";
import { type InstrumentId, type OfficeId, parseId } from "../../base/ids.ts";
import { type InstrumentState, isSent } from "../../domain/instruments/instrument.ts";
import { type InstrumentPage, instrumentPage } from "../../service/reading/instrument-page.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { CommittedText } from "../parts/committed-text.tsx";
import { formatInstant } from "../parts/day-text.ts";
import { calledIn, fileOf, findingName } from "../parts/finding-name.ts";
import { Table } from "../parts/table.tsx";
import { toldApart } from "../parts/told-apart.ts";
import { demandWords, instrumentLabel, kindWords } from "../words/instruments.ts";
import { citationIn, ruleTitle } from "../words/law.ts";

export async function printInstrument(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<InstrumentId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-instrument" });
  const read = await instrumentPage(id, reader, host);
  if (!read.ok) return showRefusal(c, read.refusal);
  const { state } = read.value;
  // What an addressee reads for the first time is received, which the page of the instrument records.
  const isUnread = isSent(state) && state.receipt === undefined && reader.acting.office === state.addressee;
  if (isUnread) return c.redirect(`/console/instruments/${id}`, 303);
  const issuer = (await namedOffices([state.issuer], host)).get(state.issuer);
  const superior = issuer?.state.superior;
  const names = await namedOffices(
    [state.issuer, state.addressee, ...(superior === undefined ? [] : [superior])],
    host,
  );
  const listed = await findingsListed(read.value, c);
  return showPage(c, {
    title: `Bản in: ${instrumentLabel(state)}`,
    children: (
      <>
        <p>
          In bằng lệnh in của trình duyệt, khổ A4. <a href={`/console/instruments/${id}`}>Về trang của văn bản</a>
        </p>
        <Paper page={read.value} names={names} superior={superior} listed={listed} />
      </>
    ),
  });
}

interface Listed {
  readonly item: number;
  readonly name: string;
}

async function findingsListed({ state, findings }: InstrumentPage, c: ConsoleContext): Promise<readonly Listed[]> {
  const all = state.items.flatMap(({ rule, findings: ids }, i) =>
    ids.map((finding) => ({ item: i + 1, rule, state: findings.get(finding) })),
  );
  const called = await calledIn(
    all.flatMap((each) => (each.state === undefined ? [] : [fileOf(each.state)])),
    c.var.visit,
  );
  const names = toldApart(all.map(({ rule, state: finding }) => findingName(rule, finding, called)));
  // The ids of findings are random, so a list in their order would differ from one instrument to the next.
  return all
    .map(({ item }, i) => ({ item, name: names[i] ?? "" }))
    .toSorted((a, b) => a.item - b.item || a.name.localeCompare(b.name, "vi"));
}

interface PaperParts {
  readonly page: InstrumentPage;
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
  readonly superior: OfficeId | undefined;
  readonly listed: readonly Listed[];
}

function Paper({ page, names, superior, listed }: PaperParts) {
  const { state, opened } = page;
  const nameOf = (office: OfficeId | undefined): string =>
    office === undefined ? "" : (names.get(office)?.name ?? "");
  const label = instrumentLabel(state);
  return (
    <article class="paper">
      <Heads issuer={nameOf(state.issuer)} superior={nameOf(superior)} state={state} />
      <h2>{kindWords[state.kind].toLocaleUpperCase("vi")}</h2>
      <p class="subject ruled">{subjectOf(state)}</p>
      <p class="to">Kính gửi: {nameOf(state.addressee)}</p>
      <p>
        <CommittedText field={state.body} opened={opened} />
      </p>
      {state.items.map((item, i) => (
        <p>
          <b>
            {i + 1}. {ruleTitle(item.rule)}:
          </b>{" "}
          {item.n}/{item.of} hồ sơ, {citationIn(item.rule, item.version)}. Danh sách tại Phụ lục. Yêu cầu:{" "}
          <CommittedText field={item.demand} opened={opened} />
        </p>
      ))}
      <Feet />
      <Check page={page} />
      <section class="annex">
        <h2>PHỤ LỤC</h2>
        <Table
          caption={`Kèm theo ${label}`}
          rows={listed}
          columns={[
            { head: "TT", cell: (_, i) => i + 1 },
            { head: "Mục", cell: ({ item }) => item },
            { head: "Vi phạm", cell: ({ name }) => name },
          ]}
        />
      </section>
    </article>
  );
}

interface HeadsParts {
  readonly issuer: string;
  readonly superior: string;
  readonly state: InstrumentState;
}

function Heads({ issuer, superior, state }: HeadsParts) {
  return (
    <div class="heads">
      <div>
        <p>{superior.toLocaleUpperCase("vi")}</p>
        <p class="ruled">
          <b>{issuer.toLocaleUpperCase("vi")}</b>
        </p>
        <p>Số: {numberOf(state)}</p>
      </div>
      <div>
        <p>
          <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
        </p>
        <p class="motto ruled">
          <b>Độc lập - Tự do - Hạnh phúc</b>
        </p>
        <p>
          <i>{dateOf(state)}</i>
        </p>
      </div>
    </div>
  );
}

function numberOf(state: InstrumentState): Child {
  return isSent(state) ? instrumentLabel(state).replace(`${kindWords[state.kind]} `, "") : "…… (dự thảo)";
}

/** The place is left to the procuracy's own form: the directory knows no town of an office. */
function dateOf(state: InstrumentState): string {
  if (!isSent(state)) return "ngày …… tháng …… năm ……";
  const [year, month, day] = state.issue.issuedOn.split("-");
  return `ngày ${day} tháng ${month} năm ${year}`;
}

function subjectOf({ asks, items }: InstrumentState): string {
  const rules = [...new Set(items.map(({ rule }) => ruleTitle(rule)))].join("; ");
  return asks === undefined ? `Khắc phục vi phạm: ${rules}` : demandWords[asks];
}

function Feet() {
  return (
    <div class="feet">
      <div>
        <p>
          <b>
            <i>Nơi nhận:</i>
          </b>
        </p>
        <p>- Như trên;</p>
        <p>- Lưu: VT, HSKS.</p>
      </div>
      <p class="signatory">VIỆN TRƯỞNG</p>
    </div>
  );
}

/** How whoever holds the paper checks it: the entry of the log, and what the state of the instrument was when it was printed. */
function Check({ page: { state, entries, now } }: { readonly page: InstrumentPage }) {
  const issued = entries.find(({ type }) => type === "instrument-issued");
  if (!isSent(state) || issued === undefined)
    return <p class="check">Dự thảo: chưa ban hành, chưa có trong nhật ký.</p>;
  const signed = state.issue.signature === undefined ? "không có chữ ký số" : "đã ký số";
  return (
    <p class="check">
      Kiểm tra văn bản: mục {issued.index} của nhật ký, {signed}; in lúc {formatInstant(now)}. Bản in và mục nhật ký
      không thay chữ ký số của người có thẩm quyền.
    </p>
  );
}
