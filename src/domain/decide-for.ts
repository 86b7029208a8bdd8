/** The one decision of a command. The command, its preview and the tests decide here, so they cannot differ. */

import { done, type Outcome, refused } from "../base/outcome.ts";
import { runWhole, type Sliced } from "../base/slices.ts";
import type { Acting, Command, Context, NewEvent, States } from "./command.ts";
import { editionStreams } from "./editions/adoption.ts";
import { lawRefusal, type ProgramLaw } from "./editions/law-status.ts";
import { type Role, type StreamName, streamName } from "./event.ts";
import { isClosed, relation, relationReads } from "./offices/jurisdiction.ts";
import { type CommandName, mayDoSomewhere, permittedRoles } from "./permission.ts";
import type { Refusal } from "./refusal.ts";

export interface DecidedFor {
  /** The role in which the person acts. */
  readonly role: Role;
  readonly events: readonly NewEvent[];
}

/** roleFor returns the role in which the person may give the command today; undefined when they may not, or for an unknown subject. */
export function roleFor<Input>(
  { command, input }: { readonly command: Command<Input, CommandName>; readonly input: Input },
  context: Pick<Context, "acting" | "states" | "today">,
): Role | undefined {
  return rolesFor({ command, input }, context)[0];
}

/** rolesFor returns the roles that each permit the command here: only these count in what it decides. */
function rolesFor<Input>(
  { command, input }: { readonly command: Command<Input, CommandName>; readonly input: Input },
  { acting, states, today }: Pick<Context, "acting" | "states" | "today">,
): readonly Role[] {
  if (isClosed(states, acting.office, today)) return [];
  const about = command.about(input, states);
  const standing = about === undefined ? "other" : relation(about, acting.office, { states, day: today });
  return permittedRoles(acting.roles, command.name, standing);
}

/** decideFor checks relation and role, decides, then checks the edition of the law, on the streams that `streamsRead` names. */
export function decideFor<Input>(
  command: Command<Input, CommandName>,
  input: Input,
  context: Context & { readonly law: ProgramLaw },
): Outcome<DecidedFor, Refusal> {
  return runWhole(decideForInSlices(command, input, context));
}

/** decideForInSlices is decideFor, and may pause where the command may. */
export function* decideForInSlices<Input>(
  command: Command<Input, CommandName>,
  input: Input,
  { law, ...given }: Context & { readonly law: ProgramLaw },
): Sliced<Outcome<DecidedFor, Refusal>> {
  const { acting, states, today } = given;
  // An office that is closed acts no more, not even on what is no office's affair.
  if (isClosed(states, acting.office, today)) return refused({ code: "not-permitted" });
  const roles = rolesFor({ command, input }, given);
  const [role] = roles;
  // An unknown subject has no office to stand in a relation to. A person who may give this command for some office learns
  // from `decide` what is missing; all others learn nothing.
  const isMissing = command.about(input, states) === undefined && mayDoSomewhere(acting.roles, command.name);
  if (role === undefined && !isMissing) return refused({ code: "not-permitted" });
  const context = { ...given, acting: { ...acting, roles } };
  const decision =
    command.decideInSlices === undefined
      ? command.decide(input, context)
      : yield* command.decideInSlices(input, context);
  if (!decision.ok) return decision;
  if (role === undefined) return refused({ code: "not-permitted" });
  const { events } = decision.value;
  const unlawful = lawRefusal(events, { command, states, law });
  return unlawful === undefined ? done({ role, events }) : refused(unlawful);
}

/**
 * streamsRead names the streams on which a command is decided: those of the acting person and office, those that say how
 * the office stands to the affair, and the command's own. `states` is what is loaded so far; call again until it names
 * nothing new.
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
