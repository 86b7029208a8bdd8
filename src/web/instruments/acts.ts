/** What can be done with an instrument, when, and by whose office: the screens offer an act only where it can be done. */

import { isOverturned } from "../../domain/instruments/dispute.ts";
import type { InstrumentState } from "../../domain/instruments/instrument.ts";
import { isSent } from "../../domain/instruments/instrument.ts";
import { mayReport } from "../../domain/instruments/reportable.ts";
import { isAllSettled } from "../../domain/instruments/settled.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { May } from "../frame/permitted.ts";

type Side = "issuer" | "addressee" | "arbiter" | "supreme";

interface InstrumentAct {
  readonly path: string;
  readonly title: string;
  readonly command: CommandName;
  readonly side: Side;
  readonly possible: (state: InstrumentState) => boolean;
}

const when =
  (...statuses: readonly InstrumentState["status"][]) =>
  (state: InstrumentState): boolean =>
    statuses.includes(state.status);

const disputed =
  (stage: string) =>
  (state: InstrumentState): boolean =>
    state.status === "received" && state.kind === "protest" && state.dispute.stage === stage;

const acts: readonly InstrumentAct[] = [
  { path: "sign", title: "Ký, ban hành", command: "issue-instrument", side: "issuer", possible: when("drafted") },
  { path: "discard", title: "Hủy dự thảo", command: "discard-draft", side: "issuer", possible: when("drafted") },
  { path: "serve", title: "Tống đạt", command: "serve-instrument", side: "issuer", possible: when("issued") },
  {
    path: "receive",
    title: "Ghi ngày nhận",
    command: "receive-instrument",
    side: "addressee",
    possible: isAwaitingReceipt,
  },
  { path: "reply", title: "Trả lời", command: "give-reply", side: "addressee", possible: when("received") },
  {
    path: "claim",
    title: "Báo đã khắc phục",
    command: "claim-correction",
    side: "addressee",
    possible: when("received"),
  },
  {
    path: "unclaim",
    title: "Rút báo cáo khắc phục",
    command: "withdraw-claim",
    side: "addressee",
    possible: hasClaims,
  },
  {
    path: "contest",
    title: "Phản đối một ngày",
    command: "contest-day",
    side: "addressee",
    possible: when("served", "received"),
  },
  {
    path: "reconsider",
    title: "Đề nghị xem xét lại",
    command: "request-reconsideration",
    side: "addressee",
    possible: disputed("none"),
  },
  {
    path: "report",
    title: "Báo cáo cấp trên",
    command: "report-dispute",
    side: "addressee",
    possible: (state) => state.status === "received" && mayReport(state),
  },
  { path: "verify", title: "Kiểm chứng khắc phục", command: "verify-correction", side: "issuer", possible: hasClaims },
  {
    path: "answer-reconsideration",
    title: "Trả lời đề nghị xem xét lại",
    command: "answer-reconsideration",
    side: "issuer",
    possible: disputed("requested"),
  },
  {
    path: "bind",
    title: "Trả lời có hiệu lực bắt buộc",
    command: "give-binding-answer",
    side: "arbiter",
    possible: disputed("reported"),
  },
  {
    path: "ask-minister",
    title: "Yêu cầu Bộ trưởng xem xét lại",
    command: "ask-minister",
    side: "supreme",
    possible: isOverturnedBelow,
  },
  {
    path: "minister-answer",
    title: "Ghi trả lời của Bộ trưởng",
    command: "record-minister-answer",
    side: "supreme",
    possible: disputed("minister-asked"),
  },
  {
    path: "close",
    title: "Kết thúc theo dõi",
    command: "close-instrument",
    side: "issuer",
    possible: (state) => state.status === "received" && isAllSettled(state),
  },
  {
    path: "withdraw",
    title: "Rút văn bản",
    command: "withdraw-instrument",
    side: "issuer",
    possible: when("issued", "served", "received"),
  },
  { path: "reopen", title: "Mở lại", command: "reopen-instrument", side: "issuer", possible: when("closed") },
];

export type Sides = Readonly<Record<Side, May>>;

export function actsOpenTo(state: InstrumentState, sides: Sides): readonly InstrumentAct[] {
  return acts.filter(({ possible, side, command }) => possible(state) && sides[side](command));
}

/** Through the system it is received when it is delivered: nothing is left to say. */
function isAwaitingReceipt(state: InstrumentState): boolean {
  return state.status === "served" && state.service.channel !== "system";
}

function isOverturnedBelow(state: InstrumentState): boolean {
  return state.status === "received" && state.dispute.stage === "bound" && isOverturned(state.dispute);
}

function hasClaims(state: InstrumentState): boolean {
  return (
    isSent(state) &&
    state.status === "received" &&
    Object.values(state.tracks).some((track) => track.remedy.status === "claimed")
  );
}
