/** People of the directory: their logins, roles and signing keys; and the person to whom a token belongs. */

import { z } from "zod";
import { done, refused } from "../../base/outcome.ts";
import type { PersonId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { directoryCommands } from "../../domain/offices/commands.ts";
import { typedLine, typedLineOf } from "../../domain/typed-input.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { loginId } from "../../service/streams/who.ts";
import { jsonReply } from "../json-reply.ts";
import { noQuery } from "../query.ts";
import { everyOffice, readingRoute } from "../reading-route.ts";
import { recordingRoute, recordingRouteFrom } from "../recording-route.ts";
import { idIn, type Route } from "../route.ts";

/** The address of an issuer (OpenID Connect Discovery §3); the pattern is for /openapi.json and takes the usual form only. */
const issuerUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .meta({ pattern: "^https?://(?:[a-z0-9]+[.-])*[a-z]+[0-9]*(?::[1-9][0-9]{1,3})?(?:/[A-Za-z0-9_-]+)*/?$" });

/**
 * The login is the issuer and subject of the person's token; the log keeps a keyed pseudonym of it. A subject has at most 255
 * characters (OpenID Connect Core §2); 200 hold any name and 500 the URL of any issuer.
 */
const registration = z.strictObject({
  name: typedLine,
  login: z.strictObject({ issuer: issuerUrl, subject: typedLineOf(255) }),
});

export const peopleRoutes: readonly Route[] = [
  readingRoute({
    path: "/v1/me",
    summary: ["Tôi là ai, làm cho cơ quan nào, vai trò gì hôm nay", "Who I am, for which office, in which roles today"],
    query: noQuery,
    answer: async ({ reader }) => done(jsonReply({ ...reader.acting, today: reader.today })),
  }),
  recordingRouteFrom({
    path: "/v1/people",
    summary: ["Đăng ký một người", "Register a person"],
    command: directoryCommands["register-person"],
    body: registration,
    inputOf: async ({ name, login }, { host }) => done({ name, login: await loginId(login, host) }),
  }),
  readingRoute({
    path: "/v1/people/:person",
    summary: ["Một người: vai trò và khóa ký, không có tên", "One person: roles and keys, without the name"],
    permission: "read-office-list",
    about: everyOffice,
    query: noQuery,
    answer: async (request) => {
      const { host } = request;
      const id = idIn<PersonId>(request, "person");
      const stream = streamName("person", id);
      const { states, streams } = await loadStates(() => [stream], host);
      const state = states.of("person", id);
      if (state === undefined) return refused({ code: "unknown-person" });
      return done(jsonReply(state, { version: streams.get(stream)?.version ?? 0 }));
    },
  }),
  recordingRoute({
    path: "/v1/people/:person/roles",
    summary: ["Cấp vai trò", "Grant a role"],
    command: directoryCommands["grant-role"],
  }),
  recordingRoute({
    path: "/v1/people/:person/roles/end",
    summary: ["Chấm dứt vai trò", "End a role"],
    command: directoryCommands["end-role"],
  }),
  recordingRoute({
    path: "/v1/people/:person/keys",
    summary: ["Đăng ký khóa ký", "Register a signing key"],
    command: directoryCommands["register-key"],
  }),
  recordingRoute({
    path: "/v1/people/:person/keys/:key/revoke",
    summary: ["Thu hồi khóa ký", "Revoke a signing key"],
    command: directoryCommands["revoke-key"],
  }),
];
