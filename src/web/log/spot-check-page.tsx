/** The page of a spot check: the auditor types a text, and the entries that it draws are listed with their links. */

import { mayDo } from "../../domain/permission.ts";
import { fillingOf, TextField } from "../form/fields.tsx";
import { formValues } from "../form/form-values.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { drawSpots, mostSpots } from "../parts/spots.ts";
import { Table } from "../parts/table.tsx";

const path = "/console/log/spot-check";
/** Entries that are drawn where the reader does not say how many: enough to find, with nine in ten, a log of which one in nine is bad. */
const usual = 20;

export async function showSpotCheck(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  if (!mayDo(reader.acting.roles, "read-bundles", "other")) return showRefusal(c, { code: "not-permitted" });
  const seed = c.req.query("seed")?.trim() ?? "";
  const count = Number(c.req.query("k")?.trim() ?? "") || usual;
  const { size } = await host.log.head();
  const spots = seed === "" ? [] : drawSpots(seed, size, count);
  const filling = fillingOf(
    formValues([
      ["seed", seed],
      ["k", String(count)],
    ]),
  );
  return showPage(c, {
    title: "Kiểm tra ngẫu nhiên",
    children: (
      <>
        <p>
          Gõ một chuỗi mà không ai biết trước, ví dụ tung đồng xu hoặc số tờ báo hôm nay. Chuỗi và số mục của nhật ký
          quyết định các mục được chọn; ai gõ lại cũng được đúng các mục ấy.
        </p>
        <form method="get" action={path}>
          <TextField name="seed" label="Chuỗi chọn" hint="Từ 8 đến 100 ký tự." spell={false} filling={filling} />
          <TextField name="k" label="Số mục" hint={`Từ 1 đến ${mostSpots}.`} spell={false} filling={filling} />
          <p class="actions">
            <button type="submit">Chọn mục</button>
          </p>
        </form>
        {spots.length === 0 ? undefined : <Spots spots={spots} size={size} />}
      </>
    ),
  });
}

function Spots({ spots, size }: { readonly spots: readonly number[]; readonly size: number }) {
  return (
    <>
      <Table
        caption={`${spots.length} mục được chọn trong ${size.toLocaleString("vi-VN")} mục, theo thứ tự rút`}
        rows={spots}
        columns={[
          { head: "Lần rút", cell: (_, i) => i + 1 },
          { head: "Mục", cell: (index) => <a href={`/console/log/entries/${index}`}>mục {index}</a> },
          {
            head: "Tệp để kiểm tra",
            cell: (index) => (
              <>
                <a href={`/console/log/entries/${index}/leaf`} aria-label={`Lá thô của mục ${index}`}>
                  lá thô
                </a>
                ,{" "}
                <a href={`/console/log/entries/${index}/proof`} aria-label={`Tệp chứng minh của mục ${index}`}>
                  tệp chứng minh
                </a>
              </>
            ),
          },
        ]}
      />
      <p>
        Lần rút thứ t (từ 0) là sáu byte đầu của SHA-256(chuỗi, xuống dòng, số mục, xuống dòng, t) chia lấy dư cho số
        mục; mục đã rút thì bỏ qua. Đối chiếu mỗi mục với giấy tờ của hồ sơ, rồi kiểm tra tệp chứng minh.
      </p>
    </>
  );
}
