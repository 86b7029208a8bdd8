/** The pages of registers: statistical reports, requests of data subjects about no case, and what is owed on them. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { registerList } from "../../service/listing/files.ts";
import { formatDay } from "../parts/day-text.ts";
import { mayWith } from "../frame/permitted.ts";
import { Downloads } from "../frame/downloads.tsx";
import { orderIn, orderQuery, placeIn, sortingBy } from "../frame/list-place.ts";
import { idKey, More } from "../parts/pager.tsx";
import { Table } from "../parts/table.tsx";
import { dayText, short } from "../parts/rows.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { registersTitle } from "../words/lists.ts";
import { askedFile } from "./asked-file.ts";
import { FileParts } from "./file-parts.tsx";
import { openRegisterPath } from "./opening-register-page.tsx";
import { RecordLink } from "./file-ways.tsx";
import { subjectsOfActs } from "../parts/subject-name.ts";

const registersOnPage = 50;
const path = "/console/registers";

export async function listRegisters(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const order = orderIn(c);
  const list = await registerList(order)(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const place = placeIn(c, idKey);
  const { rows, next } = await list.value.page(place.after, registersOnPage);
  const offices = rows.flatMap(({ agency }) => parseId<OfficeId>(agency) ?? []);
  const names: ReadonlyMap<string, NamedOffice> = await namedOffices(offices, host);
  const nameOf = (office: string): string => names.get(office)?.name ?? short(office);
  const may = await mayWith(reader.acting.office, c.var.visit);
  return showPage(c, {
    title: registersTitle,
    children: (
      <>
        <p>Báo cáo thống kê, và yêu cầu của chủ thể dữ liệu không thuộc hồ sơ nào.</p>
        {may("open-register") ? (
          <p>
            <a href={openRegisterPath}>Mở sổ mới</a>
          </p>
        ) : undefined}
        <Downloads list="registers" query={orderQuery(order)} total={await list.value.total()} />
        {rows.length === 0 ? (
          <p>Chưa có sổ nào.</p>
        ) : (
          <Table
            caption={`${registersTitle}, ${order === "latest" ? "mới" : "cũ"} nhất trước`}
            rows={rows}
            columns={[
              { head: "Cơ quan", cell: (row) => <a href={`${path}/${row.key}`}>{nameOf(row.agency)}</a> },
              { head: "Ngày mở sổ", sorting: sortingBy(order, path, {}), cell: ({ day }) => dayText(day) },
            ]}
          />
        )}
        <More path={path} query={orderQuery(order)} after={next} place={place} />
      </>
    ),
  });
}

export async function showRegister(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const read = await askedFile(c, "register");
  if (!read.ok) return read.refusal;
  const { state } = read.value;
  const { office, openedOn } = state;
  const may = await mayWith(office, c.var.visit);
  const names = await namedOffices([office], host);
  return showPage(c, {
    title: registersTitle,
    children: (
      <>
        <dl>
          <dt>Cơ quan</dt>
          <dd>{names.get(office)?.name}</dd>
          <dt>Ngày mở sổ</dt>
          <dd>{formatDay(openedOn)}</dd>
        </dl>
        <RecordLink path={`/console/registers/${state.id}`} may={may} />
        <FileParts
          about={{ kind: "register", id: state.id }}
          page={read.value}
          subject={subjectsOfActs(state)}
          today={reader.today}
          mayJudge={may("confirm-detections")}
          recording={may("record-act") ? reader.acting.roles : []}
          asked={{ limits: c.req.query("limits"), acts: c.req.query("acts"), gone: c.req.query("gone") }}
        />
      </>
    ),
  });
}
