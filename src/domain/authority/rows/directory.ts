/** Who may change the directory: its administrators, two of them for what is strong, and the system while it names them. */

import type { PersonId } from "../../../base/ids.ts";
import { id } from "../../field.ts";
import type { CommandName } from "../../permission.ts";
import { tooFewWithout } from "../../offices/changes/administrators.ts";
import { closingRefusal } from "../../offices/closing-office.ts";
import { evolveLogin } from "../../offices/login.ts";
import { supervisionRefusal } from "../../offices/assigning-supervision.ts";
import { loginEvents, officeEvents, personEvents } from "../../offices/events.ts";
import { grantRefusal } from "../../offices/granting.ts";
import { evolveOffice } from "../../offices/office.ts";
import { evolvePerson } from "../../offices/person.ts";
import { keyRefusal, keyTakesTwo } from "../../offices/registering-key.ts";
import { isStrong } from "../../offices/strong-roles.ts";
import type { EventOf } from "../../events.ts";
import {
  foundingLeads,
  foundingName,
  foundingReason,
  foundOn,
  grantingReason,
  openingReason,
  registeringReason,
} from "../founding.ts";
import type { AuthorityReason } from "../reasons.ts";
import { byActor, isBySystem, nobodys, type Place, type PlaceOf, rule } from "../rule.ts";
import { administering, changeName, reasonOfRefusal } from "./changes.ts";

function by(command: CommandName) {
  return [{ command, about: nobodys } as const];
}

/** adopted is the way of what two administrators made: it goes with the adoption, which says the same of it. */
const adopted = { command: "adopt-change", about: nobodys, together: true, asks: byActor } as const;

interface Given {
  readonly by?: string;
  readonly proposedBy?: string;
}

/** alone refuses what says that another proposed it, and has no adoption before it. */
function alone(data: Given, takesTwo: boolean, at: PlaceOf): AuthorityReason | undefined {
  return byActor(data, at) ?? (takesTwo || data.proposedBy !== undefined ? "not-by-two" : undefined);
}

export const officeRules = {
  "office-opened": rule(officeEvents["office-opened"], {
    ways: by("open-office"),
    system: {
      by: "opening",
      when: ({ kind }, at) => (kind === "operator" ? openingReason(at) : "system-may-not"),
    },
    named: () => foundingName,
    leads: ledBySystem,
    fold: (data, at) => {
      foldOffice({ type: "office-opened", data }, at);
      foundOn({ office: data.office }, at);
    },
  }),
  "office-closed": rule(officeEvents["office-closed"], {
    ways: [
      {
        command: "close-office",
        about: nobodys,
        asks: (data, at) =>
          reasonOfRefusal(closingRefusal(ofOffice(data, at), administering(at))) ??
          alone(data, data.closedOn < at.day, at),
      },
      adopted,
    ],
    named: (data, at) => changeName("office-closed", at.id, data),
    fold: (data, at) => foldOffice({ type: "office-closed", data }, at),
  }),
  "supervision-assigned": rule(officeEvents["supervision-assigned"], {
    ways: [
      {
        command: "assign-supervision",
        about: nobodys,
        asks: (data, at) =>
          reasonOfRefusal(supervisionRefusal(ofOffice(data, at), administering(at))) ??
          alone(data, data.from < at.day, at),
      },
      adopted,
    ],
    named: (data, at) => changeName("supervision-assigned", at.id, data),
    fold: (data, at) => foldOffice({ type: "supervision-assigned", data }, at),
  }),
};

