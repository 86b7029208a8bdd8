/**
 * A small province on a stage: its offices (directory.ts), cases with two debtors and two assets that were handled
 * late, findings, and instruments made of them.
 */

import {
  type ActId,
  type AssetId,
  type CaseId,
  type DecisionId,
  type FindingId,
  type Id,
  type InstrumentId,
  type IntakeId,
  type OfficeId,
  type PartyId,
  parseId,
} from "../../../src/base/ids.ts";
import type { Outcome } from "../../../src/base/outcome.ts";
import type { Acting, Command, NewEvent } from "../../../src/domain/command.ts";
import { code } from "../../../src/domain/field.ts";
import { assessSeriousness, confirmDetections } from "../../../src/domain/findings/commands.ts";
import type { Seriousness } from "../../../src/domain/findings/finding.ts";
import { findingId } from "../../../src/domain/findings/finding-id.ts";
import { draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import { issueInstrument } from "../../../src/domain/instruments/commands/issuing.ts";
import { signedPayload } from "../../../src/domain/instruments/signing.ts";
import type { CommandName } from "../../../src/domain/permission.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { Directory } from "./directory.ts";
import { day } from "./stage.ts";

export interface File {
  readonly about: { readonly kind: "case" | "intake" | "instrument"; readonly id: Id<"subject"> };
  readonly deadline: string;
}

export const signature = "eyJhbGciOiJFZERTQSJ9..c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtc2lnbmF0dXJl";

export class Province extends Directory {
  /** Opens a case whose enforcement decision reached the procuracy late, or never. */
  caseSentLate(decidedOn: string, receivedOn?: string, agency: OfficeId = this.agency): File {
    const { stage } = this;
    const caseId = stage.newId<CaseId>();
    const [act, decision] = [stage.newId<ActId>(), stage.newId<DecisionId>()];
    const parties = (["debtor", "debtor", "creditor"] as const).map((side) => ({
      party: stage.newId<PartyId>(),
      side,
      inPrison: false,
      addressUnknown: false,
    }));
    const assets = (["movable", "immovable"] as const).map((kind) => ({ asset: stage.newId<AssetId>(), kind }));
    const opened = {
      case: caseId,
      intake: stage.newId<IntakeId>(),
      agency,
      motion: "own-motion",
      interim: false,
      act,
      decision,
      decidedOn: document(decidedOn),
      parties,
      assets,
    } as const;
    stage.given({ kind: "case", id: caseId, event: { type: "case-opened", data: opened } });
    if (receivedOn !== undefined) this.#sent(caseId, decision, receivedOn);
    return { about: { kind: "case", id: subjectOf(caseId) }, deadline: `SEND_DECISION_VKS/${act}/${decision}` };
  }

  #sent(caseId: CaseId, decision: DecisionId, receivedOn: string): void {
    const subject = { kind: "decision", id: subjectOf(decision) } as const;
    const act = {
      act: this.stage.newId<ActId>(),
      type: "decision-sent-to-procuracy",
      subject,
      answers: [],
      traits: {},
    } as const;
    const data = { ...act, days: { receivedOn: document(receivedOn) } };
    this.stage.given({ kind: "case", id: caseId, event: { type: "act-recorded", data } });
  }

  /**
   * Opens a case whose first debtor was validly notified and whose conditions were not verified when the voluntary
   * period ended.
   */
  unverified(notifiedOn: string): File {
    const file = this.caseSentLate(notifiedOn, notifiedOn);
    const opened = this.stage.state("case", file.about.id);
    const debtor = opened?.parties[0]?.id ?? "";
    const answers = opened?.acts.slice(0, 1).map(({ id }) => id) ?? [];
    const act = this.stage.newId<ActId>();
    const subject = { kind: "party", id: subjectOf(debtor) } as const;
    const data = {
      act,
      type: "party-notified",
      subject,
      answers,
      traits: {},
      days: { happenedOn: document(notifiedOn) },
    } as const;
    this.stage.given({ kind: "case", id: file.about.id, event: { type: "act-recorded", data } });
    return { about: file.about, deadline: `VERIFY_FIRST/${act}/${debtor}` };
  }

  /** Opens an intake whose judgment reached the agency late after it took effect. */
  judgmentTransferredLate(effectiveOn: string, receivedOn: string): File {
    const intake = this.stage.newId<IntakeId>();
    const opened = {
      intake,
      agency: this.agency,
      court: this.court,
      motion: "own-motion",
      interim: false,
      openedOn: day(receivedOn),
    } as const;
    this.stage.given({ kind: "intake", id: intake, event: { type: "intake-opened", data: opened } });
    const subject = { kind: "intake", id: subjectOf(intake) } as const;
    const act = this.stage.newId<ActId>();
    const effective = {
      act,
      type: "judgment-effective",
      subject,
      answers: [],
      traits: {},
      days: { happenedOn: document(effectiveOn) },
    } as const;
    this.stage.given({ kind: "intake", id: intake, event: { type: "act-recorded", data: effective } });
    const sent = {
      act: this.stage.newId<ActId>(),
      type: "judgment-transferred",
      subject,
      answers: [],
      traits: {},
    } as const;
    const data = { ...sent, days: { receivedOn: document(receivedOn) } };
    this.stage.given({ kind: "intake", id: intake, event: { type: "act-recorded", data } });
    return { about: { kind: "intake", id: subject.id }, deadline: `COURT_TRANSFER_FINAL/${act}/${intake}` };
  }

  /** Records the notice that the enforcement of a case ended, as the procuracy received it. */
  ended(file: File, receivedOn: string): void {
    const subject = { kind: "case", id: file.about.id } as const;
    const data = {
      act: this.stage.newId<ActId>(),
      type: "end-notice-received",
      subject,
      answers: [],
      traits: {},
      days: { receivedOn: document(receivedOn) },
    } as const;
    this.stage.given({ kind: "case", id: file.about.id, event: { type: "act-recorded", data } });
  }

  /** Adds a second decision to a case, which came as late as the first. */
  secondDecision(file: File, decidedOn: string): File {
    const [act, decision] = [this.stage.newId<ActId>(), this.stage.newId<DecisionId>()];
    const subject = { kind: "decision", id: subjectOf(decision) } as const;
    const traits = { [code.parse("decision")]: code.parse("coercion") };
    const data = {
      act,
      type: "decision-issued",
      subject,
      answers: [],
      traits,
      days: { happenedOn: document(decidedOn) },
    } as const;
    this.stage.given({ kind: "case", id: file.about.id, event: { type: "act-recorded", data } });
    return { about: file.about, deadline: `SEND_DECISION_VKS/${act}/${decision}` };
  }

  confirmed(files: readonly File[], by: OfficeId = this.area): readonly FindingId[] {
    must(
      this.stage.run(
        confirmDetections,
        { detections: files.map((file) => ({ ...file, cited: "khoản 1" })) },
        this.procurator(by),
      ),
    );
    return files.map(({ about, deadline }) => findingId(about, deadline));
  }

  /** Confirms findings and assesses them. */
  findings(
    files: readonly File[],
    seriousness: Seriousness = "less-serious",
    by: OfficeId = this.area,
  ): readonly FindingId[] {
    const found = this.confirmed(files, by);
    for (const finding of found) must(this.stage.run(assessSeriousness, { finding, seriousness }, this.procurator(by)));
    return found;
  }

  draft(body: object, by: Acting = this.procurator()): InstrumentId {
    const decided = must(this.stage.run(draftInstrument, { addressee: this.agency, body: "văn bản", ...body }, by));
    return instrumentOf(decided);
  }

  /** The chief signs the instrument, and it gets the next number. */
  issue(instrument: InstrumentId): Outcome<readonly NewEvent[], Refusal> {
    const { stage } = this;
    const state = stage.state("instrument", instrument);
    if (state === undefined) throw new Error("no such instrument");
    const signed = { issuedOn: stage.today };
    const key = this.keyOf(state.issuer);
    const checked = { key, signature, payload: signedPayload(state, signed) };
    return stage.run(issueInstrument, { instrument, ...signed, key, signature }, this.chief(state.issuer), { checked });
  }

  /** Decides and records, or fails the test with the refusal. */
  does<Input>(command: Command<Input, CommandName>, body: unknown, by: Acting): readonly NewEvent[] {
    return must(this.stage.run(command, body, by));
  }
}

export function must<T>(outcome: Outcome<T, Refusal>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

export function instrumentOf(events: readonly NewEvent[]): InstrumentId {
  const found = events.find((event) => event.kind === "instrument")?.id;
  const instrument = parseId<InstrumentId>(found);
  if (instrument === undefined) throw new Error("nothing happened to an instrument");
  return instrument;
}

export function subjectOf(text: string): Id<"subject"> {
  const subject = parseId<Id<"subject">>(text);
  if (subject === undefined) throw new Error(`not an id: ${text}`);
  return subject;
}

export function document(text: string) {
  return { day: day(text), source: "document" } as const;
}
