/** Who may do what in the directory, and the changes that it takes two administrators to make. */

import { done } from "../../base/outcome.ts";
import { changeCommands } from "../../domain/offices/changes/commands.ts";
import {
  directoryId,
  directoryStream,
  expiresOn,
  openProposals,
} from "../../domain/offices/changes/directory-state.ts";
import { rightsOfPeople } from "../../service/reading/rights.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { jsonReply } from "../json-reply.ts";
import { listingRoute } from "../listing-route.ts";
import { noQuery, pageQuery } from "../query.ts";
import { everyOffice, readingRoute } from "../reading-route.ts";
import { recordingRoute } from "../recording-route.ts";
import type { Route } from "../route.ts";
import { z } from "zod";

export const directoryRoutes: readonly Route[] = [
  listingRoute({
    path: "/v1/directory/rights",
    summary: [
      "Ai được làm gì, do ai cấp: họ tên, vai trò, cơ quan, ngày, mục nhật ký; mỗi lần xem được ghi sổ truy cập",
      "Who may do what, given by whom: names, roles, offices, days, entries; each look is journalled",
    ],
    permission: "read-rights",
    query: z.strictObject(pageQuery),
    about: everyOffice,
    rows: async (query, { reader, host }) => rightsOfPeople(query, reader, host),
  }),
  readingRoute({
    path: "/v1/directory/proposals",
    summary: ["Các đề nghị thay đổi danh bạ đang mở", "The open proposals to change the directory"],
    permission: "read-rights",
    about: everyOffice,
    query: noQuery,
    answer: async ({ reader, host }) => {
      const { states, streams } = await loadStates(() => [directoryStream], host);
      const open = openProposals(states.of("directory", directoryId), reader.today);
      const items = open.map((proposal) => ({ ...proposal, expiresOn: expiresOn(proposal) }));
      const version = streams.get(directoryStream)?.version;
      return done(jsonReply({ asOf: reader.today, items }, version === undefined ? {} : { version }));
    },
  }),
  recordingRoute({
    path: "/v1/directory/proposals",
    summary: [
      "Đề nghị thay đổi danh bạ cần hai quản trị: vai trò, khóa ký, quyền kiểm sát từ ngày đã qua, giải thể từ ngày đã qua",
      "Propose a change that takes two administrators: a role, a key, supervision or a closing from a past day",
    ],
    command: changeCommands["propose-change"],
  }),
  recordingRoute({
    path: "/v1/directory/proposals/:proposal/adopt",
    summary: ["Thông qua đề nghị của quản trị danh bạ khác", "Adopt what another administrator proposed"],
    command: changeCommands["adopt-change"],
  }),
  recordingRoute({
    path: "/v1/directory/proposals/:proposal/refuse",
    summary: ["Bác đề nghị của quản trị danh bạ khác", "Refuse what another administrator proposed"],
    command: changeCommands["refuse-change"],
  }),
  recordingRoute({
    path: "/v1/directory/proposals/:proposal/withdraw",
    summary: ["Rút đề nghị của mình", "Withdraw one's own proposal"],
    command: changeCommands["withdraw-change"],
  }),
];
