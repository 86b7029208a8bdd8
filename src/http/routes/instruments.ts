/** Requests, recommendations and protests, from draft to close; each step is one command. */

import { z } from "zod";
import { done, type Outcome } from "../../base/outcome.ts";
import type { InstrumentId } from "../../base/ids.ts";
import { giveReply } from "../../domain/instruments/commands/answering.ts";
import { claimRemedy, verifyRemedy, withdrawClaim } from "../../domain/instruments/commands/remedying.ts";
import {
  answerReconsideration,
  askMinister,
  giveBindingAnswer,
  recordMinisterAnswer,
  reportDispute,
  requestReconsideration,
} from "../../domain/instruments/commands/disputing.ts";
import { discardDraft, draftInstrument } from "../../domain/instruments/commands/drafting.ts";
import { closeInstrument, reopenInstrument, withdrawInstrument } from "../../domain/instruments/commands/ending.ts";
import { importInstrument } from "../../domain/instruments/commands/importing.ts";
import { type IssueInput, issueInstrument } from "../../domain/instruments/commands/issuing.ts";
import { contestDay, receiveInstrument, serveInstrument } from "../../domain/instruments/commands/serving.ts";
import { id } from "../../domain/field.ts";
import { instrumentPage } from "../../service/reading/instrument-page.ts";
import { readerOf } from "../../service/streams/reader.ts";
import { checkSignature, signingTextOf } from "../../service/reading/signing.ts";
import { told } from "../denial.ts";
import { instrumentJson } from "../json/instrument-json.ts";
import { jsonReply } from "../json/answer-json.ts";
import { listing } from "../listing.ts";
import type { Problem } from "../problem.ts";
import { noQuery, pageQuery } from "../query.ts";
import { reading } from "../reading.ts";
import { recording, recordingAs } from "../recording.ts";
import { type Asked, type Asker, idIn, type Route } from "../route.ts";

const one = "/v1/instruments/:instrument";

const listQuery = z.strictObject({
  issuer: z.exactOptional(id<"office">()),
  addressee: z.exactOptional(id<"office">()),
  arbiter: z.exactOptional(id<"office">()),
  status: z.exactOptional(z.enum(["drafted", "discarded", "issued", "served", "received", "closed", "withdrawn"])),
  ...pageQuery,
});

const reads: readonly Route[] = [
  listing({
    path: "/v1/instruments",
    summary: [
      "Văn bản do một Viện kiểm sát ban hành, gửi một cơ quan, hoặc được báo cáo lên một cơ quan",
      "Instruments of a procuracy, to an office, or reported to one",
    ],
    permission: "read-instrument",
    query: listQuery,
    about: ({ issuer, addressee, arbiter }) => issuer ?? addressee ?? arbiter,
    // What is not yet handed over is the procuracy's own affair, in no list of the addressee.
    rows: async (query, { host }) => host.views.instruments({ ...query, handedOver: query.issuer === undefined }),
  }),
  reading({
    path: one,
    summary: [
      "Một văn bản: mục, ba trục của từng vi phạm, thời hạn của hai bên",
      "One instrument: items, three axes per finding, both sides' clocks",
    ],
    permission: "read-instrument",
    query: noQuery,
    answer: async (asked) => {
      const page = told(await instrumentPage(idIn<InstrumentId>(asked, "instrument"), asked.reader, asked.host));
      return page.ok ? done(jsonReply(instrumentJson(page.value), { version: page.value.version })) : page;
    },
  }),
  reading({
    path: `${one}/signing-text`,
    summary: [
      "Nội dung chuẩn để ký hôm nay, với giá trị và muối",
      "The canonical text to sign today, with values and salts",
    ],
    permission: "read-draft",
    query: noQuery,
    answer: async (asked) => {
      const text = told(await signingTextOf(idIn<InstrumentId>(asked, "instrument"), asked.reader, asked.host));
      return text.ok ? done(jsonReply(text.value)) : text;
    },
  }),
];

