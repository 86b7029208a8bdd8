/** The pages of registers: statistical reports, requests of data subjects about no case, and what is owed on them. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { registerList } from "../../service/listing/files.ts";
import { formatDay } from "../parts/day-text.ts";
import { mayWith } from "../frame/permitted.ts";
import { Downloads } from "../frame/downloads.tsx";
import { More } from "../parts/pager.tsx";
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

export async function listRegisters(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const list = await registerList(reader, host);
  if (!list.ok) return showRefusal(c, list.refusal);
  const { rows, next } = await list.value.page(parseId(c.req.query("after")), registersOnPage);
  const offices = rows.flatMap(({ office }) => parseId<OfficeId>(office) ?? []);
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
        <Downloads list="registers" query={{}} total={await list.value.total()} />
        <ul>
          {rows.map(({ key, office, openedOn }) => (
            <li>
              <a href={`/console/registers/${key}`}>
                {nameOf(office)}, mở ngày {dayText(openedOn)}
              </a>
            </li>
          ))}
        </ul>
        {rows.length === 0 ? <p>Chưa có sổ nào.</p> : undefined}
        <More path="/console/registers" query={{}} after={next} />
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
          asked={{ limits: c.req.query("limits"), acts: c.req.query("acts"), gone: c.req.query("gone") }}
        />
      </>
    ),
  });
}
