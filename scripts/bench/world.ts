/**
 * What the bench measures: the host as src/server.ts makes it, with an agency whose files the commands act on. The rate
 * limit is off, and the signer's memory is the database's, since the network to another machine's S3 is not what is
 * measured.
 */

import { z } from "zod";
import { bytesToBase64 } from "../../src/base/bytes.ts";
import { type Day, dayOf } from "../../src/base/day.ts";
import type { CaseId, OfficeId, PartyId } from "../../src/base/ids.ts";
import { emptyCache, makePorts, readKeys, sharedHost } from "../../src/assemble.ts";
import { grantRole, openOffice, registerPerson } from "../../src/domain/offices/commands.ts";
import { recordBulk } from "../../src/domain/files/bulk.ts";
import { id } from "../../src/domain/field.ts";
import { parseEnv } from "../../src/env.ts";
import { foundDirectory } from "../../src/service/recording/founding.ts";
import type { Host, ProcessCache } from "../../src/service/host.ts";
import type { EventInLog } from "../../src/service/recording/recorded-events.ts";
import { RateLimiter } from "../../src/service/admitting/rate-limiter.ts";
import { loginId, type TokenIdentity } from "../../src/service/streams/who.ts";
import { openPool } from "../../src/store/postgres.ts";
import { idIn, DemoActors } from "../demo/actors.ts";
import { administratorsOf, agree } from "../demo/two-administrators.ts";
import { makeLogKey } from "../start/log-key.ts";
import { bulkLines } from "./files.ts";

export const issuer = "http://issuer.bench";
export const officer: TokenIdentity = { issuer, subject: "officer" };

/** The size of the pool that reads, as in src/server.ts; the competitors have as many. */
export const connections = 32;

/** A case, and the debtor whom the next act is about. */
interface Target {
  readonly on: CaseId;
  readonly debtor: PartyId;
}

export interface World {
  readonly host: Host;
  readonly today: Day;
  readonly agency: OfficeId;
  readonly targets: readonly Target[];
  readonly end: () => Promise<void>;
}

class NoLimit extends RateLimiter {
  override take(): number {
    return 0;
  }
}

/** The addresses of the database for the server's two roles. */
export interface ServerUrls {
  readonly appUrl: string;
  readonly sealerUrl: string;
}

export async function openWorld(urls: ServerUrls, files: number): Promise<World> {
  const { host, end } = await openHost(urls);
  const actors = new DemoActors(host, issuer, () => undefined);
  const today = dayOf((await host.load([])).now);
  const agency = await settleAgency(actors, today);
  const targets: Target[] = [];
  while (targets.length < files) {
    const input = bulkLines({ agency, today, files: Math.min(2000, files - targets.length) });
    targets.push(...targetsIn(await actors.act(officer.subject, { command: recordBulk, input })));
  }
  return { host, today, agency, targets, end };
}

async function openHost({ appUrl, sealerUrl }: ServerUrls): Promise<Pick<World, "host" | "end">> {
  const env = parseEnv({
    ...(await makeLogKey("localhost/minh-chung-bench")),
    SECRET_KEY: bytesToBase64(crypto.getRandomValues(new Uint8Array(32))),
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URL: `${issuer}/jwks.json`,
    SIGNER_MEMORY: "database",
  });
  const pools = [openPool(appUrl, connections), openPool(sealerUrl, connections / 2), openPool(sealerUrl, 4)] as const;
  const [reading, recording, sealing] = pools;
  const cache: ProcessCache = { ...emptyCache(), rateLimiter: new NoLimit() };
  const databases = { reading: reading.database, recording: recording.database, sealing: sealing.database };
  const host = sharedHost(makePorts(await readKeys(env), databases), cache);
  return { host, end: async () => void (await Promise.all(pools.map(async (pool) => pool.end()))) };
}

async function settleAgency(actors: DemoActors, today: Day): Promise<OfficeId> {
  const operator = { code: "van-hanh", name: "Đơn vị vận hành" };
  await foundDirectory({ operator, administrators: administratorsOf(issuer) }, actors.host);
  const since = "2020-01-01";
  const open = async (kind: string, name: string): Promise<OfficeId> => {
    const input = { code: kind, kind, name, openedOn: since };
    return idIn(await actors.act("administrator", { command: openOffice, input }), "office-opened", "office");
  };
  const procuracy = await open("area-procuracy", "Viện kiểm sát nhân dân khu vực");
  const agency = await open("enforcement-agency", "Cơ quan thi hành án dân sự");
  const supervision = { office: agency, procuracy, from: since };
  await agree(actors, { do: "assign-supervision", ...supervision });
  const registered = { name: "Thư ký thi hành án", login: await loginId(officer, actors.host) };
  const events = await actors.act("administrator", { command: registerPerson, input: registered });
  const person = idIn(events, "person-registered", "person");
  const post = { person, office: agency, role: "agency-officer", from: today };
  await actors.act("administrator", { command: grantRole, input: post });
  return agency;
}

function targetsIn(events: readonly EventInLog[]): readonly Target[] {
  return events
    .filter(({ type }) => type === "case-opened")
    .map((event) => ({ on: idIn<CaseId>([event], "case-opened", "case"), debtor: firstParty(event) }));
}

const withParties = z.object({ parties: z.array(z.object({ party: id<"party">() })).min(1) });

function firstParty({ data }: EventInLog): PartyId {
  const [first] = withParties.parse(data).parties;
  if (first === undefined) throw new Error("a case without parties");
  return first.party;
}
