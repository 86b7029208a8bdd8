/**
 * The one decision of a command, for whoever acts: may they, what does it record, may this program record it. The command
 * itself, its preview and the tests all decide here, so they cannot differ.
 */

import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Acting, Command, Context, NewEvent, States } from "./command.ts";
import { editionStreams } from "./editions/adoption.ts";
import { lawRefusal, type ProgramLaw } from "./editions/law-status.ts";
import { type Role, type StreamName, streamName } from "./event.ts";
import { relation, relationReads } from "./offices/jurisdiction.ts";
import { type CommandName, mayDoSomewhere, permittedRole } from "./permission.ts";
import type { Refusal } from "./refusal.ts";

export interface DecidedFor {
  /** The role in which they act. */
  readonly role: Role;
  readonly events: readonly NewEvent[];
}

/** Decides on the streams that `streamsRead` names: relation, role, decision, edition of the law, in this order. */
export function decideFor<Input>(
  command: Command<Input, CommandName>,
  input: Input,
  { law, ...context }: Context & { readonly law: ProgramLaw },
): Outcome<DecidedFor, Refusal> {
  const { acting, states, today } = context;
  const about = command.about(input, states);
  const standing = about === undefined ? "other" : relation(about, acting.office, { states, day: today });
  const role = permittedRole(acting.roles, command.name, standing);
  // An unknown subject has no office to stand in a relation to: whoever may run this command for some office is told by
  // `decide` what is missing. All others learn nothing of it.
  const isMissing = about === undefined && mayDoSomewhere(acting.roles, command.name);
  if (role === undefined && !isMissing) return refused({ code: "not-permitted" });
  const decision = command.decide(input, context);
  if (!decision.ok) return decision;
  if (role === undefined) return refused({ code: "not-permitted" });
  const { events } = decision.value;
  const unlawful = lawRefusal(events, { command, states, law });
  return unlawful === undefined ? done({ role, events }) : refused(unlawful);
}

/**
 * Names the streams on which a command is decided: those of the person and the office that act, those that say how the
 * office stands to the affair, the command's own. `states` is what is loaded so far; ask again until nothing new is named.
 */
export function streamsRead<Input>(
  { command, input }: { readonly command: Command<Input, CommandName>; readonly input: Input },
  acting: Acting,
  states: States,
): readonly StreamName[] {
  const about = command.about(input, states);
  const offices = about === undefined ? [] : relationReads(about, acting.office, states);
  const own = [streamName("person", acting.person), streamName("office", acting.office)];
  const law = command.appliesLaw === true ? editionStreams : [];
  return [...new Set([...own, ...offices, ...law, ...command.reads(input, states, acting)])];
}
