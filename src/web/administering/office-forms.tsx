/** The pages on which an administrator opens an office, closes one, and assigns who supervises it. */

import { given } from "../../base/given.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { directoryCommands } from "../../domain/offices/commands.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { actPage } from "../form/act-form.tsx";
import { DayField, optionsOf, Select, TextField } from "../form/fields.tsx";
import { filled, formValues } from "../form/form-values.ts";
import { plainDay } from "../form/stated-day.tsx";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { formatDay } from "../parts/day-text.ts";
import { officeKindWords } from "../words/roles.ts";
import { officeChoices } from "./choices.ts";

const officesPath = "/console/offices";
const none = { value: "", label: "(không)" };

const openingLabels = {
  code: "Mã cơ quan",
  kind: "Loại",
  name: "Tên cơ quan",
  superior: "Cấp trên",
  openedOn: "Hoạt động từ ngày",
} as const;

export async function openOfficePage(c: ConsoleContext): Promise<Response> {
  const { visit } = c.var;
  const offices = await officeChoices(visit);
  return actPage(c, {
    title: "Thêm cơ quan",
    command: directoryCommands["open-office"],
    input: (values) => ({
      code: filled(values, "code"),
      kind: filled(values, "kind"),
      name: filled(values, "name"),
      openedOn: plainDay(values, "openedOn"),
      ...given({ superior: filled(values, "superior") }),
    }),
    labels: openingLabels,
    initial: formValues([["openedOn", formatDay(visit.reader.today)]]),
    fields: (filling) => (
      <>
        <TextField name="name" label={openingLabels.name} hint="Tên đầy đủ, như trên con dấu." filling={filling} />
        <TextField
          name="code"
          label={openingLabels.code}
          hint="Chữ thường, số và dấu gạch nối, ví dụ thads-dong-thap. Mã không đổi và hiện trong nhật ký."
          spell={false}
          filling={filling}
        />
        <Select name="kind" label={openingLabels.kind} filling={filling} options={optionsOf(officeKindWords)} />
        <Select name="superior" label={openingLabels.superior} filling={filling} options={[none, ...offices]} />
        <DayField name="openedOn" label={openingLabels.openedOn} filling={filling} />
      </>
    ),
    button: "Thêm cơ quan, ghi vào nhật ký",
    next: () => officesPath,
  });
}

const closingLabels = {
  office: "Cơ quan",
  closedOn: "Ngày đầu tiên không còn hoạt động",
  successor: "Cơ quan kế tục",
} as const;

export async function closeOfficePage(c: ConsoleContext): Promise<Response> {
  const asked = await officeAsked(c);
  if (asked === undefined) return showRefusal(c, { code: "unknown-office" });
  const offices = await officeChoices(c.var.visit);
  return actPage(c, {
    title: "Giải thể cơ quan",
    command: directoryCommands["close-office"],
    input: (values) => ({
      office: asked.id,
      closedOn: plainDay(values, "closedOn"),
      ...given({ successor: filled(values, "successor") }),
    }),
    labels: closingLabels,
    fields: (filling) => (
      <>
        <DayField name="closedOn" label={closingLabels.closedOn} filling={filling} />
        <Select
          name="successor"
          label={closingLabels.successor}
          hint="Nhận việc, hồ sơ, văn bản và thời hạn của cơ quan này từ ngày đó."
          filling={filling}
          options={[none, ...offices.filter(({ value }) => value !== asked.id)]}
        />
      </>
    ),
    aside: <Asked name={asked.name} />,
    button: "Giải thể, ghi vào nhật ký",
    next: () => officesPath,
  });
}

const supervisionLabels = {
  office: "Cơ quan",
  procuracy: "Viện kiểm sát có thẩm quyền",
  from: "Từ ngày",
  until: "Đến trước ngày",
} as const;

export async function assignSupervisionPage(c: ConsoleContext): Promise<Response> {
  const asked = await officeAsked(c);
  if (asked === undefined) return showRefusal(c, { code: "unknown-office" });
  const offices = await officeChoices(c.var.visit);
  return actPage(c, {
    title: "Giao quyền kiểm sát",
    command: directoryCommands["assign-supervision"],
    input: (values) => ({
      office: asked.id,
      procuracy: filled(values, "procuracy"),
      from: plainDay(values, "from"),
      ...given({ until: plainDay(values, "until") }),
    }),
    labels: supervisionLabels,
    initial: formValues([["from", formatDay(c.var.visit.reader.today)]]),
    fields: (filling) => (
      <>
        <Select name="procuracy" label={supervisionLabels.procuracy} filling={filling} options={offices} />
        <DayField name="from" label={supervisionLabels.from} filling={filling} />
        <DayField name="until" label={supervisionLabels.until} hint="Bỏ trống: chưa định ngày." filling={filling} />
      </>
    ),
    aside: <Asked name={asked.name} />,
    button: "Giao quyền kiểm sát, ghi vào nhật ký",
    next: () => officesPath,
  });
}

function Asked({ name }: { readonly name: string }) {
  return (
    <p>
      Cơ quan: <strong>{name}</strong>. <a href={officesPath}>Các cơ quan</a>
    </p>
  );
}

async function officeAsked(c: ConsoleContext): Promise<{ readonly id: OfficeId; readonly name: string } | undefined> {
  const id = parseId<OfficeId>(c.req.param("id"));
  const named = id && (await namedOffices([id], c.var.visit.host)).get(id);
  return named && { id: named.state.id, name: named.name };
}
