/** Instruments of one's office: those it issued, or those it was sent. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { type InstrumentRow, type Views } from "../../service/views.ts";
import { namedOffices } from "../../service/office-names.ts";
import { mayRead } from "../../service/read.ts";
import { More } from "../pager.tsx";
import { dayText, short, wordOf } from "../rows.ts";
import { showPage, showRefusal } from "../show.tsx";
import type { ConsoleContext, Visit } from "../visit.ts";
import { instrumentName, statusWords } from "../words/instruments.ts";

const shown = 100;

export async function listInstruments(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!(await mayRead(reader, "read-instrument", reader.acting.office, host)))
    return showRefusal(c, { code: "not-permitted" });
  const after = parseId(c.req.query("after"));
  const all = await mayRead(reader, "read-instrument", undefined, host);
  const rows = await instrumentsFor(c.var.visit, all, after);
  const names = await namedOffices(
    [...new Set(rows.flatMap(({ issuer, addressee }) => [issuer, addressee]))].flatMap(
      (id) => parseId<OfficeId>(id) ?? [],
    ),
    host,
  );
  const nameOf = (id: string): string => names.get(parseId<OfficeId>(id) ?? reader.acting.office)?.name ?? short(id);
  return showPage(c, {
    title: "Văn bản",
    children: (
      <>
        <div class="wide">
          <table>
            <caption>Yêu cầu, kiến nghị, kháng nghị</caption>
            <thead>
              <tr>
                <th scope="col">Văn bản</th>
                <th scope="col">Nơi ban hành</th>
                <th scope="col">Nơi nhận</th>
                <th scope="col">Trạng thái</th>
                <th scope="col">Ban hành</th>
                <th scope="col">Nhận</th>
                <th scope="col">Trả lời</th>
                <th scope="col">Đã kiểm chứng</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row">
                    <a href={`/console/instruments/${row.key}`}>{instrumentName(row)}</a>
                  </th>
                  <td>{nameOf(row.issuer)}</td>
                  <td>{nameOf(row.addressee)}</td>
                  <td>{wordOf(statusWords, row.status)}</td>
                  <td>{dayText(row.issuedOn)}</td>
                  <td>{dayText(row.receivedOn)}</td>
                  <td>{dayText(row.repliedOn)}</td>
                  <td>
                    {row.verified}/{row.findings}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {rows.length === 0 ? <p>Chưa có văn bản nào.</p> : undefined}
        <More
          path="/console/instruments"
          query={{}}
          after={
            rows.length < shown
              ? undefined
              : rows
                  .map(({ key }) => key)
                  .toSorted()
                  .at(-1)
          }
        />
      </>
    ),
  });
}

/** Drafts are the procuracy's own: an auditor's list begins with what was issued. */
async function instrumentsFor(
  { reader, host }: Visit,
  all: boolean,
  after: string | undefined,
): Promise<readonly InstrumentRow[]> {
  const { office } = reader.acting;
  const from: Partial<Parameters<Views["instruments"]>[0]> = after === undefined ? {} : { after };
  if (all) return (await host.views.instruments({ ...from, limit: shown })).filter(isHandedOver);
  const issued = await host.views.instruments({ ...from, issuer: office, limit: shown });
  const sent = await host.views.instruments({ ...from, addressee: office, limit: shown });
  return [...issued, ...sent.filter(isHandedOver)];
}

function isHandedOver({ status }: InstrumentRow): boolean {
  return status !== "drafted" && status !== "discarded" && status !== "issued";
}
