/** Commands on the directory. A day of validity may lie ahead; a closing day is the first day without the thing closed. */

import { z } from "zod";
import type { Day } from "../../base/day.ts";
import type { OfficeId, PersonId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Command, Decision, NewEvent, States } from "../command.ts";
import { roles, streamName } from "../event.ts";
import { code, day, id, publicKey } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import { personal, reference } from "../secret.ts";
import { typedLine } from "../typed-input.ts";
import { officesBehind, successorOf } from "./directory.ts";
import { officeKinds } from "./events.ts";
import { isOpen, procuracyKinds } from "./office.ts";
import { endedBy, isHeld, type KeyId, type PersonState } from "./person.ts";
import { fitsOffice } from "./roles-at-office.ts";

const office = id<"office">();
const person = id<"person">();

const openOfficeInput = z.strictObject({
  code,
  kind: z.enum(officeKinds),
  name: typedLine,
  superior: office.optional(),
  openedOn: day,
});

export const openOffice: Command<z.infer<typeof openOfficeInput>, "open-office"> = {
  name: "open-office",
  input: openOfficeInput,
  reads: (input) => (input.superior === undefined ? [] : [streamName("office", input.superior)]),
  about: () => undefined,
  decide: (input, { states, newId }) => {
    if (input.superior !== undefined && states.of("office", input.superior) === undefined)
      return unknownOffice("/superior");
    const opened = newId<OfficeId>();
    const data = { ...input, office: opened, name: reference(input.name) };
    return decided({ kind: "office", id: opened, event: { type: "office-opened", data } });
  },
};

const closeOfficeInput = z.strictObject({ office, closedOn: day, successor: office.optional() });

export const closeOffice: Command<z.infer<typeof closeOfficeInput>, "close-office"> = {
  name: "close-office",
  input: closeOfficeInput,
  reads: (input, states) =>
    officesBehind(states, input.successor === undefined ? [input.office] : [input.office, input.successor]),
  about: () => undefined,
  decide: ({ office: closing, ...data }, { states }) => {
    const state = states.of("office", closing);
    if (state === undefined) return unknownOffice("/office");
    if (state.closedOn !== undefined) return refused({ code: "wrong-moment", at: "/office" });
    if (data.closedOn <= state.openedOn) return refused({ code: "days-contradict", at: "/closedOn" });
    const refusal =
      data.successor === undefined
        ? undefined
        : successorRefusal(states, closing, { ...data, successor: data.successor });
    if (refusal !== undefined) return refused(refusal);
    return decided({ kind: "office", id: closing, event: { type: "office-closed", data } });
  },
};

function successorRefusal(
  states: States,
  closing: OfficeId,
  end: { readonly closedOn: Day; readonly successor: OfficeId },
): Refusal | undefined {
  const successor = states.of("office", end.successor);
  if (successor === undefined) return { code: "unknown-office", at: "/successor" };
  // A circle of successors would leave the affairs of the office without an owner.
  if (successorOf(states, end.successor, end.closedOn) === closing)
    return { code: "days-contradict", at: "/successor" };
  return isOpen(successor, end.closedOn) ? undefined : { code: "office-closed", at: "/successor" };
}

const assignSupervisionInput = z.strictObject({ office, procuracy: office, from: day, until: day.optional() });

export const assignSupervision: Command<z.infer<typeof assignSupervisionInput>, "assign-supervision"> = {
  name: "assign-supervision",
  input: assignSupervisionInput,
  reads: (input) => [streamName("office", input.office), streamName("office", input.procuracy)],
  about: () => undefined,
  decide: ({ office: supervised, ...data }, { states }) => {
    const procuracy = states.of("office", data.procuracy);
    if (states.of("office", supervised) === undefined) return unknownOffice("/office");
    if (procuracy === undefined) return unknownOffice("/procuracy");
    if (!procuracyKinds.includes(procuracy.kind)) return refused({ code: "wrong-addressee", at: "/procuracy" });
    if (!isOpen(procuracy, data.from)) return refused({ code: "office-closed", at: "/procuracy" });
    if (endsBefore(data)) return refused({ code: "days-contradict", at: "/until" });
    return decided({ kind: "office", id: supervised, event: { type: "supervision-assigned", data } });
  },
};

const registerPersonInput = z.strictObject({ name: typedLine, login: id<"login">() });

export const registerPerson: Command<z.infer<typeof registerPersonInput>, "register-person"> = {
  name: "register-person",
  input: registerPersonInput,
  reads: (input) => [streamName("login", input.login)],
  about: () => undefined,
  decide: ({ name, login }, { states, newId }) => {
    if (states.of("login", login) !== undefined) return refused({ code: "already-exists", at: "/login" });
    const registered = newId<PersonId>();
    return decided(
      {
        kind: "person",
        id: registered,
        event: { type: "person-registered", data: { person: registered, name: personal(name, registered), login } },
      },
      { kind: "login", id: login, event: { type: "login-linked", data: { person: registered } } },
    );
  },
};

