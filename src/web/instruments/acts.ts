/** The acts on an instrument, each with the side whose office may do it: a screen offers an act only when its command is possible. */

import { giveReply } from "../../domain/instruments/commands/answering.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "../../domain/instruments/commands/disputing.ts";
import { discardDraft } from "../../domain/instruments/commands/drafting.ts";
import { closeInstrument, reopenInstrument, withdrawInstrument } from "../../domain/instruments/commands/ending.ts";
import { issueInstrument } from "../../domain/instruments/commands/issuing.ts";
import type { InstrumentCommand } from "../../domain/instruments/commands/on-instrument.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "../../domain/instruments/commands/remedying.ts";
import { contestDay, receiveInstrument, serveInstrument } from "../../domain/instruments/commands/serving.ts";
import type { InstrumentState } from "../../domain/instruments/instrument.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { May } from "../frame/permitted.ts";

type Side = "issuer" | "addressee" | "arbiter" | "supreme";

interface InstrumentAct {
  readonly path: string;
  readonly title: string;
  readonly command: Pick<InstrumentCommand<never, CommandName>, "name" | "mayNow">;
  readonly side: Side;
}

const acts: readonly InstrumentAct[] = [
  { path: "sign", title: "Ký, ban hành", command: issueInstrument, side: "issuer" },
  { path: "discard", title: "Hủy dự thảo", command: discardDraft, side: "issuer" },
  { path: "serve", title: "Tống đạt", command: serveInstrument, side: "issuer" },
  { path: "receive", title: "Ghi ngày nhận", command: receiveInstrument, side: "addressee" },
  { path: "reply", title: "Trả lời", command: giveReply, side: "addressee" },
  { path: "claim", title: "Báo đã khắc phục", command: claimRemedy, side: "addressee" },
  { path: "unclaim", title: "Rút báo cáo khắc phục", command: withdrawClaim, side: "addressee" },
  { path: "contest", title: "Phản đối một ngày", command: contestDay, side: "addressee" },
  { path: "reconsider", title: "Đề nghị xem xét lại", command: requestReconsideration, side: "addressee" },
  { path: "report", title: "Báo cáo cấp trên", command: reportDispute, side: "addressee" },
  { path: "verify", title: "Kiểm chứng khắc phục", command: verifyRemedy, side: "issuer" },
  {
    path: "answer-reconsideration",
    title: "Trả lời đề nghị xem xét lại",
    command: answerReconsideration,
    side: "issuer",
  },
  { path: "bind", title: "Trả lời có hiệu lực bắt buộc", command: giveBindingAnswer, side: "arbiter" },
  { path: "ask-minister", title: "Yêu cầu Bộ trưởng xem xét lại", command: askMinister, side: "supreme" },
  { path: "minister-answer", title: "Ghi trả lời của Bộ trưởng", command: recordMinisterAnswer, side: "supreme" },
  { path: "close", title: "Kết thúc theo dõi", command: closeInstrument, side: "issuer" },
  { path: "withdraw", title: "Rút văn bản", command: withdrawInstrument, side: "issuer" },
  { path: "reopen", title: "Mở lại", command: reopenInstrument, side: "issuer" },
];

export type Sides = Readonly<Record<Side, May>>;

export function actsOpenTo(state: InstrumentState, sides: Sides): readonly InstrumentAct[] {
  return acts.filter(
    ({ command, side }) =>
      command.mayNow(state) && sides[side](command.name) && !(command === receiveInstrument && isDelivered(state)),
  );
}

/** An instrument that the system delivered is recorded as received when its page is shown, so the addressee has nothing left to do. */
function isDelivered(state: InstrumentState): boolean {
  return state.status === "served" && state.service.channel === "system";
}
