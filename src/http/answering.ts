/**
 * From a request to the answer of its route. What a request may cost grows with what is known of it: the token, the rate
 * limit, the permission, the headers, the body, and only then what the route asks of the database. Nothing is borrowed while
 * a body arrives.
 */

import { done, type Outcome, refused } from "../base/outcome.ts";
import { admit, admitAnybody, inShare } from "../service/admitting/admission.ts";
import { type Lender, lending } from "../service/lent-host.ts";
import { afterRecording } from "../service/recording/after-recording.ts";
import { lookingHost } from "../service/streams/look.ts";
import type { Host } from "../service/host.ts";
import type { Reader } from "../service/streams/reader.ts";
import { type Asker, identifyAsker } from "./asker.ts";
import { bodyType, linesType, readSent } from "./body.ts";
import { notAdmittedProblem } from "./denial.ts";
import { parseIfMatch } from "./etag.ts";
import { idempotencyKey } from "./idempotency.ts";
import type { Problem } from "./problem.ts";
import type { Reply } from "./reply.ts";
import type { CommandRoute, OpenRoute, ReadRoute, Route, RouteRequest } from "./route.ts";
import type { TokenVerifier } from "./token-verifier.ts";

export interface Answering extends Lender {
  readonly tokens: TokenVerifier;
  readonly request: Omit<RouteRequest, "host">;
}

type Answer = Outcome<Reply, Problem>;

export async function answerRoute(route: Route, answering: Answering): Promise<Answer> {
  if (isOpen(route)) return answerAnybody(route, answering);
  const asker = await identifyAsker(answering.request.raw.headers, answering.tokens);
  // A host is borrowed although nothing is asked of it: this answer, too, carries the edition and the newest checkpoint.
  if (!asker.ok) return lending(answering, async () => asker);
  return route.method === "get"
    ? answerReader(route, asker.value, answering)
    : answerRecorder(route, asker.value, answering);
}

function isOpen(route: Route): route is OpenRoute {
  return route.access.kind === "public";
}

async function answerAnybody(route: OpenRoute, answering: Answering): Promise<Answer> {
  return lending(answering, async (host) => {
    const admitted = admitAnybody({ address: route.path, seals: route.seals }, host);
    return admitted.ok ? route.answer({ ...answering.request, host }) : refused(notAdmittedProblem(admitted.refusal));
  });
}

async function answerReader(route: ReadRoute, asker: Asker, answering: Answering): Promise<Answer> {
  const permissions = route.access.kind === "read" ? [route.access.name] : [];
  return lending(answering, async (host) => {
    const answer = await inShare({ ...asker, of: "reads", host }, async () => {
      const reader = await admitted({ ...asker, does: "read", permissions }, host);
      if (!reader.ok) return reader;
      const looking = lookingHost(host, pageOf(answering));
      const shown = await route.answer({ ...answering.request, host: looking.host, asker, reader: reader.value });
      await looking.noteLooks();
      return shown;
    });
    return answer.ok ? answer.value : refused(notAdmittedProblem(answer.refusal));
  });
}

async function answerRecorder(route: CommandRoute, asker: Asker, answering: Answering): Promise<Answer> {
  const { request } = answering;
  const { headers } = request.raw;
  const type = bodyType(headers, Object.keys(route.commands));
  const command = type.ok ? route.commands[type.value] : undefined;
  const permissions = command === undefined ? route.access.names : [command];
  const reader = await lending(answering, async (host) => admitted({ ...asker, does: "record", permissions }, host));
  if (!reader.ok) return reader;
  const conditions = conditionsOf(headers);
  if (!conditions.ok) return conditions;
  if (!type.ok) return type;
  const record = async (): Promise<Answer> =>
    answerSent(route, { asker, type: type.value, ...conditions.value }, answering);
  if (type.value !== linesType) return record();
  const answer = await lending(answering, async (host) => inShare({ ...asker, of: "bulks", host }, record));
  return answer.ok ? answer.value : refused(notAdmittedProblem(answer.refusal));
}

interface Recording extends Conditions {
  readonly asker: Asker;
  /** The media type of the body. */
  readonly type: string;
}

async function answerSent(
  route: CommandRoute,
  { asker, type, ...conditions }: Recording,
  answering: Answering,
): Promise<Answer> {
  const { request } = answering;
  const sent = await readSent(request.raw, type);
  if (!sent.ok) return sent;
  return lending(answering, async (lent) => {
    const { host, noteLooks } = lookingHost(lent, pageOf(answering));
    const answer = await route.answer({ ...request, host, asker, ...conditions, sent: sent.value });
    // A command that is answered was recorded.
    await (answer.ok ? afterRecording(noteLooks) : noteLooks());
    return answer;
  });
}

/** What the access journal calls the request. */
function pageOf({ request: { raw, url } }: Answering): string {
  return `${raw.method} ${url.pathname}${url.search}`;
}

async function admitted(asking: Parameters<typeof admit>[0], host: Host): Promise<Outcome<Reader, Problem>> {
  const reader = await admit(asking, host);
  return reader.ok ? reader : refused(notAdmittedProblem(reader.refusal));
}

interface Conditions {
  readonly key: string;
  readonly version: number | undefined;
}

function conditionsOf(headers: Headers): Outcome<Conditions, Problem> {
  const key = idempotencyKey(headers);
  if (!key.ok) return key;
  const version = parseIfMatch(headers);
  return version.ok ? done({ key: key.value, version: version.value }) : version;
}
