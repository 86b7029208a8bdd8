/** Offices of the directory: their names, which are public, and who supervises them from which day on. */

import { done, refused } from "../../base/outcome.ts";
import type { OfficeId } from "../../base/ids.ts";
import { directoryCommands } from "../../domain/offices/commands.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { jsonReply } from "../json-reply.ts";
import { noQuery } from "../query.ts";
import { everyOffice, readingRoute } from "../reading-route.ts";
import { recordingRoute } from "../recording-route.ts";
import { idIn, type Route } from "../route.ts";

export const officeRoutes: readonly Route[] = [
  recordingRoute({
    path: "/v1/offices",
    summary: ["Lập một cơ quan", "Open an office"],
    command: directoryCommands["open-office"],
  }),
  readingRoute({
    path: "/v1/offices",
    summary: ["Các cơ quan", "All offices"],
    permission: "read-office-list",
    about: everyOffice,
    query: noQuery,
    answer: async ({ reader, host }) => {
      return done(jsonReply({ asOf: reader.today, items: await host.views.offices() }));
    },
  }),
  readingRoute({
    path: "/v1/offices/:office",
    summary: ["Một cơ quan: tên, cấp trên, Viện kiểm sát có thẩm quyền", "One office: name, superior, procuracies"],
    permission: "read-office-list",
    about: everyOffice,
    query: noQuery,
    answer: async (request) => {
      const { host } = request;
      const id = idIn<OfficeId>(request, "office");
      const office = (await namedOffices([id], host)).get(id);
      if (office === undefined) return refused({ code: "unknown-office" });
      return done(jsonReply({ ...office.state, name: { ...office.state.name, value: office.name } }));
    },
  }),
  recordingRoute({
    path: "/v1/offices/:office/close",
    summary: ["Kết thúc một cơ quan, có cơ quan kế thừa", "Close an office, with its successor"],
    command: directoryCommands["close-office"],
  }),
  recordingRoute({
    path: "/v1/offices/:office/supervision",
    summary: ["Giao Viện kiểm sát có thẩm quyền", "Assign the competent procuracy"],
    command: directoryCommands["assign-supervision"],
  }),
];