const grantRoleInput = z.strictObject({ person, office, role: z.enum(roles), from: day, until: day.optional() });

export const grantRole: Command<z.infer<typeof grantRoleInput>, "grant-role"> = {
  name: "grant-role",
  input: grantRoleInput,
  reads: (input) => [streamName("person", input.person), streamName("office", input.office)],
  about: () => undefined,
  decide: ({ person: holder, ...data }, { states }) => {
    const state = states.of("person", holder);
    const at = states.of("office", data.office);
    if (state === undefined) return unknownPerson;
    if (at === undefined) return unknownOffice("/office");
    if (!isOpen(at, data.from)) return refused({ code: "office-closed", at: "/office" });
    if (!fitsOffice(data.role, at.kind)) return refused({ code: "role-not-taken", at: "/role" });
    if (endsBefore(data)) return refused({ code: "days-contradict", at: "/until" });
    if (holds(state, data)) return refused({ code: "already-exists", at: "/role" });
    return decided({ kind: "person", id: holder, event: { type: "role-granted", data } });
  },
};

function holds(state: PersonState, grant: Omit<z.infer<typeof grantRoleInput>, "person">): boolean {
  return state.grants.some(
    (each) => each.office === grant.office && each.role === grant.role && isHeld(each, grant.from),
  );
}

const endRoleInput = z.strictObject({ person, office, role: z.enum(roles), endedOn: day });

export const endRole: Command<z.infer<typeof endRoleInput>, "end-role"> = {
  name: "end-role",
  input: endRoleInput,
  reads: (input) => [streamName("person", input.person)],
  about: () => undefined,
  decide: ({ person: holder, ...data }, { states }) => {
    const state = states.of("person", holder);
    if (state === undefined) return unknownPerson;
    if (endedBy(state, data).length === 0) return refused({ code: "nothing-to-change", at: "/role" });
    return decided({ kind: "person", id: holder, event: { type: "role-ended", data } });
  },
};

const registerKeyInput = z.strictObject({ person, publicKey });

/** registerKey puts the key in force from today, because a key in force earlier could sign the past. */
export const registerKey: Command<z.infer<typeof registerKeyInput>, "register-key"> = {
  name: "register-key",
  input: registerKeyInput,
  reads: (input) => [streamName("person", input.person)],
  about: () => undefined,
  decide: (input, { states, today, newId }) => {
    const state = states.of("person", input.person);
    if (state === undefined) return unknownPerson;
    if (state.keys.some((each) => each.publicKey === input.publicKey))
      return refused({ code: "already-exists", at: "/publicKey" });
    const data = { key: newId<KeyId>(), publicKey: input.publicKey, from: today };
    return decided({ kind: "person", id: input.person, event: { type: "key-registered", data } });
  },
};

const revokeKeyInput = z.strictObject({ person, key: id<"key">() });

export const revokeKey: Command<z.infer<typeof revokeKeyInput>, "revoke-key"> = {
  name: "revoke-key",
  input: revokeKeyInput,
  reads: (input) => [streamName("person", input.person)],
  about: () => undefined,
  decide: (input, { states, today }) => {
    const state = states.of("person", input.person);
    if (state === undefined) return unknownPerson;
    const key = state.keys.find((each) => each.key === input.key);
    if (key === undefined) return refused({ code: "unknown-key", at: "/key" });
    if (key.revokedOn !== undefined) return refused({ code: "nothing-to-change", at: "/key" });
    return decided({
      kind: "person",
      id: input.person,
      event: { type: "key-revoked", data: { key: input.key, revokedOn: today } },
    });
  },
};

export const directoryCommands = {
  "open-office": openOffice,
  "close-office": closeOffice,
  "assign-supervision": assignSupervision,
  "register-person": registerPerson,
  "grant-role": grantRole,
  "end-role": endRole,
  "register-key": registerKey,
  "revoke-key": revokeKey,
} as const;

const unknownPerson = refused<Refusal>({ code: "unknown-person", at: "/person" });

function unknownOffice(at: string): Outcome<Decision, Refusal> {
  return refused({ code: "unknown-office", at });
}

function decided(...events: readonly NewEvent[]): Outcome<Decision, Refusal> {
  return done({ events });
}

function endsBefore(span: { readonly from: Day; readonly until?: Day | undefined }): boolean {
  return span.until !== undefined && span.until <= span.from;
}
