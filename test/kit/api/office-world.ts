/**
 * A small province over the API: one person for each role, and a second agency and a foreign procuracy that may see
 * nothing here.
 */

import type { Role } from "../../../src/domain/event.ts";
import { isStrong } from "../../../src/domain/offices/strong-roles.ts";
import type { ApiClient, Fields, Reply } from "./api-client.ts";

export interface OfficeWorld {
  readonly offices: Readonly<Record<OfficeName, string>>;
  readonly people: Readonly<Record<string, string>>;
}

type OfficeName =
  | "supreme"
  | "provincial"
  | "area"
  | "foreign"
  | "agency"
  | "other-agency"
  | "court"
  | "management"
  | "council"
  | "operator";

interface Planned {
  readonly name: Exclude<OfficeName, "operator">;
  readonly kind: string;
  readonly superior?: OfficeName;
  readonly supervisedBy?: OfficeName;
}

const planned: readonly Planned[] = [
  { name: "supreme", kind: "supreme-procuracy" },
  { name: "management", kind: "management-agency" },
  { name: "provincial", kind: "provincial-procuracy", superior: "supreme" },
  { name: "area", kind: "area-procuracy", superior: "provincial" },
  { name: "foreign", kind: "area-procuracy", superior: "supreme" },
  { name: "agency", kind: "enforcement-agency", superior: "management", supervisedBy: "area" },
  { name: "other-agency", kind: "enforcement-agency", superior: "management", supervisedBy: "foreign" },
  { name: "court", kind: "court", supervisedBy: "area" },
  { name: "council", kind: "peoples-council" },
];

/** The people by the subject of their token. */
const posts: readonly (readonly [subject: string, role: Role, office: OfficeName])[] = [
  ["procurator", "procurator", "area"],
  ["chief-procurator", "chief-procurator", "area"],
  ["supreme-chief", "chief-procurator", "supreme"],
  ["foreign-procurator", "procurator", "foreign"],
  ["agency-officer", "agency-officer", "agency"],
  ["agency-head", "agency-head", "agency"],
  ["other-officer", "agency-officer", "other-agency"],
  ["court-officer", "court-officer", "court"],
  ["management-agency", "management-agency", "management"],
  ["auditor", "auditor", "operator"],
  ["council-reader", "council-reader", "council"],
  ["law-keeper", "law-keeper", "supreme"],
  ["other-law-keeper", "law-keeper", "provincial"],
  ["importer", "importer", "operator"],
];

export async function settleOffices(api: ApiClient): Promise<OfficeWorld> {
  const offices = new Map<OfficeName, string>();
  // The operator's office was opened today, so nobody had a role there before.
  const { office: operator, today } = (await api.get("/v1/me", { as: "administrator" })).body;
  offices.set("operator", String(operator));
  for (const { name, kind, superior } of planned) {
    const body = {
      code: name,
      kind,
      name: `Cơ quan ${name}`,
      openedOn: "2009-07-01",
      ...(superior === undefined ? {} : { superior: offices.get(superior) }),
    };
    offices.set(name, idOf(await expectRecorded(api, "/v1/offices", body), "office-opened", "office"));
  }
  for (const { name, supervisedBy } of planned) {
    if (supervisedBy === undefined) continue;
    const change = { office: offices.get(name), procuracy: offices.get(supervisedBy), from: "2009-07-01" };
    await agree(api, { do: "assign-supervision", ...change });
  }
  const people = new Map<string, string>();
  for (const [subject, role, office] of posts) {
    const login = { issuer: api.issuer, subject };
    const person = idOf(
      await expectRecorded(api, "/v1/people", { name: `Người ${subject}`, login }),
      "person-registered",
      "person",
    );
    const grant = { office: offices.get(office), role, from: today };
    if (isStrong(role)) await agree(api, { do: "grant-role", person, ...grant });
    else await expectRecorded(api, `/v1/people/${person}/roles`, grant);
    people.set(subject, person);
  }
  return { offices: Object.fromEntries(offices) as Record<OfficeName, string>, people: Object.fromEntries(people) };
}

/** Makes a change that takes two administrators, and returns the answer to the adoption. */
export async function agree(api: ApiClient, change: Fields): Promise<Reply> {
  const proposed = await expectRecorded(api, "/v1/directory/proposals", { change });
  const [id, digest] = ["proposal", "digest"].map((field) => idOf(proposed, "change-proposed", field));
  return expectRecorded(api, `/v1/directory/proposals/${id}/adopt`, { digest }, "second-administrator");
}

async function expectRecorded(api: ApiClient, path: string, body: Fields, as = "administrator"): Promise<Reply> {
  const reply = await api.post(path, { as, body });
  if (reply.status !== 201) throw new Error(`${path}: ${reply.text}`);
  return reply;
}

/** Returns the data of the events in an answer, by type. */
export function eventsOf({
  body,
}: Reply): readonly { readonly type: string; readonly index: number | undefined; readonly data: Fields }[] {
  const recorded = (body["recorded"] ?? body) as {
    entries?: { entry: { index: number; event: { type: string; data: Fields } } }[];
    events?: { type: string; data: Fields }[];
  };
  const single = recorded.entries?.map(({ entry }) => ({
    type: entry.event.type,
    index: entry.index,
    data: entry.event.data,
  }));
  return single ?? recorded.events?.map(({ type, data }) => ({ type, index: undefined, data })) ?? [];
}

export function idOf(reply: Reply, type: string, field: string): string {
  const value = eventsOf(reply).find((event) => event.type === type)?.data[field];
  if (typeof value !== "string") throw new Error(`no ${field} of ${type} in ${reply.text}`);
  return value;
}
