/**
 * The offices of a small province on a stage: the Supreme, a provincial, an area and a district procuracy, an agency
 * and an old sub-department, a court, the ministry's management agency; and the people of each, the chiefs with a
 * signing key.
 */

import type { Id, OfficeId, PersonId } from "../../../src/base/ids.ts";
import type { Acting } from "../../../src/domain/command.ts";
import type { Role } from "../../../src/domain/event.ts";
import { code, publicKey } from "../../../src/domain/field.ts";
import type { OfficeKind } from "../../../src/domain/offices/events.ts";
import { reference } from "../../../src/domain/secret.ts";
import { day, Stage } from "./stage.ts";

export class Directory {
  readonly stage: Stage;
  readonly supreme: OfficeId;
  readonly provincial: OfficeId;
  readonly area: OfficeId;
  readonly district: OfficeId;
  readonly agency: OfficeId;
  readonly subDepartment: OfficeId;
  readonly court: OfficeId;
  readonly ministry: OfficeId;
  readonly operator: OfficeId;
  readonly #chiefs = new Map<OfficeId, { readonly acting: Acting; readonly key: Id<"key"> }>();

  constructor(today: string) {
    this.stage = new Stage(today);
    this.supreme = this.#office("supreme-procuracy");
    this.provincial = this.#office("provincial-procuracy", { superior: this.supreme });
    this.area = this.#office("area-procuracy", { superior: this.provincial });
    this.district = this.#office("district-procuracy", { superior: this.provincial });
    this.ministry = this.#office("management-agency");
    this.agency = this.#office("enforcement-agency", { superior: this.ministry, procuracy: this.area });
    this.subDepartment = this.#office("enforcement-sub-department", {
      superior: this.agency,
      procuracy: this.district,
    });
    this.court = this.#office("court", { procuracy: this.area });
    this.operator = this.#office("operator");
  }

  /** A person of an office, in one role. */
  acting(office: OfficeId, ...roles: readonly Role[]): Acting {
    return { person: this.stage.newId<PersonId>(), office, roles };
  }

  procurator(office: OfficeId = this.area): Acting {
    return this.acting(office, "procurator");
  }

  chief(office: OfficeId = this.area): Acting {
    return this.#chief(office).acting;
  }

  keyOf(office: OfficeId): Id<"key"> {
    return this.#chief(office).key;
  }

  head(office: OfficeId = this.agency): Acting {
    return this.acting(office, office === this.court ? "court-officer" : "agency-head");
  }

  close(office: OfficeId, closedOn: string, successor: OfficeId): void {
    this.stage.given({
      kind: "office",
      id: office,
      event: { type: "office-closed", data: { closedOn: day(closedOn), successor } },
    });
  }

  supervise(office: OfficeId, procuracy: OfficeId = this.area): void {
    const data = { procuracy, from: day("2009-01-01") };
    this.stage.given({ kind: "office", id: office, event: { type: "supervision-assigned", data } });
  }

  #office(kind: OfficeKind, to: { readonly superior?: OfficeId; readonly procuracy?: OfficeId } = {}): OfficeId {
    const office = this.stage.newId<OfficeId>();
    const { superior, procuracy } = to;
    const opened = { office, code: code.parse(kind), kind, name: reference(kind), openedOn: day("2009-01-01") };
    this.stage.given({
      kind: "office",
      id: office,
      event: { type: "office-opened", data: { ...opened, ...(superior === undefined ? {} : { superior }) } },
    });
    if (procuracy !== undefined) this.supervise(office, procuracy);
    return office;
  }

  #chief(office: OfficeId): { readonly acting: Acting; readonly key: Id<"key"> } {
    const known = this.#chiefs.get(office);
    if (known !== undefined) return known;
    const acting = this.acting(office, "chief-procurator");
    const key = this.stage.newId<Id<"key">>();
    const registered = { person: acting.person, name: reference("tên"), login: this.stage.newId<Id<"login">>() };
    this.stage.given({ kind: "person", id: acting.person, event: { type: "person-registered", data: registered } });
    const data = { key, publicKey: publicKey.parse("A".repeat(43)), from: day("2009-01-01") };
    this.stage.given({ kind: "person", id: acting.person, event: { type: "key-registered", data } });
    const chief = { acting, key };
    this.#chiefs.set(office, chief);
    return chief;
  }
}
