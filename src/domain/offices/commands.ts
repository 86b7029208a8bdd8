/**
 * What one administrator alone changes in the directory. A day of validity may lie ahead; a closing day is the first day
 * without the thing closed. What takes two administrators is refused here, and proposed and adopted in changes/commands.ts.
 */

import { z } from "zod";
import type { OfficeId, PersonId } from "../../base/ids.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Command, Decision, NewEvent } from "../command.ts";
import { roles, streamName } from "../event.ts";
import { code, day, id, publicKey } from "../field.ts";
import type { Refusal } from "../refusal.ts";
import { personal, reference } from "../secret.ts";
import { typedLine } from "../typed-input.ts";
import { supervisionAssigned, supervisionReads, supervisionRefusal } from "./assigning-supervision.ts";
import { administratorReads, tooFewWithout } from "./changes/administrators.ts";
import { closingReads, closingRefusal, officeClosed } from "./closing-office.ts";
import { officeKinds } from "./events.ts";
import { needsSecond } from "./by-whom.ts";
import { grantReads, grantRefusal, roleGranted } from "./granting.ts";
import { endedBy, type Grant } from "./person.ts";
import { keyReads, keyRefusal, keyRegistered, keyTakesTwo } from "./registering-key.ts";
import { isStrong } from "./strong-roles.ts";

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
  reads: closingReads,
  about: () => undefined,
  decide: (input, context) => {
    const refusal = closingRefusal(input, context);
    if (refusal !== undefined) return refused(refusal);
    // An office that closed on a past day would have had a successor in affairs that were decided since.
    if (input.closedOn < context.today) return refused(needsSecond("/closedOn"));
    return decided(officeClosed(input, { by: context.acting.person }));
  },
};

const assignSupervisionInput = z.strictObject({ office, procuracy: office, from: day, until: day.optional() });

export const assignSupervision: Command<z.infer<typeof assignSupervisionInput>, "assign-supervision"> = {
  name: "assign-supervision",
  input: assignSupervisionInput,
  reads: supervisionReads,
  about: () => undefined,
  decide: (input, context) => {
    const refusal = supervisionRefusal(input, context);
    if (refusal !== undefined) return refused(refusal);
    if (input.from < context.today) return refused(needsSecond("/from"));
    return decided(supervisionAssigned(input, { by: context.acting.person }));
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
  reads: grantReads,
  about: () => undefined,
  decide: (input, context) => {
    const refusal = grantRefusal(input, context);
    if (refusal !== undefined) return refused(refusal);
    if (isStrong(input.role)) return refused(needsSecond("/role"));
    return decided(roleGranted(input, { by: context.acting.person }));
  },
};

const endRoleInput = z.strictObject({ person, office, role: z.enum(roles), endedOn: day });
type EndRoleInput = z.infer<typeof endRoleInput>;

/** endRole takes one administrator for every role, so that a thief is stopped at once. */
export const endRole: Command<EndRoleInput, "end-role"> = {
  name: "end-role",
  input: endRoleInput,
  reads: ({ person: holder, role }, states) => [
    streamName("person", holder),
    ...(role === "directory-administrator" ? administratorReads(states) : []),
  ],
  about: () => undefined,
  decide: ({ person: holder, ...data }, { states, today }) => {
    const state = states.of("person", holder);
    if (state === undefined) return unknownPerson;
    // Ended in the past, it would say that what was done since was done without right.
    if (data.endedOn < today)
      return refused({ code: "day-in-past", at: "/endedOn", detail: { day: data.endedOn, today } });
    const ended = endedBy(state, data);
    if (ended.length === 0) return refused({ code: "nothing-to-change", at: "/role" });
    const tooFew = data.role === "directory-administrator" && tooFewWithout(states, today, isOf(holder, data.office));
    if (tooFew) return refused({ ...tooFew, at: "/role" });
    return decided({ kind: "person", id: holder, event: { type: "role-ended", data } });
  },
};

function isOf(holder: PersonId, at: OfficeId) {
  return (administrator: PersonId, grant: Grant): boolean => administrator === holder && grant.office === at;
}

const registerKeyInput = z.strictObject({ person, publicKey });

export const registerKey: Command<z.infer<typeof registerKeyInput>, "register-key"> = {
  name: "register-key",
  input: registerKeyInput,
  reads: keyReads,
  about: () => undefined,
  decide: (input, context) => {
    const refusal = keyRefusal(input, context);
    if (refusal !== undefined) return refused(refusal);
    if (keyTakesTwo(input.person, context.states, context.today)) return refused(needsSecond("/person"));
    return decided(keyRegistered(input, { by: context.acting.person }, context));
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
