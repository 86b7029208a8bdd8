/** Every event of instruments: drafted, issued, answered, disputed to the Minister, withdrawn, closed, imported. */

import type { FindingId, InstrumentId } from "../../../src/base/ids.ts";
import { giveReply } from "../../../src/domain/instruments/commands/answering.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "../../../src/domain/instruments/commands/disputing.ts";
import { discardDraft, draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import {
  closeInstrument,
  reopenInstrument,
  withdrawInstrument,
} from "../../../src/domain/instruments/commands/ending.ts";
import { importInstrument } from "../../../src/domain/instruments/commands/importing.ts";
import { issueInstrument } from "../../../src/domain/instruments/commands/issuing.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "../../../src/domain/instruments/commands/remedying.ts";
import { contestDay, receiveInstrument, serveInstrument } from "../../../src/domain/instruments/commands/serving.ts";
import { signedPayload } from "../../../src/domain/instruments/signing.ts";
import type { At } from "./pure-log.ts";
import { type Agency, idOf } from "./pure-province.ts";
import { Teller, shown } from "./teller.ts";

const signature = "eyJhbGciOiJFZERTQSJ9..c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtc2lnbmF0dXJl";

export class InstrumentTeller extends Teller {
  #draft(agency: Agency, findings: readonly FindingId[], more: object = {}): InstrumentId {
    const items = [{ findings, of: 7, demand: "Gửi đúng hạn" }];
    const body = { kind: "recommendation", addressee: agency.officer.office, items, body: "Chậm gửi", ...more };
    return idOf<InstrumentId>(this.does(draftInstrument, body, agency.procurator)[0]);
  }

  #issue(instrument: InstrumentId, chief: At): void {
    const { log } = this.province;
    const state = log.state("instrument", instrument);
    if (state === undefined) throw new Error("no such instrument");
    const held = log.state("person", chief.person)?.keys[0]?.key;
    const key = held ?? this.province.key(chief);
    const signed = { issuedOn: log.today };
    const checked = { key, signature, payload: signedPayload(state, signed) };
    this.does(issueInstrument, { instrument, ...signed, key, signature }, chief, { checked });
  }

  recommendation(agency: Agency): void {
    const { procurator, chief, officer, head } = agency;
    this.does(discardDraft, { instrument: this.#draft(agency, [this.found(agency, procurator)]) }, procurator);
    const withdrawn = this.#draft(agency, [this.found(agency, procurator)]);
    this.#issue(withdrawn, chief);
    this.does(withdrawInstrument, { instrument: withdrawn, reason: "superior-instruction" }, chief);
    const findings = [this.found(agency, procurator), this.found(agency, procurator)];
    const instrument = this.#draft(agency, findings);
    const [first, second] = findings;
    this.#issue(instrument, chief);
    this.does(serveInstrument, { instrument, channel: "system" }, procurator);
    this.does(contestDay, { instrument, day: "sentOn", stated: "2026-10-01", reason: "Sai ngày" }, officer);
    this.does(receiveInstrument, { instrument }, officer);
    this.does(giveReply, { instrument, answers: [{ findings, answer: "accepted" }] }, head);
    this.does(claimRemedy, { instrument, findings: [first], entries: [1] }, officer);
    this.does(withdrawClaim, { instrument, findings: [first] }, officer);
    this.does(claimRemedy, { instrument, findings: [first], entries: [1] }, head);
    const verification = { instrument, findings: [first], outcome: "confirmed", reason: "đã xem tại cơ quan" };
    this.does(verifyRemedy, verification, procurator);
    this.does(withdrawInstrument, { instrument, findings: [second], reason: "ground-gone" }, chief);
    this.does(closeInstrument, { instrument }, procurator);
    this.does(reopenInstrument, { instrument, reason: "repeated" }, procurator);
    const posted = this.#draft(agency, [this.found(agency, procurator)]);
    this.#issue(posted, chief);
    this.does(serveInstrument, { instrument: posted, channel: "post" }, procurator);
    this.does(receiveInstrument, { instrument: posted }, head);
    const reconsidered = this.#draft(agency, [this.found(agency, procurator, "serious")], {
      kind: "protest",
      groundOn: shown(this.province.log.today),
    });
    this.#issue(reconsidered, chief);
    this.does(serveInstrument, { instrument: reconsidered, channel: "system" }, procurator);
    this.does(receiveInstrument, { instrument: reconsidered }, officer);
    this.does(requestReconsideration, { instrument: reconsidered, reason: "xem lại" }, head);
    this.does(answerReconsideration, { instrument: reconsidered, outcome: "withdrawn" }, chief);
  }

  /** An imported protest that is withdrawn, and one that is disputed to the Minister. */
  importedProtest(): void {
    const { here, importer, supreme, supremeChief, ministry, management } = this.province;
    const { today } = this.province.log;
    const past = (finding: FindingId, number: string) => ({
      issuer: supreme,
      kind: "protest",
      number,
      issuedOn: today,
      addressee: here.officer.office,
      items: [{ findings: [finding], of: 3, demand: "Hủy" }],
      groundOn: today,
      body: "Kháng nghị",
      served: { channel: "post", sentOn: today },
      receivedOn: today,
    });
    const withdrawn = { on: today, reason: "superior-instruction" };
    const first = { ...past(this.found(here, supremeChief), "11/KN-VKSTC"), withdrawn };
    this.does(importInstrument, first, importer);
    const second = past(this.found(here, supremeChief), "12/KN-VKSTC");
    const instrument = idOf<InstrumentId>(this.does(importInstrument, second, importer)[0]);
    this.does(requestReconsideration, { instrument, reason: "xem lại" }, here.head);
    this.does(answerReconsideration, { instrument, outcome: "maintained" }, supremeChief);
    this.does(reportDispute, { instrument, to: ministry }, here.head);
    this.does(giveBindingAnswer, { instrument, outcome: "overturned" }, management);
    this.does(askMinister, { instrument }, supremeChief);
    this.does(recordMinisterAnswer, { instrument, outcome: "upheld" }, supremeChief);
  }
}
