/** The page that opens an intake (thụ lý): a judgment or a request came in at one's own agency, from which court, on which day. */

import { given } from "../../base/given.ts";
import { type OfficeId, parseId } from "../../base/ids.ts";
import { caseCommands } from "../../domain/files/commands.ts";
import { mayRecord } from "../../domain/files/who-records.ts";
import type { Role } from "../../domain/event.ts";
import { agencyKinds } from "../../domain/offices/office.ts";
import { actEntry, actsByStage, type ActType } from "../../law/act.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { actPage } from "../form/act-form.tsx";
import { formatDay } from "../parts/day-text.ts";
import {
  Checkbox,
  DayField,
  type Filling,
  type Option,
  optionsOf,
  Radios,
  Select,
  TextField,
} from "../form/fields.tsx";
import { filled, formValues, type FormValues } from "../form/form-values.ts";
import { mayWith } from "../frame/permitted.ts";
import { recordedStream } from "../form/recorded.ts";
import { showRefusal } from "../frame/show.tsx";
import { plainDay, StatedDay, typedDay } from "../form/stated-day.tsx";
import { closeGaps, rowsIn } from "../form/typed-rows.ts";
import type { ConsoleContext, Visit } from "../frame/visit.ts";
import { motionWords } from "../words/files.ts";

export const openIntakePath = "/console/open-intake";

/** openingAgency returns the person's own agency, if they may open intakes for it. */
export async function openingAgency(
  visit: Visit,
): Promise<{ readonly id: OfficeId; readonly name: string } | undefined> {
  const { office } = visit.reader.acting;
  const may = await mayWith(office, visit);
  const named = (await namedOffices([office], visit.host)).get(office);
  const isAgency = named !== undefined && agencyKinds.includes(named.state.kind);
  return isAgency && may("open-intake") ? { id: office, name: named.name } : undefined;
}

export async function openIntakePage(c: ConsoleContext): Promise<Response> {
  const { visit } = c.var;
  const agency = await openingAgency(visit);
  if (agency === undefined) return showRefusal(c, { code: "not-permitted" });
  const courts = await courtOptions(visit);
  return actPage(c, {
    title: "Thụ lý",
    command: caseCommands["open-intake"],
    input: (values) => inputOf(agency.id, closeGaps(values, "acts", mostPapers)),
    labels,
    initial: formValues([["openedOn", formatDay(visit.reader.today)]]),
    fields: (filling) => (
      <Fields
        courts={courts}
        roles={visit.reader.acting.roles}
        filling={{ ...filling, values: closeGaps(filling.values, "acts", mostPapers) }}
      />
    ),
    aside: (
      <p>
        Cơ quan thi hành án: <strong>{agency.name}</strong>. <a href="/console/intakes">Các việc đã thụ lý</a>
      </p>
    ),
    button: "Thụ lý, ghi vào nhật ký",
    more: "Thêm dòng giấy tờ đã nhận",
    next: (recorded) => `/console/intakes/${recordedStream(recorded, "intake") ?? ""}`,
  });
}

/** courtOptions offers closed courts too, because their judgments still come in. */
async function courtOptions({ host }: Visit): Promise<readonly Option[]> {
  const courts = (await host.views.offices()).filter(({ kind }) => kind === "court");
  const names = await namedOffices(
    courts.flatMap(({ key }) => parseId<OfficeId>(key) ?? []),
    host,
  );
  return [...names.values()]
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"))
    .map(({ state, name }) => ({ value: state.id, label: name }));
}

interface FieldsParts {
  readonly courts: readonly Option[];
  readonly roles: readonly Role[];
  readonly filling: Filling;
}

function Fields({ courts, roles, filling }: FieldsParts) {
  return (
    <>
      <DayField name="openedOn" label={labels.openedOn} filling={filling} />
      <Radios name="motion" label={labels.motion} filling={filling} options={optionsOf(motionWords)} />
      <Checkbox name="interim" label="Quyết định áp dụng biện pháp khẩn cấp tạm thời" filling={filling} />
      <TextField
        name="judgment"
        label={labels.judgment}
        hint="Số bản án, quyết định. Được che, không hiện trong nhật ký."
        filling={filling}
      />
      <Select
        name="court"
        label={labels.court}
        filling={filling}
        options={[{ value: "", label: "(không ghi)" }, ...courts]}
      />
      <p class="hint">
        Bản án và đơn yêu cầu ghi thành hai giấy tờ: thời hạn ra quyết định thi hành án tính từ ngày nhận đủ.
      </p>
      {rowsIn(filling.values, "acts", spare).map((row) => (
        <Received row={row} roles={roles} filling={filling} />
      ))}
    </>
  );
}

/** The number of empty rows after those that are filled; rows that stay empty are dropped. */
const spare = 2;
/** The most papers that one form takes: the command refuses more. */
const mostPapers = 50;

interface ReceivedParts {
  readonly row: number;
  readonly roles: readonly Role[];
  readonly filling: Filling;
}

function Received({ row, roles, filling }: ReceivedParts) {
  const { type, receivedOn } = receivedNames(row);
  const types = receivedTypes(roles).map((act) => ({ value: act, label: actEntry(act).vi }));
  return (
    <fieldset>
      <legend>Giấy tờ đã nhận {row + 1}</legend>
      <Select
        name={type}
        label={`Đã nhận gì (${row + 1})`}
        filling={filling}
        options={[{ value: "", label: "(không)" }, ...types]}
      />
      <StatedDay name={receivedOn} label={`Ngày nhận (${row + 1})`} hint="Không sau hôm nay." filling={filling} />
    </fieldset>
  );
}

function receivedNames(row: number) {
  return { type: `acts.${row}.type`, receivedOn: `acts.${row}.days.receivedOn` };
}

function receivedLabels(row: number): readonly (readonly [name: string, label: string])[] {
  const { type, receivedOn } = receivedNames(row);
  return [
    [type, `Đã nhận gì (${row + 1})`],
    [receivedOn, `Ngày nhận (${row + 1})`],
    [`${receivedOn}.source`, `Nguồn của ngày: ngày nhận (${row + 1})`],
  ];
}

const labels = {
  openedOn: "Ngày thụ lý",
  motion: "Thi hành",
  judgment: "Bản án, quyết định",
  court: "Tòa án đã chuyển giao",
  agency: "Cơ quan thi hành án",
  acts: "Giấy tờ đã nhận",
  ...Object.fromEntries(Array.from({ length: mostPapers }, (_, row) => receivedLabels(row)).flat()),
};

/** receivedTypes returns the acts that need only the day of their receipt. */
function receivedTypes(roles: readonly Role[]): readonly ActType[] {
  return actsByStage
    .flatMap(({ acts }) => acts)
    .filter((type) => {
      const { subjects, needs, must } = actEntry(type);
      return (
        subjects.includes("intake") && needs === "receivedOn" && must === undefined && mayRecord(type, "intake", roles)
      );
    });
}

function inputOf(agency: OfficeId, values: FormValues): object {
  return given({
    agency,
    motion: filled(values, "motion"),
    interim: filled(values, "interim") !== undefined,
    openedOn: plainDay(values, "openedOn"),
    court: filled(values, "court"),
    judgment: filled(values, "judgment"),
    acts: rowsIn(values, "acts").map((row) => typedReceipt(values, row)),
  });
}

function typedReceipt(values: FormValues, row: number): object {
  const { type, receivedOn } = receivedNames(row);
  return { type: filled(values, type), days: { receivedOn: typedDay(values, receivedOn) ?? {} } };
}
