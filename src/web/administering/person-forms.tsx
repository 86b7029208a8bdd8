/** The pages on which an administrator registers a person, gives and ends roles, registers and revokes keys. */

import { given } from "../../base/given.ts";
import { type Id, type OfficeId, parseId } from "../../base/ids.ts";
import { roles } from "../../domain/event.ts";
import { directoryCommands } from "../../domain/offices/commands.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { loginId } from "../../service/streams/who.ts";
import { actPage, type ActForm } from "../form/act-form.tsx";
import { DayField, Select, TextField } from "../form/fields.tsx";
import { filled, formValues, noValues, parseForm } from "../form/form-values.ts";
import { recordedStream } from "../form/recorded.ts";
import { plainDay } from "../form/stated-day.tsx";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { formatDay } from "../parts/day-text.ts";
import { roleWords } from "../words/roles.ts";
import { type AskedPerson, askedPerson } from "./asked-person.ts";
import { officeChoices, roleChoices } from "./choices.ts";

const registrationLabels = {
  name: "Họ tên",
  login: "Mã người dùng",
  subject: "Mã người dùng",
  issuer: "Hệ thống đăng nhập",
} as const;

/** The login that the log keeps is a keyed pseudonym, made from what was typed. */
export async function registerPersonPage(c: ConsoleContext): Promise<Response> {
  const { identity, host } = c.var.visit;
  const values =
    (c.req.method === "POST" ? parseForm(c.req.header("content-type"), c.var.sent) : undefined) ?? noValues;
  const [issuer, subject] = [filled(values, "issuer") ?? identity.issuer, filled(values, "subject")];
  const login = subject === undefined ? undefined : await loginId({ issuer, subject }, host);
  return actPage(c, {
    title: "Thêm người dùng",
    command: directoryCommands["register-person"],
    input: (typed) => ({ name: filled(typed, "name"), login }),
    check: (typed) =>
      filled(typed, "subject") === undefined
        ? [{ name: "subject", label: registrationLabels.subject, wrong: "chưa ghi" }]
        : [],
    labels: registrationLabels,
    initial: formValues([["issuer", identity.issuer]]),
    fields: (filling) => (
      <>
        <TextField
          name="name"
          label={registrationLabels.name}
          hint="Được che, không hiện trong nhật ký."
          filling={filling}
        />
        <TextField
          name="subject"
          label={registrationLabels.subject}
          hint="Mã (subject) của người này ở hệ thống đăng nhập. Nhật ký chỉ giữ một bí danh của mã."
          spell={false}
          filling={filling}
        />
        <TextField
          name="issuer"
          label={registrationLabels.issuer}
          hint="Địa chỉ của hệ thống đăng nhập; thường giữ nguyên."
          spell={false}
          filling={filling}
        />
      </>
    ),
    aside: (
      <p>
        <a href="/console/people">Người dùng</a>
      </p>
    ),
    button: "Thêm người dùng, ghi vào nhật ký",
    next: (recorded) => `/console/people/${recordedStream(recorded, "person") ?? ""}`,
  });
}

const grantLabels = {
  person: "Người",
  office: "Cơ quan",
  role: "Vai trò",
  from: "Từ ngày",
  until: "Đến trước ngày",
} as const;

export async function grantRolePage(c: ConsoleContext): Promise<Response> {
  const offices = await officeChoices(c.var.visit);
  return personForm(c, ({ state }) => ({
    title: "Cấp vai trò",
    command: directoryCommands["grant-role"],
    input: (values) => ({
      person: state.id,
      office: filled(values, "office"),
      role: filled(values, "role"),
      from: plainDay(values, "from"),
      ...given({ until: plainDay(values, "until") }),
    }),
    labels: grantLabels,
    initial: formValues([["from", formatDay(c.var.visit.reader.today)]]),
    fields: (filling) => (
      <>
        <Select
          name="role"
          label={grantLabels.role}
          hint="Vai trò trọng yếu thì một người đề nghị, một quản trị khác thông qua: xem trang của người này."
          filling={filling}
          options={roleChoices("one")}
        />
        <Select name="office" label={grantLabels.office} filling={filling} options={offices} />
        <DayField name="from" label={grantLabels.from} filling={filling} />
        <DayField name="until" label={grantLabels.until} hint="Bỏ trống: chưa định ngày." filling={filling} />
      </>
    ),
    button: "Cấp vai trò, ghi vào nhật ký",
  }));
}

export async function endRolePage(c: ConsoleContext): Promise<Response> {
  const office = parseId<OfficeId>(c.req.param("office"));
  const role = roles.find((each) => each === c.req.param("role"));
  const named = office && (await namedOffices([office], c.var.visit.host)).get(office);
  if (role === undefined || named === undefined) return showRefusal(c, { code: "unknown-office" });
  return personForm(c, ({ state }) => ({
    title: `Thôi vai trò ${roleWords[role]}, ${named.name}`,
    command: directoryCommands["end-role"],
    input: (values) => ({ person: state.id, office, role, endedOn: plainDay(values, "endedOn") }),
    labels: { ...grantLabels, endedOn: "Ngày đầu tiên không còn vai trò" },
    initial: formValues([["endedOn", formatDay(c.var.visit.reader.today)]]),
    fields: (filling) => <DayField name="endedOn" label="Ngày đầu tiên không còn vai trò" filling={filling} />,
    button: "Thôi vai trò, ghi vào nhật ký",
  }));
}

export const keyLabels = { person: "Người", publicKey: "Khóa công khai" } as const;
export const keyHint = "Khóa Ed25519, 43 ký tự base64url, do chính người này đưa; khóa riêng không rời máy của họ.";

export async function registerKeyPage(c: ConsoleContext): Promise<Response> {
  return personForm(c, ({ state }) => ({
    title: "Đăng ký khóa ký",
    command: directoryCommands["register-key"],
    input: (values) => ({ person: state.id, publicKey: filled(values, "publicKey") }),
    labels: keyLabels,
    fields: (filling) => (
      <TextField name="publicKey" label={keyLabels.publicKey} hint={keyHint} spell={false} filling={filling} />
    ),
    button: "Đăng ký khóa, ghi vào nhật ký",
  }));
}

export async function revokeKeyPage(c: ConsoleContext): Promise<Response> {
  const key = parseId<Id<"key">>(c.req.param("key"));
  return personForm(c, ({ state }) => ({
    title: "Thu hồi khóa ký",
    command: directoryCommands["revoke-key"],
    input: () => ({ person: state.id, key }),
    labels: { ...keyLabels, key: "Khóa" },
    button: "Thu hồi khóa, ghi vào nhật ký",
  }));
}

/** A form about the person of the address, which ends on the page of that person. */
export async function personForm<Input>(
  c: ConsoleContext,
  formOf: (asked: AskedPerson) => Omit<ActForm<Input>, "aside" | "next">,
): Promise<Response> {
  const asked = await askedPerson(c);
  if (asked === undefined) return showRefusal(c, { code: "unknown-person" });
  return actPage(c, {
    ...formOf(asked),
    aside: (
      <p>
        Người: <a href={asked.path}>{asked.name}</a>
      </p>
    ),
    next: () => asked.path,
  });
}
