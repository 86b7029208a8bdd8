/** The page that opens a register for one's own office, from a day on. */

import { caseCommands } from "../../domain/files/commands.ts";
import { actPage } from "../form/act-form.tsx";
import { formatDay } from "../parts/day-text.ts";
import { DayField } from "../form/fields.tsx";
import { formValues } from "../form/form-values.ts";
import { mayWith } from "../frame/permitted.ts";
import { recordedStream } from "../form/recorded.ts";
import { showRefusal } from "../frame/show.tsx";
import { plainDay } from "../form/stated-day.tsx";
import type { ConsoleContext } from "../frame/visit.ts";

export const openRegisterPath = "/console/open-register";

const labels = { openedOn: "Ngày mở sổ", office: "Cơ quan" };

export async function openRegisterPage(c: ConsoleContext): Promise<Response> {
  const { visit } = c.var;
  const { acting, today } = visit.reader;
  const may = await mayWith(acting.office, visit);
  if (!may("open-register")) return showRefusal(c, { code: "not-permitted" });
  return actPage(c, {
    title: "Mở sổ theo dõi của cơ quan",
    command: caseCommands["open-register"],
    input: (values) => ({ office: acting.office, openedOn: plainDay(values, "openedOn") }),
    labels,
    initial: formValues([["openedOn", formatDay(today)]]),
    fields: (filling) => <DayField name="openedOn" label={labels.openedOn} filling={filling} />,
    button: "Mở sổ, ghi vào nhật ký",
    next: (recorded) => `/console/registers/${recordedStream(recorded, "register") ?? ""}`,
  });
}
