/** A person with roles at several offices says for which one they act, until they choose another. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import { officesOfLogin } from "../../service/streams/office-names.ts";
import { officePath } from "./office-path.ts";
import { fillingOf, Radios } from "../form/fields.tsx";
import { filled, formValues, noValues, parseForm } from "../form/form-values.ts";
import { writePage } from "../frame/page.tsx";
import { type ConsoleContext, type ConsoleParts, keepOffice, readOffice } from "../frame/visit.ts";
import { officeKindWords } from "../words/roles.ts";

export async function showOffices(c: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const { host, identity } = c.var.guest;
  const offices = await officesOfLogin(identity, host);
  const options = offices.map(({ state, name }) => ({
    value: state.id,
    label: `${name} (${officeKindWords[state.kind]})`,
  }));
  const current = readOffice(c, parts) ?? offices[0]?.state.id ?? "";
  const filling = fillingOf(formValues([["office", current]]));
  const children =
    options.length === 0 ? (
      <p>Tài khoản {identity.subject} chưa có vai trò ở cơ quan nào hôm nay. Nhờ quản trị danh bạ cấp vai trò.</p>
    ) : (
      <form method="post" action={officePath}>
        <Radios name="office" label="Làm cho cơ quan" filling={filling} options={options} />
        <p class="actions">
          <button class="act" type="submit">
            Chọn
          </button>
        </p>
      </form>
    );
  return c.html(await writePage({ title: "Chọn cơ quan", children }));
}

/** The cookie only remembers the choice: each request asks again whether the person has a role there. */
export function chooseOffice(c: ConsoleContext, parts: ConsoleParts): Response {
  const values = parseForm(c.req.header("content-type"), c.var.sent) ?? noValues;
  const office = parseId<OfficeId>(filled(values, "office"));
  if (office === undefined) return c.redirect(officePath, 303);
  keepOffice(c, office, parts);
  return c.redirect("/console", 303);
}
