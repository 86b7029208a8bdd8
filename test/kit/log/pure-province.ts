/** The directory of a small province in a log in memory: two agencies and procuracies of one kind each, so that one may be taken for the other. */

import { type Id, type OfficeId, type PersonId, parseId } from "../../../src/base/ids.ts";
import type { NewEvent } from "../../../src/domain/command.ts";
import type { Role } from "../../../src/domain/event.ts";
import {
  assignSupervision,
  grantRole,
  openOffice,
  registerKey,
  registerPerson,
} from "../../../src/domain/offices/commands.ts";
import type { OfficeKind } from "../../../src/domain/offices/events.ts";
import { changeCommands } from "../../../src/domain/offices/changes/commands.ts";
import { directoryId } from "../../../src/domain/offices/changes/directory-state.ts";
import { holdsStrong, isStrong } from "../../../src/domain/offices/strong-roles.ts";
import { type At, PureLog } from "./pure-log.ts";

export interface Agency {
  readonly officer: At;
  readonly head: At;
  readonly procurator: At;
  readonly chief: At;
}

export class PureProvince {
  readonly log: PureLog;
  readonly administrator: At;
  readonly second: At;
  readonly supreme: OfficeId;
  readonly ministry: OfficeId;
  readonly superiorCourt: OfficeId;
  readonly court: OfficeId;
  readonly otherCourt: OfficeId;
  /** An agency and the procuracy that supervises it, and two others of the same kinds. */
  readonly here: Agency;
  readonly there: Agency;
  readonly supremeChief: At;
  readonly management: At;
  readonly courtOfficer: At;
  readonly superiorCourtOfficer: At;
  readonly importer: At;
  readonly keepers: readonly [At, At];

  static async founded(day: string): Promise<PureProvince> {
    const log = new PureLog(day);
    const administrators = ["first", "second"].map((subject) => ({
      identity: { issuer: "http://issuer.test", subject },
      name: `Quản trị danh bạ ${subject}`,
    }));
    const [first, second] = administrators;
    if (first === undefined || second === undefined) throw new Error("two administrators");
    await log.found({ operator: { code: "van-hanh", name: "Đơn vị vận hành" }, administrators: [first, second] });
    return new PureProvince(log);
  }

  private constructor(log: PureLog) {
    this.log = log;
    [this.administrator, this.second] = administratorsOf(log);
    const { office: operator } = this.administrator;
    this.supreme = this.office("supreme-procuracy", "toi-cao");
    this.ministry = this.office("management-agency", "quan-ly");
    this.superiorCourt = this.office("court", "toa-tinh");
    this.otherCourt = this.office("court", "toa-khac");
    this.court = this.office("court", "toa-khu-vuc", this.superiorCourt);
    this.here = this.#agency("1");
    this.there = this.#agency("2");
    this.supremeChief = this.person(this.supreme, "chief-procurator");
    this.management = this.person(this.ministry, "management-agency");
    this.courtOfficer = this.person(this.court, "court-officer");
    this.superiorCourtOfficer = this.person(this.superiorCourt, "court-officer");
    this.importer = this.person(operator, "importer");
    this.keepers = [this.person(operator, "law-keeper"), this.person(operator, "law-keeper")];
  }

  office(kind: OfficeKind, code: string, superior?: OfficeId): OfficeId {
    const body = { code, kind, name: code, openedOn: "2009-07-01", ...(superior && { superior }) };
    const [opened] = this.log.does(openOffice, body, { by: this.administrator });
    return idOf<OfficeId>(opened);
  }

  /** Registers a person, with no role yet. */
  stranger(): PersonId {
    const body = { name: "Người mới", login: this.log.newId() };
    const [registered] = this.log.does(registerPerson, body, { by: this.administrator });
    return idOf<PersonId>(registered);
  }

  person(office: OfficeId, role: Role): At {
    const person = this.stranger();
    this.grant({ person, office }, role);
    return { person, office };
  }

  grant({ person, office }: At, role: Role): void {
    const body = { person, office, role };
    if (isStrong(role)) this.byTwo({ do: "grant-role", ...body });
    else this.log.does(grantRole, { ...body, from: this.log.today }, { by: this.administrator });
  }

  /** One administrator proposes the change, the other adopts it. */
  byTwo(change: object): readonly NewEvent[] {
    const [proposed] = this.log.does(changeCommands["propose-change"], { change }, { by: this.administrator });
    if (proposed?.event.type !== "change-proposed") throw new Error("nothing was proposed");
    const { proposal, digest } = proposed.event.data;
    return this.log.does(changeCommands["adopt-change"], { proposal, digest }, { by: this.second });
  }

  key({ person }: At): Id<"key"> {
    const body = { person, publicKey: "A".repeat(43) };
    const isOfStrong = holdsStrong(this.log.state("person", person)?.grants ?? [], this.log.today);
    const made = isOfStrong
      ? this.byTwo({ do: "register-key", ...body })
      : this.log.does(registerKey, body, { by: this.administrator });
    const registered = made.find(({ event }) => event.type === "key-registered")?.event;
    if (registered?.type !== "key-registered") throw new Error("no key was registered");
    return registered.data.key;
  }

  #agency(number: string): Agency {
    const area = this.office("area-procuracy", `vks-${number}`, this.supreme);
    const agency = this.office("enforcement-agency", `thads-${number}`, this.ministry);
    const body = { office: agency, procuracy: area, from: this.log.today };
    this.log.does(assignSupervision, body, { by: this.administrator });
    return {
      officer: this.person(agency, "agency-officer"),
      head: this.person(agency, "agency-head"),
      procurator: this.person(area, "procurator"),
      chief: this.person(area, "chief-procurator"),
    };
  }
}

function administratorsOf(log: PureLog): readonly [At, At] {
  const named = log.state("directory", directoryId)?.administrators ?? [];
  const [first, second] = named.map((person) => {
    const office = log.state("person", person)?.grants[0]?.office;
    if (office === undefined) throw new Error("an administrator without an office");
    return { person, office };
  });
  if (first === undefined || second === undefined) throw new Error("two administrators");
  return [first, second];
}

export function idOf<T extends Id<string>>(event: NewEvent | undefined): T {
  const id = parseId<T>(event?.id);
  if (id === undefined) throw new Error("nothing was recorded");
  return id;
}