const issue = recordingAs<IssueInput, IssueInput>({
  path: `${one}/issue`,
  summary: ["Ký ban hành, cấp số", "Issue: the head signs, the number is given"],
  command: issueInstrument,
  body: issueInstrument.input,
  inputOf: withSignatureChecked,
});

async function withSignatureChecked(
  body: IssueInput,
  { identity, office }: Asker,
  { host }: Asked,
): Promise<Outcome<IssueInput, Problem>> {
  const reader = told(await readerOf(identity, office, host));
  if (!reader.ok) return reader;
  const checked = await checkSignature(body, reader.value, host);
  return done(checked === undefined ? body : { ...body, checked });
}

const steps: readonly Route[] = [
  recording({ path: "/v1/instruments", summary: ["Dự thảo văn bản", "Draft an instrument"], command: draftInstrument }),
  recording({
    path: "/v1/instruments/imports",
    summary: ["Nhập văn bản đã ban hành trước đây", "Import an instrument of the past"],
    command: importInstrument,
  }),
  recording({ path: `${one}/discard`, summary: ["Hủy dự thảo", "Discard a draft"], command: discardDraft }),
  issue,
  recording({ path: `${one}/serve`, summary: ["Tống đạt văn bản", "Serve it"], command: serveInstrument }),
  recording({ path: `${one}/receive`, summary: ["Nhận văn bản", "Receive it"], command: receiveInstrument }),
  recording({ path: `${one}/contests`, summary: ["Phản đối một ngày", "Contest a day"], command: contestDay }),
  recording({
    path: `${one}/replies`,
    summary: ["Trả lời từng vi phạm", "Reply, finding by finding"],
    command: giveReply,
  }),
  recording({
    path: `${one}/claims`,
    summary: ["Báo đã khắc phục, dẫn mục nhật ký", "Claim a remedy, with entries"],
    command: claimRemedy,
  }),
  recording({
    path: `${one}/claims/withdraw`,
    summary: ["Rút báo cáo khắc phục", "Withdraw a claim"],
    command: withdrawClaim,
  }),
  recording({
    path: `${one}/verifications`,
    summary: ["Kiểm chứng khắc phục", "Verify a remedy, or not"],
    command: verifyRemedy,
  }),
  recording({
    path: `${one}/reconsideration`,
    summary: ["Đề nghị xem xét lại", "Request reconsideration"],
    command: requestReconsideration,
  }),
  recording({
    path: `${one}/reconsideration/answer`,
    summary: ["Trả lời đề nghị xem xét lại", "Answer the request"],
    command: answerReconsideration,
  }),
  recording({
    path: `${one}/dispute`,
    summary: ["Báo cáo cơ quan quản lý", "Report the dispute"],
    command: reportDispute,
  }),
  recording({
    path: `${one}/dispute/answer`,
    summary: ["Trả lời có hiệu lực thi hành", "Give the binding answer"],
    command: giveBindingAnswer,
  }),
  recording({
    path: `${one}/dispute/minister`,
    summary: ["Yêu cầu Bộ trưởng xem xét lại", "Ask the Minister to re-examine"],
    command: askMinister,
  }),
  recording({
    path: `${one}/dispute/minister/answer`,
    summary: ["Ghi trả lời của Bộ trưởng", "Record the Minister's answer"],
    command: recordMinisterAnswer,
  }),
  recording({
    path: `${one}/withdraw`,
    summary: ["Rút văn bản hoặc một số vi phạm", "Withdraw it, or some findings"],
    command: withdrawInstrument,
  }),
  recording({ path: `${one}/close`, summary: ["Kết thúc", "Close it"], command: closeInstrument }),
  recording({ path: `${one}/reopen`, summary: ["Mở lại", "Reopen it"], command: reopenInstrument }),
];

export const instrumentRoutes: readonly Route[] = [...reads, ...steps];
