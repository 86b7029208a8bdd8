/**
 * The permission table: every role × command or read × relation, against a table written by hand. The acting office: o owns
 * the affair; s supervises its owner; b stands above its owner; i operates the system and imports; x has no relation to it.
 */

import { describe, expect, it } from "vitest";
import { type Role, roles } from "../../src/domain/event.ts";
import type { Relation } from "../../src/domain/offices/jurisdiction.ts";
import { commandNames, mayDo, type Permission, permittedRoles, readNames } from "../../src/domain/permission.ts";

const standings: Readonly<Record<string, Relation>> = {
  o: "own",
  s: "supervised",
  b: "superior",
  i: "operated",
  x: "other",
};

/** The roles that may give each command and read, as `role:relations`. A role that is not named may not. */
const written: Readonly<Record<Permission, string>> = {
  "open-office": "directory-administrator:osbix",
  "close-office": "directory-administrator:osbix",
  "assign-supervision": "directory-administrator:osbix",
  "register-person": "directory-administrator:osbix",
  "grant-role": "directory-administrator:osbix",
  "end-role": "directory-administrator:osbix",
  "register-key": "directory-administrator:osbix",
  "revoke-key": "directory-administrator:osbix",
  "propose-change": "directory-administrator:osbix",
  "adopt-change": "directory-administrator:osbix",
  "refuse-change": "directory-administrator:osbix",
  "withdraw-change": "directory-administrator:osbix",
  "propose-edition": "law-keeper:osbix",
  "adopt-edition": "law-keeper:osbix",
  "open-intake": "agency-officer:o agency-head:o importer:oi",
  "open-case": "agency-officer:o agency-head:o importer:oi",
  "open-register": "agency-officer:o agency-head:o procurator:o chief-procurator:o importer:oi",
  "add-party": "agency-officer:o agency-head:o importer:oi",
  "add-asset": "agency-officer:o agency-head:o importer:oi",
  "record-act": "agency-officer:o agency-head:o importer:oi procurator:os chief-procurator:os court-officer:osbix",
  "record-bulk": "agency-officer:o agency-head:o importer:oi",
  "correct-act": "agency-officer:o agency-head:o procurator:os chief-procurator:os court-officer:osbix",
  "disclose-personal": "agency-officer:o agency-head:o procurator:s chief-procurator:s",
  "confirm-detections": "procurator:osb chief-procurator:osb",
  "dismiss-detection": "procurator:osb chief-procurator:osb",
  "assess-seriousness": "procurator:osb chief-procurator:osb",
  "merge-findings": "procurator:osb chief-procurator:osb",
  "draft-instrument": "procurator:s chief-procurator:s",
  "discard-draft": "procurator:o chief-procurator:o",
  "issue-instrument": "chief-procurator:o",
  "import-instrument": "importer:oi",
  "serve-instrument": "procurator:o chief-procurator:o",
  "receive-instrument": "agency-officer:o agency-head:o court-officer:o",
  "contest-day": "agency-officer:o agency-head:o court-officer:o",
  "give-reply": "agency-head:o court-officer:o",
  "claim-correction": "agency-officer:o agency-head:o court-officer:o",
  "withdraw-claim": "agency-officer:o agency-head:o court-officer:o",
  "verify-correction": "procurator:o chief-procurator:o",
  "request-reconsideration": "agency-head:o",
  "answer-reconsideration": "chief-procurator:o",
  "report-dispute": "agency-head:o",
  "give-binding-answer": "management-agency:o",
  "ask-minister": "chief-procurator:ob",
  "record-minister-answer": "chief-procurator:ob",
  "withdraw-instrument": "chief-procurator:o",
  "close-instrument": "procurator:o chief-procurator:o",
  "reopen-instrument": "procurator:o chief-procurator:o",
  "read-office-list":
    "procurator:osbix chief-procurator:osbix agency-officer:osbix agency-head:osbix court-officer:osbix management-agency:osbix auditor:osbix importer:osbix directory-administrator:osbix",
  "read-case":
    "procurator:osb chief-procurator:osb agency-officer:ob agency-head:ob management-agency:ob auditor:osbix",
  "read-deadlines":
    "procurator:osb chief-procurator:osb agency-officer:ob agency-head:ob court-officer:o management-agency:ob auditor:osbix",
  "read-findings":
    "procurator:osb chief-procurator:osb agency-officer:o agency-head:o court-officer:o management-agency:ob auditor:osbix",
  "read-instrument":
    "procurator:osb chief-procurator:osb agency-officer:ob agency-head:ob court-officer:o management-agency:ob auditor:osbix",
  "read-unserved": "procurator:osb chief-procurator:osb auditor:osbix",
  "read-draft": "procurator:ob chief-procurator:ob",
  "read-entry":
    "procurator:osb chief-procurator:osb agency-officer:o agency-head:o court-officer:o management-agency:ob auditor:osbix",
  "read-entries": "auditor:osbix",
  "read-bundles": "auditor:osbix",
  "read-rights": "auditor:osbix directory-administrator:osbix",
  "disclose-reference":
    "procurator:osb chief-procurator:osb agency-officer:ob agency-head:ob court-officer:o management-agency:ob",
};

function expected(permission: Permission, role: Role, letter: string): boolean {
  const entry = written[permission].split(" ").find((each) => each.startsWith(`${role}:`));
  return entry?.slice(role.length + 1).includes(letter) ?? false;
}

describe.each([...commandNames, ...readNames])("%s", (permission) => {
  it.each(roles)("is what the table says for a %s, in every standing", (role) => {
    const answers = Object.entries(standings).map(([letter, relation]) => [
      letter,
      mayDo([role], permission, relation),
    ]);
    expect(answers).toEqual(Object.keys(standings).map((letter) => [letter, expected(permission, role, letter)]));
  });
});

describe("several roles", () => {
  it("permit what any of them permits, and the event names that one", () => {
    expect(permittedRoles(["auditor", "agency-officer", "agency-head"], "give-reply", "own")).toEqual(["agency-head"]);
  });

  it("permit nothing when there are none", () => {
    expect(commandNames.filter((name) => mayDo([], name, "own"))).toEqual([]);
  });
});
