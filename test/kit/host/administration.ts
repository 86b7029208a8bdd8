/** Administrators on a stage, as the founding names them, and what they do with a directory. */

import type { Id, OfficeId, PersonId } from "../../../src/base/ids.ts";
import type { Outcome } from "../../../src/base/outcome.ts";
import type { Acting, Command, NewEvent, States } from "../../../src/domain/command.ts";
import { lastingAdministrators } from "../../../src/domain/offices/changes/administrators.ts";
import type { ProposalId } from "../../../src/domain/offices/changes/change.ts";
import { changeCommands } from "../../../src/domain/offices/changes/commands.ts";
import { directoryId, type DirectoryState } from "../../../src/domain/offices/changes/directory-state.ts";
import { registerPerson } from "../../../src/domain/offices/commands.ts";
import { rolesAt } from "../../../src/domain/offices/person.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { reference } from "../../../src/domain/secret.ts";
import { Directory } from "./directory.ts";

type Decided = Outcome<readonly NewEvent[], Refusal>;
export type Proposal = NonNullable<DirectoryState["proposals"][number]>;

export class Administration extends Directory {
  /** They hold the role at the operator's office, without a last day. */
  readonly administrators: readonly PersonId[];

  constructor(today: string, administrators = 3) {
    super(today);
    this.administrators = Array.from({ length: administrators }, () => this.#administrator());
    for (const person of this.administrators)
      this.stage.given({
        kind: "directory",
        id: directoryId,
        event: { type: "administrators-named", data: { administrators: [person] } },
      });
  }

  /** The person acts for the office in the roles that the directory gives them there today. */
  actingAs(person: PersonId, office: OfficeId = this.operator): Acting {
    const state = this.stage.state("person", person);
    return { person, office, roles: state === undefined ? [] : rolesAt(state, office, this.stage.today) };
  }

  administrator(n: number): Acting {
    const person = this.administrators[n];
    if (person === undefined) throw new Error(`no administrator ${n}`);
    return this.actingAs(person);
  }

  run<Input>(command: Command<Input, CommandName>, body: object, by: Acting = this.administrator(0)): Decided {
    return this.stage.run(command, body, by);
  }

  register(by: Acting = this.administrator(0)): PersonId {
    const registered = this.askToRegister(by);
    if (registered === undefined) throw new Error("nobody was registered");
    return registered;
  }

  /** Registers a person, if this one may: whoever administers an office that was closed may not. */
  askToRegister(by: Acting): PersonId | undefined {
    const outcome = this.run(registerPerson, { name: "một người", login: this.stage.newId<Id<"login">>() }, by);
    const [event] = outcome.ok ? outcome.value : [];
    return event?.kind === "person" && event.event.type === "person-registered" ? event.event.data.person : undefined;
  }

  propose(change: object, by: Acting = this.administrator(0)): Decided {
    return this.run(changeCommands["propose-change"], { change }, by);
  }

  /** The proposal that was made last and is still in the list. */
  get lastProposal(): Proposal {
    const last = this.proposals.at(-1);
    if (last === undefined) throw new Error("nothing is proposed");
    return last;
  }

  get proposals(): readonly Proposal[] {
    return this.stage.state("directory", directoryId)?.proposals ?? [];
  }

  adopt({ proposal, digest }: Pick<Proposal, "proposal" | "digest">, by: Acting = this.administrator(1)): Decided {
    return this.run(changeCommands["adopt-change"], { proposal, digest }, by);
  }

  decide(how: "refuse-change" | "withdraw-change", proposal: ProposalId, by: Acting): Decided {
    return this.run(changeCommands[how], { proposal }, by);
  }

  /** Proposes and adopts; the outcome is that of the adoption, or the refusal to propose. */
  agree(change: object, [proposer, adopter] = [this.administrator(0), this.administrator(1)]): Decided {
    const proposed = this.propose(change, proposer);
    return proposed.ok ? this.adopt(this.lastProposal, adopter) : proposed;
  }

  get lasting(): readonly PersonId[] {
    const states: States = { of: (kind, id) => this.stage.state(kind, id) };
    return lastingAdministrators(states, this.stage.today);
  }

  #administrator(): PersonId {
    const { stage, operator: office } = this;
    const person = stage.newId<PersonId>();
    const registered = { person, name: reference("quản trị"), login: stage.newId<Id<"login">>() };
    stage.given({ kind: "person", id: person, event: { type: "person-registered", data: registered } });
    const data = { office, role: "directory-administrator", from: stage.today } as const;
    stage.given({ kind: "person", id: person, event: { type: "role-granted", data } });
    return person;
  }
}

/** The code of a refusal, or "ok". */
export function answerOf(outcome: Decided): string {
  return outcome.ok ? "ok" : outcome.refusal.code;
}