export const personRules = {
  "person-registered": rule(personEvents["person-registered"], {
    ways: by("register-person"),
    system: { by: "opening", when: ({ person }, at) => registeringReason(person, at) },
    named: () => foundingName,
    leads: ({ login, person }, at) => (isBySystem(at) ? foundingLeads : { owed: [linkName(login, person)] }),
    fold: (data, at) => {
      foldPerson({ type: "person-registered", data }, at);
      foundOn({ person: data.person }, at);
    },
  }),
  "role-granted": rule(personEvents["role-granted"], {
    ways: [
      {
        command: "grant-role",
        about: nobodys,
        asks: (data, at) =>
          reasonOfRefusal(grantRefusal(ofPerson(data, at), administering(at))) ?? alone(data, isStrong(data.role), at),
      },
      adopted,
    ],
    system: {
      by: "opening",
      when: ({ role, office, from, until, by: giver }, at) =>
        role === "directory-administrator" && from === at.day && until === undefined && giver === undefined
          ? grantingReason(office, at)
          : "system-may-not",
    },
    named: (data, at) => (isBySystem(at) ? foundingName : changeName("role-granted", at.id, data)),
    leads: ledBySystem,
    fold: (data, at) => {
      foldPerson({ type: "role-granted", data }, at);
      foundOn({ granted: true }, at);
    },
  }),
  "role-ended": rule(personEvents["role-ended"], {
    ways: [{ command: "end-role", about: nobodys, asks: endingReason }],
    fold: (data, at) => foldPerson({ type: "role-ended", data }, at),
  }),
  // A key that was in force earlier could sign the past.
  "key-registered": rule(personEvents["key-registered"], {
    ways: [
      {
        command: "register-key",
        about: nobodys,
        asks: (data, at) =>
          (data.from === at.day ? undefined : "backdated") ??
          reasonOfRefusal(keyRefusal(ofPerson(data, at), administering(at))) ??
          alone(data, keyTakesTwo(personOf(at), at.states, at.day), at),
      },
      adopted,
    ],
    named: ({ key: _, ...data }, at) => changeName("key-registered", at.id, data),
    fold: (data, at) => foldPerson({ type: "key-registered", data }, at),
  }),
  "key-revoked": rule(personEvents["key-revoked"], {
    ways: [
      {
        command: "revoke-key",
        about: nobodys,
        asks: ({ revokedOn }, { day }) => (revokedOn === day ? undefined : "backdated"),
      },
    ],
    fold: (data, at) => foldPerson({ type: "key-revoked", data }, at),
  }),
};

export const loginRules = {
  "login-linked": rule(loginEvents["login-linked"], {
    ways: [{ command: "register-person", about: nobodys, together: true }],
    system: { by: "opening", when: (_, at) => foundingReason(at) },
    named: ({ person }, at) => (isBySystem(at) ? foundingName : linkName(at.id, person)),
    leads: ledBySystem,
    fold: (data, at) => {
      const { known, id } = at;
      known.logins.set(id, evolveLogin(known.logins.get(id), { type: "login-linked", data }));
      foundOn({ person: data.person }, at);
    },
  }),
};

function linkName(login: string, person: PersonId): string {
  return `login-linked ${login} ${person}`;
}

function ledBySystem(_: unknown, at: Place) {
  return isBySystem(at) ? foundingLeads : {};
}

type Ended = Extract<EventOf<"person">, { type: "role-ended" }>["data"];

function endingReason({ role, office, endedOn }: Ended, { id, day, states }: PlaceOf): AuthorityReason | undefined {
  // Ended in the past, it would say that what was done since was done without right.
  if (endedOn < day) return "backdated";
  if (role !== "directory-administrator") return undefined;
  return reasonOfRefusal(tooFewWithout(states, day, (holder, grant) => holder === id && grant.office === office));
}

function ofOffice<Data extends object>(data: Data, { id }: Place) {
  return { ...data, office: officeId.parse(id) };
}

function ofPerson<Data extends object>(data: Data, at: Place) {
  return { ...data, person: personOf(at) };
}

function personOf({ id }: Place): PersonId {
  return personId.parse(id);
}

const officeId = id<"office">();
const personId = id<"person">();

function foldOffice(event: EventOf<"office">, { known, id, day }: Place): void {
  known.offices.set(id, evolveOffice(known.offices.get(id), event, { recordedOn: day }));
}

function foldPerson(event: EventOf<"person">, { known, id, day }: Place): void {
  known.persons.set(id, evolvePerson(known.persons.get(id), event, { recordedOn: day }));
}
