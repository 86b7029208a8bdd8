/** The rule of each change: which streams it looks at, why it is refused, and which event it makes. */

import type { Context, NewEvent, States } from "../../command.ts";
import type { StreamName } from "../../event.ts";
import type { Refusal } from "../../refusal.ts";
import { supervisionAssigned, supervisionReads, supervisionRefusal } from "../assigning-supervision.ts";
import { closingReads, closingRefusal, officeClosed } from "../closing-office.ts";
import type { ByWhom } from "../by-whom.ts";
import type { Administering } from "../directory-states.ts";
import { grantReads, grantRefusal, roleGranted } from "../granting.ts";
import { keyReads, keyRefusal, keyRegistered } from "../registering-key.ts";
import type { AskedChange, ProposedChange } from "./change.ts";

export function changeReads(change: AskedChange | ProposedChange, states: States): readonly StreamName[] {
  switch (change.do) {
    case "grant-role":
      return grantReads(change);
    case "register-key":
      return keyReads(change);
    case "assign-supervision":
      return supervisionReads(change);
    case "close-office":
      return closingReads(change, states);
  }
}

export function changeRefusal(change: AskedChange | ProposedChange, context: Administering): Refusal | undefined {
  switch (change.do) {
    case "grant-role":
      return grantRefusal({ ...change, from: change.from ?? context.today }, context);
    case "register-key":
      return keyRefusal(change, context);
    case "assign-supervision":
      return supervisionRefusal(change, context);
    case "close-office":
      return closingRefusal(change, context);
  }
}

/** changeMade drops what only the proposal says: the login and the keys that go with a grant. */
export function changeMade(change: ProposedChange, given: ByWhom, context: Pick<Context, "today" | "newId">): NewEvent {
  switch (change.do) {
    case "grant-role": {
      const { do: _, login: __, keys: ___, ...grant } = change;
      return roleGranted({ ...grant, from: grant.from ?? context.today }, given);
    }
    case "register-key":
      return keyRegistered(change, given, context);
    case "assign-supervision": {
      const { do: _, ...assignment } = change;
      return supervisionAssigned(assignment, given);
    }
    case "close-office": {
      const { do: _, ...closing } = change;
      return officeClosed(closing, given);
    }
  }
}
