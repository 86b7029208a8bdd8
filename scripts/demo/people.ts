/**
 * Who acts in the demonstration: one person for each role (two law keepers, since an adoption takes two), named by the
 * role and by no private name. The subject of a person's token is the name of the token file in .dev/tokens.
 */

import { dayOf } from "../../src/base/day.ts";
import type { Role } from "../../src/domain/event.ts";
import { grantRole, registerPerson } from "../../src/domain/offices/commands.ts";
import { isStrong } from "../../src/domain/offices/strong-roles.ts";
import { loginId } from "../../src/service/streams/who.ts";
import { type Offices, office } from "./offices.ts";
import { idIn, type DemoActors } from "./actors.ts";
import { administrator, agree, secondAdministrator } from "./two-administrators.ts";

/** The office that operates the log; it opened when the log did. */
const operator = "van-hanh";

interface Planned {
  readonly subject: string;
  readonly name: string;
  readonly posts: readonly (readonly [office: string, role: Role])[];
}

/** The procuracies of the published examples, for which one person records what was found there. */
const past = [
  "vks-do-luong",
  "vks-huyen-2021",
  "vks-tinh-2021",
  "vks-dong-phu",
  "vks-vinh-thanh",
  "vks-dak-nong",
  "vks-ha-trung",
];

const people: readonly Planned[] = [
  { subject: "importer", name: "Nhập dữ liệu lịch sử", posts: [[operator, "importer"]] },
  { subject: "procurator", name: "Kiểm sát viên khu vực 1", posts: [["vks-kv1-dong-thap", "procurator"]] },
  { subject: "chief-procurator", name: "Viện trưởng khu vực 1", posts: [["vks-kv1-dong-thap", "chief-procurator"]] },
  // This person asks the Minister about a protest that was overturned (law 106/2025 Art.113(3)).
  { subject: "supreme-chief", name: "Viện trưởng tối cao", posts: [["vksndtc", "chief-procurator"]] },
  {
    subject: "agency-officer",
    name: "Thư ký thi hành án khu vực 1",
    posts: [["thads-kv1-dong-thap", "agency-officer"]],
  },
  { subject: "agency-head", name: "Chấp hành viên trưởng khu vực 1", posts: [["thads-kv1-dong-thap", "agency-head"]] },
  { subject: "court-officer", name: "Thư ký Tòa án khu vực 1", posts: [["tand-kv1-dong-thap", "court-officer"]] },
  { subject: "management-agency", name: "Chuyên viên Cục Quản lý", posts: [["cql-thads", "management-agency"]] },
  { subject: "auditor", name: "Kiểm toán viên nhật ký", posts: [["hdnd-dong-thap", "auditor"]] },
  { subject: "council-reader", name: "Đại biểu Hội đồng nhân dân", posts: [["hdnd-dong-thap", "council-reader"]] },
  { subject: "law-keeper", name: "Người giữ bộ quy tắc", posts: [["vks-dong-thap", "law-keeper"]] },
  { subject: "second-law-keeper", name: "Người giữ bộ quy tắc thứ hai", posts: [["cql-thads", "law-keeper"]] },
  {
    subject: "archivist",
    name: "Kiểm sát viên hồ sơ lịch sử",
    posts: past.map((code) => [code, "procurator"] as const),
  },
];

/** registerPeople registers the people; `keys` are the signers' public keys (Ed25519 x, base64url). */
export async function registerPeople(
  actors: DemoActors,
  offices: Offices,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const today = dayOf((await actors.host.load([])).now);
  for (const { subject, name, posts } of people) {
    const login = await loginId({ issuer: actors.issuer, subject }, actors.host);
    const person = idIn(
      await actors.act(administrator, { command: registerPerson, input: { name, login } }),
      "person-registered",
      "person",
    );
    for (const [code, role] of posts) {
      const grant = { person, office: office(offices, code), role, from: today };
      if (isStrong(role)) await agree(actors, { do: "grant-role", ...grant });
      else await actors.act(administrator, { command: grantRole, input: grant });
    }
    const publicKey = keys.get(subject);
    if (publicKey !== undefined) await agree(actors, { do: "register-key", person, publicKey });
  }
  actors.progress(`danh bạ: ${people.length} người · directory: ${people.length} people`);
}

/** The subjects that get tokens; the two administrators are the founders. */
export const subjects: readonly string[] = [
  administrator,
  secondAdministrator,
  ...people.map(({ subject }) => subject),
];
export const signers: readonly string[] = ["chief-procurator"];
