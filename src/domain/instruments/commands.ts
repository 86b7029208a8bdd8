/** Every command on instruments. */

import { giveReply } from "./commands/answering.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "./commands/remedying.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "./commands/disputing.ts";
import { discardDraft, draftInstrument } from "./commands/drafting.ts";
import { closeInstrument, reopenInstrument, withdrawInstrument } from "./commands/ending.ts";
import { importInstrument } from "./commands/importing.ts";
import { issueInstrument } from "./commands/issuing.ts";
import { contestDay, receiveInstrument, serveInstrument } from "./commands/serving.ts";

export const instrumentCommands = [
  draftInstrument,
  discardDraft,
  issueInstrument,
  importInstrument,
  serveInstrument,
  receiveInstrument,
  contestDay,
  giveReply,
  claimRemedy,
  withdrawClaim,
  verifyRemedy,
  requestReconsideration,
  answerReconsideration,
  reportDispute,
  giveBindingAnswer,
  askMinister,
  recordMinisterAnswer,
  withdrawInstrument,
  closeInstrument,
  reopenInstrument,
] as const;
