/** The acts of an administrator, each with its command. A form names persons, so it is shown only to who may send it. */

import { type CommandName, mayDo } from "../../domain/permission.ts";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { assignSupervisionPage, closeOfficePage, openOfficePage } from "./office-forms.tsx";
import { endRolePage, grantRolePage, registerKeyPage, registerPersonPage, revokeKeyPage } from "./person-forms.tsx";
import { adoptChangePage, refuseChangePage, withdrawChangePage } from "./proposals-page.tsx";
import { proposeKeyPage, proposeRolePage } from "./proposing-pages.tsx";

type Act = (c: ConsoleContext) => Promise<Response>;

const paths: readonly (readonly [path: string, command: CommandName, act: Act])[] = [
  ["/console/offices/open", "open-office", openOfficePage],
  ["/console/offices/:id/close", "close-office", closeOfficePage],
  ["/console/offices/:id/supervision", "assign-supervision", assignSupervisionPage],
  ["/console/people/register", "register-person", registerPersonPage],
  ["/console/people/:id/grant", "grant-role", grantRolePage],
  ["/console/people/:id/roles/:office/:role/end", "end-role", endRolePage],
  ["/console/people/:id/key", "register-key", registerKeyPage],
  ["/console/people/:id/keys/:key/revoke", "revoke-key", revokeKeyPage],
  ["/console/people/:id/propose-role", "propose-change", proposeRolePage],
  ["/console/people/:id/propose-key", "propose-change", proposeKeyPage],
  ["/console/proposals/:proposal/adopt", "adopt-change", adoptChangePage],
  ["/console/proposals/:proposal/refuse", "refuse-change", refuseChangePage],
  ["/console/proposals/:proposal/withdraw", "withdraw-change", withdrawChangePage],
];

export const administeringActs = paths.map(([path, command, act]) => ({ path, command, act: shownTo(command, act) }));

function shownTo(command: CommandName, act: Act): Act {
  return async (c) =>
    mayDo(c.var.visit.reader.acting.roles, command, "other") ? act(c) : showRefusal(c, { code: "not-permitted" });
}
