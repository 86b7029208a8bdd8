/** What takes two administrators: the pages on which one proposes a strong role or a key for a person who holds one. */

import { given } from "../../base/given.ts";
import { changeCommands } from "../../domain/offices/changes/commands.ts";
import { DayField, Select, TextField } from "../form/fields.tsx";
import { filled } from "../form/form-values.ts";
import { plainDay } from "../form/stated-day.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { officeChoices, roleChoices } from "./choices.ts";
import { keyHint, keyLabels, personForm } from "./person-forms.tsx";

const labels = {
  "change.person": "Người",
  "change.office": "Cơ quan",
  "change.role": "Vai trò trọng yếu",
  "change.from": "Từ ngày",
  "change.until": "Đến trước ngày",
  change: "Đề nghị",
} as const;

export async function proposeRolePage(c: ConsoleContext): Promise<Response> {
  const offices = await officeChoices(c.var.visit);
  return personForm(c, ({ state }) => ({
    title: "Đề nghị cấp vai trò trọng yếu",
    command: changeCommands["propose-change"],
    input: (values) => ({
      change: {
        do: "grant-role",
        person: state.id,
        office: filled(values, "change.office"),
        role: filled(values, "change.role"),
        ...given({ from: plainDay(values, "change.from"), until: plainDay(values, "change.until") }),
      },
    }),
    labels,
    fields: (filling) => (
      <>
        <Select name="change.role" label={labels["change.role"]} filling={filling} options={roleChoices("two")} />
        <Select name="change.office" label={labels["change.office"]} filling={filling} options={offices} />
        <DayField
          name="change.from"
          label={labels["change.from"]}
          hint="Bỏ trống: từ ngày được thông qua."
          filling={filling}
        />
        <DayField
          name="change.until"
          label={labels["change.until"]}
          hint="Bỏ trống: chưa định ngày."
          filling={filling}
        />
      </>
    ),
    button: "Đề nghị, ghi vào nhật ký",
  }));
}

export async function proposeKeyPage(c: ConsoleContext): Promise<Response> {
  return personForm(c, ({ state }) => ({
    title: "Đề nghị đăng ký khóa ký",
    command: changeCommands["propose-change"],
    input: (values) => ({
      change: { do: "register-key", person: state.id, publicKey: filled(values, "change.publicKey") },
    }),
    labels: { ...labels, "change.publicKey": keyLabels.publicKey },
    fields: (filling) => (
      <TextField name="change.publicKey" label={keyLabels.publicKey} hint={keyHint} spell={false} filling={filling} />
    ),
    button: "Đề nghị, ghi vào nhật ký",
  }));
}
