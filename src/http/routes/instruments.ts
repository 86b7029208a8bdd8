/** Instruments (requests, recommendations, protests) from draft to close: each step is one command. */

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
import { given } from "../../base/given.ts";
import { id } from "../../domain/field.ts";
import { instrumentPage } from "../../service/reading/instrument-page.ts";
import { readerOf } from "../../service/streams/reader.ts";
import { checkSignature, signingTextOf } from "../../service/reading/signing.ts";
import { orProblem } from "../denial.ts";
import { instrumentJson } from "../json/instrument-json.ts";
import { jsonReply } from "../json-reply.ts";
import { listingRoute } from "../listing-route.ts";
import type { Problem } from "../problem.ts";
import { noQuery, pageQuery } from "../query.ts";
import { readingRoute } from "../reading-route.ts";
import { recordingRoute, recordingRouteFrom } from "../recording-route.ts";
import type { Asker } from "../asker.ts";
import { idIn, type Route, type RouteRequest } from "../route.ts";

const onePath = "/v1/instruments/:instrument";

const listQuery = z.strictObject({
  issuer: z.exactOptional(id<"office">()),
  addressee: z.exactOptional(id<"office">()),
  arbiter: z.exactOptional(id<"office">()),
  status: z.exactOptional(z.enum(["drafted", "discarded", "issued", "served", "received", "closed", "withdrawn"])),
  ...pageQuery,
});

const reads: readonly Route[] = [
  listingRoute({
    path: "/v1/instruments",
    summary: [
      "Văn bản do một Viện kiểm sát ban hành, gửi một cơ quan, hoặc được báo cáo lên một cơ quan",
      "Instruments of a procuracy, to an office, or reported to one",
    ],
    permission: "read-instrument",
    query: listQuery,
    about: ({ issuer, addressee, arbiter }) => issuer ?? addressee ?? arbiter,
    // An instrument that is not handed over yet is the procuracy's own affair: the addressee's lists leave it out.
    rows: async (query, { offices, host }) =>
      host.views.instruments({ ...query, ...anyOf(query, offices), handedOver: query.issuer === undefined }),
  }),
  readingRoute({
    path: onePath,
    summary: [
      "Một văn bản: mục, ba trục của từng vi phạm, thời hạn của hai bên",
      "One instrument: items, three axes per finding, both sides' clocks",
    ],
    permission: "read-instrument",
    query: noQuery,
    answer: async (request) => {
      const page = orProblem(
        await instrumentPage(idIn<InstrumentId>(request, "instrument"), request.reader, request.host),
      );
      return page.ok ? done(jsonReply(instrumentJson(page.value), { version: page.value.version })) : page;
    },
  }),
  readingRoute({
    path: `${onePath}/signing-text`,
    summary: [
      "Nội dung chuẩn để ký hôm nay, với giá trị và muối",
      "The canonical text to sign today, with values and salts",
    ],
    permission: "read-draft",
    query: noQuery,
    answer: async (request) => {
      const text = orProblem(
        await signingTextOf(idIn<InstrumentId>(request, "instrument"), request.reader, request.host),
      );
      return text.ok ? done(jsonReply(text.value)) : text;
    },
  }),
];

const issue = recordingRouteFrom({
  path: `${onePath}/issue`,
  summary: ["Ký ban hành, cấp số", "Issue: the head signs, the number is given"],
  command: issueInstrument,
  body: issueInstrument.input,
  inputOf: withSignatureChecked,
});

async function withSignatureChecked(
  body: IssueInput,
  { host }: RouteRequest,
  { identity, office }: Asker,
): Promise<Outcome<IssueInput, Problem>> {
  const reader = orProblem(await readerOf(identity, office, host));
  if (!reader.ok) return reader;
  const checked = await checkSignature(body, reader.value, host);
  return done(checked === undefined ? body : { ...body, checked });
}

const steps: readonly Route[] = [
  recordingRoute({
    path: "/v1/instruments",
    summary: ["Dự thảo văn bản", "Draft an instrument"],
    command: draftInstrument,
  }),
  recordingRoute({
    path: "/v1/instruments/imports",
    summary: ["Nhập văn bản đã ban hành trước đây", "Import an instrument of the past"],
    command: importInstrument,
  }),
  recordingRoute({ path: `${onePath}/discard`, summary: ["Hủy dự thảo", "Discard a draft"], command: discardDraft }),
  issue,
  recordingRoute({ path: `${onePath}/serve`, summary: ["Tống đạt văn bản", "Serve it"], command: serveInstrument }),
  recordingRoute({ path: `${onePath}/receive`, summary: ["Nhận văn bản", "Receive it"], command: receiveInstrument }),
  recordingRoute({ path: `${onePath}/contests`, summary: ["Phản đối một ngày", "Contest a day"], command: contestDay }),
  recordingRoute({
    path: `${onePath}/replies`,
    summary: ["Trả lời từng vi phạm", "Reply, finding by finding"],
    command: giveReply,
  }),
  recordingRoute({
    path: `${onePath}/claims`,
    summary: ["Báo đã khắc phục, dẫn mục nhật ký", "Claim a remedy, with entries"],
    command: claimRemedy,
  }),
  recordingRoute({
    path: `${onePath}/claims/withdraw`,
    summary: ["Rút báo cáo khắc phục", "Withdraw a claim"],
    command: withdrawClaim,
  }),
  recordingRoute({
    path: `${onePath}/verifications`,
    summary: ["Kiểm chứng khắc phục", "Verify a remedy, or not"],
    command: verifyRemedy,
  }),
  recordingRoute({
    path: `${onePath}/reconsideration`,
    summary: ["Đề nghị xem xét lại", "Request reconsideration"],
    command: requestReconsideration,
  }),
  recordingRoute({
    path: `${onePath}/reconsideration/answer`,
    summary: ["Trả lời đề nghị xem xét lại", "Answer the request"],
    command: answerReconsideration,
  }),
  recordingRoute({
    path: `${onePath}/dispute`,
    summary: ["Báo cáo cơ quan quản lý", "Report the dispute"],
    command: reportDispute,
  }),
  recordingRoute({
    path: `${onePath}/dispute/answer`,
    summary: ["Trả lời có hiệu lực thi hành", "Give the binding answer"],
    command: giveBindingAnswer,
  }),
  recordingRoute({
    path: `${onePath}/dispute/minister`,
    summary: ["Yêu cầu Bộ trưởng xem xét lại", "Ask the Minister to re-examine"],
    command: askMinister,
  }),
  recordingRoute({
    path: `${onePath}/dispute/minister/answer`,
    summary: ["Ghi trả lời của Bộ trưởng", "Record the Minister's answer"],
    command: recordMinisterAnswer,
  }),
  recordingRoute({
    path: `${onePath}/withdraw`,
    summary: ["Rút văn bản hoặc một số vi phạm", "Withdraw it, or some findings"],
    command: withdrawInstrument,
  }),
  recordingRoute({ path: `${onePath}/close`, summary: ["Kết thúc", "Close it"], command: closeInstrument }),
  recordingRoute({ path: `${onePath}/reopen`, summary: ["Mở lại", "Reopen it"], command: reopenInstrument }),
];

export const instrumentRoutes: readonly Route[] = [...reads, ...steps];

/** A list that names an office is already of that office alone. */
function anyOf(
  { issuer, addressee, arbiter }: z.infer<typeof listQuery>,
  offices: readonly string[] | undefined,
): { readonly offices?: readonly string[] } {
  return (issuer ?? addressee ?? arbiter) === undefined ? given({ offices }) : {};
}
