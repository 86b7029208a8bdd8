/**
 * The one table of who may do what: role × command or read × how the office stands to the affair. Anything else is denied.
 * Supervision follows law 106/2025 Art.112(1); only the head signs (Art.113, src/README.md#supervision).
 */

import type { Role } from "./event.ts";
import type { Relation } from "./offices/jurisdiction.ts";

export const commandNames = [
  // directory
  "open-office",
  "close-office",
  "assign-supervision",
  "register-person",
  "grant-role",
  "end-role",
  "register-key",
  "revoke-key",
  "propose-change",
  "adopt-change",
  "refuse-change",
  "withdraw-change",
  // editions of the law
  "propose-edition",
  "adopt-edition",
  // intakes, cases and registers
  "open-intake",
  "open-case",
  "open-register",
  "add-party",
  "add-asset",
  "record-act",
  "record-bulk",
  "correct-act",
  "disclose-personal",
  // findings
  "confirm-detections",
  "dismiss-detection",
  "assess-seriousness",
  "merge-findings",
  // instruments
  "draft-instrument",
  "discard-draft",
  "issue-instrument",
  "import-instrument",
  "serve-instrument",
  "receive-instrument",
  "contest-day",
  "give-reply",
  "claim-correction",
  "withdraw-claim",
  "verify-correction",
  "request-reconsideration",
  "answer-reconsideration",
  "report-dispute",
  "give-binding-answer",
  "ask-minister",
  "record-minister-answer",
  "withdraw-instrument",
  "close-instrument",
  "reopen-instrument",
] as const;
export type CommandName = (typeof commandNames)[number];

/**
 * read-case: an intake, a case or a register, and the lists of them. read-entry: one entry of the log with its proof; read-entries and
 * read-bundles: the log as a whole. read-rights: who may do what, by name, and what is proposed. read-unserved: findings and
 * instruments that are not handed over (instruments/handed-over.ts). disclose-reference: the committed numbers, amounts and typed
 * text of what one may read.
 */
export const readNames = [
  "read-office-list",
  "read-case",
  "read-deadlines",
  "read-findings",
  "read-instrument",
  "read-unserved",
  "read-draft",
  "read-entry",
  "read-entries",
  "read-bundles",
  "read-rights",
  "disclose-reference",
] as const;
export type ReadName = (typeof readNames)[number];

export type Permission = CommandName | ReadName;
type Granted = Partial<Record<Permission, readonly Relation[]>>;

const own: readonly Relation[] = ["own"];
const supervised: readonly Relation[] = ["supervised"];
const ownOrBelow: readonly Relation[] = ["own", "superior"];
const ownOrSupervised: readonly Relation[] = ["own", "supervised"];
const watched: readonly Relation[] = ["own", "supervised", "superior"];
const imported: readonly Relation[] = ["own", "operated"];
/** Includes what belongs to no office: the directory, the log as a whole. */
const any: readonly Relation[] = ["own", "supervised", "superior", "operated", "other"];

const procurator: Granted = {
  "confirm-detections": watched,
  "dismiss-detection": watched,
  "assess-seriousness": watched,
  "merge-findings": watched,
  "draft-instrument": supervised,
  "discard-draft": own,
  "serve-instrument": own,
  "verify-correction": own,
  "close-instrument": own,
  "reopen-instrument": own,
  "open-register": own,
  // Only its own acts: on a case a violation discovered or a notice received, in its register all (files/who-records.ts).
  "record-act": ownOrSupervised,
  "correct-act": ownOrSupervised,
  "disclose-personal": supervised,
  "read-office-list": any,
  "read-case": watched,
  "read-deadlines": watched,
  "read-findings": watched,
  "read-instrument": watched,
  // A procuracy also sees findings about itself or one below it: no instrument is addressed to a procuracy.
  "read-unserved": watched,
  "read-draft": ownOrBelow,
  "read-entry": watched,
  "disclose-reference": watched,
};

const agencyOfficer: Granted = {
  "open-intake": own,
  "open-case": own,
  "open-register": own,
  "add-party": own,
  "add-asset": own,
  "record-act": own,
  "record-bulk": own,
  "correct-act": own,
  "disclose-personal": own,
  "receive-instrument": own,
  "contest-day": own,
  "claim-correction": own,
  "withdraw-claim": own,
  "read-office-list": any,
  "read-case": ownOrBelow,
  "read-deadlines": ownOrBelow,
  "read-findings": own,
  "read-instrument": ownOrBelow,
  "read-entry": own,
  "disclose-reference": ownOrBelow,
};

const table: Readonly<Record<Role, Granted>> = {
  procurator,
  "chief-procurator": {
    ...procurator,
    "issue-instrument": own,
    "withdraw-instrument": own,
    "answer-reconsideration": own,
    // The command itself admits only the Supreme Procuracy (instruments/commands/disputing.ts).
    "ask-minister": ownOrBelow,
    "record-minister-answer": ownOrBelow,
  },
  "agency-officer": agencyOfficer,
  "agency-head": { ...agencyOfficer, "give-reply": own, "request-reconsideration": own, "report-dispute": own },
  // A court records what it does and receives on judgments of its own; the command checks the court (files/who-records.ts).
  "court-officer": {
    "record-act": any,
    "correct-act": any,
    "receive-instrument": own,
    "contest-day": own,
    "give-reply": own,
    "claim-correction": own,
    "withdraw-claim": own,
    "read-office-list": any,
    "read-deadlines": own,
    "read-findings": own,
    "read-instrument": own,
    "read-entry": own,
    "disclose-reference": own,
  },
  "management-agency": {
    "give-binding-answer": own,
    "read-office-list": any,
    "read-case": ownOrBelow,
    "read-deadlines": ownOrBelow,
    "read-findings": ownOrBelow,
    "read-instrument": ownOrBelow,
    "read-entry": ownOrBelow,
    "disclose-reference": ownOrBelow,
  },
  auditor: {
    "read-office-list": any,
    "read-case": any,
    "read-deadlines": any,
    "read-findings": any,
    "read-instrument": any,
    "read-unserved": any,
    "read-entry": any,
    "read-entries": any,
    "read-bundles": any,
    "read-rights": any,
  },
  importer: {
    "open-intake": imported,
    "open-case": imported,
    "open-register": imported,
    "add-party": imported,
    "add-asset": imported,
    "record-act": imported,
    "record-bulk": imported,
    "import-instrument": imported,
    "read-office-list": any,
  },
  "directory-administrator": {
    "open-office": any,
    "close-office": any,
    "assign-supervision": any,
    "register-person": any,
    "grant-role": any,
    "end-role": any,
    "register-key": any,
    "revoke-key": any,
    // The command checks that the two administrators are different persons (offices/changes/commands.ts).
    "propose-change": any,
    "adopt-change": any,
    "refuse-change": any,
    "withdraw-change": any,
    "read-rights": any,
    "read-office-list": any,
  },
  "council-reader": {},
  // The command checks that the two keepers are different persons (editions/commands.ts).
  "law-keeper": { "propose-edition": any, "adopt-edition": any },
};

/** permittedRoles returns the roles that each permit it; the event says that the person acted in the first. */
export function permittedRoles(roles: readonly Role[], permission: Permission, relation: Relation): readonly Role[] {
  return roles.filter((role) => table[role][permission]?.includes(relation) === true);
}

export function mayDo(roles: readonly Role[], permission: Permission, relation: Relation): boolean {
  return permittedRoles(roles, permission, relation).length > 0;
}

/** mayDoSomewhere says whether the roles permit it for some office, perhaps not for the one meant. */
export function mayDoSomewhere(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => table[role][permission] !== undefined);
}
