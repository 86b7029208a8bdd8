/**
 * The page of an instrument: its items with n of N, the three axes of each finding, both sides' clocks with their
 * reasons, and the acts possible now. When it is first shown to the addressee, their receipt is recorded.
 */

import { type InstrumentId, type OfficeId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { receiveInstrument } from "../../domain/instruments/commands/serving.ts";
import { arbiterOf } from "../../domain/instruments/dispute.ts";
import { type InstrumentState, isSent } from "../../domain/instruments/instrument.ts";
import { handle } from "../../service/recording/handle.ts";
import { type History, historyOf } from "../../service/reading/history.ts";
import { sidesOf } from "../../domain/instruments/sides.ts";
import { type InstrumentPage, instrumentPage } from "../../service/reading/instrument-page.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { bodyOf } from "../form/act-form.tsx";
import { Pages, pageOf } from "../parts/pager.tsx";
import { mayWith } from "../frame/permitted.ts";
import { showPage, showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentLabel } from "../words/instruments.ts";
import { actsOpenTo, type Sides } from "./acts.ts";
import { Clocks } from "./clocks.tsx";
import { findingsIn, nameFindings } from "./finding-names.ts";
import { Course } from "./course.tsx";
import { Summary } from "./summary.tsx";
import { fileOf } from "../parts/finding-name.ts";
import { evidenceIn } from "./evidence-words.tsx";
import { Tracks } from "./tracks.tsx";

/** Entries of the latest claims that are described; the files behind each are read. */
const entriesDescribed = 200;
const findingsOnPage = 60;

export async function showInstrument(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<InstrumentId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-instrument" });
  const first = await instrumentPage(id, reader, host);
  if (!first.ok) return showRefusal(c, first.refusal);
  const sides = await sidesFor(first.value.state, c);
  const read = (await receiveWhenShown(first.value.state, sides, c)) ? await instrumentPage(id, reader, host) : first;
  if (!read.ok) return showRefusal(c, read.refusal);
  const { state } = read.value;
  const history = await historyOf({ stream: streamName("instrument", id), abouts: sidesOf(state) }, reader, host);
  const names = await namedOffices(officesIn(state), host);
  const { rows, ...pages } = pageOf(findingsIn(read.value), c.req.query("findings"), findingsOnPage);
  const claimed = isSent(state) ? state.claims.flatMap(({ entries }) => entries) : [];
  const findings = {
    ...pages,
    named: await nameFindings(rows, c.var.visit),
    evidence: await evidenceIn(claimed.slice(-entriesDescribed), c.var.visit),
    files: new Map(findingsIn(read.value).flatMap(({ id, state }) => (state ? [[id, fileOf(state)] as const] : []))),
  };
  return showPage(c, {
    title: instrumentLabel(state),
    children: <Parts c={c} page={read.value} sides={sides} names={names} findings={findings} history={history} />,
  });
}

function officesIn(state: InstrumentState): readonly OfficeId[] {
  const arbiter = arbiterIn(state);
  return [state.issuer, state.addressee, ...(arbiter === undefined ? [] : [arbiter])];
}

function arbiterIn(state: InstrumentState): OfficeId | undefined {
  return isSent(state) ? arbiterOf(state.dispute) : undefined;
}

async function sidesFor(state: InstrumentState, c: ConsoleContext): Promise<Sides> {
  const { reader, host } = c.var.visit;
  const arbiter = arbiterIn(state);
  const own = reader.acting.office;
  const isSupreme = (await namedOffices([own], host)).get(own)?.state.kind === "supreme-procuracy";
  const issuer = await mayWith(state.issuer, c.var.visit);
  return {
    issuer,
    supreme: isSupreme ? issuer : () => false,
    addressee: await mayWith(state.addressee, c.var.visit),
    arbiter: arbiter === undefined ? () => false : await mayWith(arbiter, c.var.visit),
  };
}

/**
 * receiveWhenShown records the receipt of an instrument that was delivered through the system. The showing is the act,
 * because the day of delivery is not typed by anybody (src/README.md#whose-word-a-day-is). Shown again, the same
 * idempotency key records nothing more.
 */
async function receiveWhenShown(state: InstrumentState, { addressee }: Sides, c: ConsoleContext): Promise<boolean> {
  if (state.status !== "served" || state.service.channel !== "system" || !addressee("receive-instrument")) return false;
  const { identity, office, host } = c.var.visit;
  const input = { instrument: state.instrument };
  const recorded = await handle(
    { identity, office, command: receiveInstrument, input, key: `shown-${state.instrument}`, body: bodyOf(input) },
    host,
  );
  return recorded.ok;
}

interface PartsOf {
  readonly c: ConsoleContext;
  readonly page: InstrumentPage;
  readonly sides: Sides;
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
  readonly findings: Pick<Parameters<typeof Tracks>[0], "named" | "evidence" | "files"> & {
    readonly page: number;
    readonly pages: number;
  };
  readonly history: History;
}

function Parts({ c, page, sides, names, findings, history }: PartsOf) {
  const { state, opened, obligations } = page;
  const path = `/console/instruments/${state.instrument}`;
  const open = actsOpenTo(state, sides);
  return (
    <>
      <p class="actions">
        <a class="button" href={`${path}/print`}>
          Xem bản in A4
        </a>
      </p>
      <Summary state={state} names={names} opened={opened} />
      {open.length === 0 ? undefined : (
        <nav aria-label="Việc có thể làm">
          <h2>Việc có thể làm</h2>
          <ul>
            {open.map((act) => (
              <li>
                <a href={`${path}/${act.path}`}>{act.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Clocks obligations={obligations} state={state} today={c.var.visit.reader.today} />
      <Tracks state={state} opened={opened} {...findings} />
      <Pages path={path} name="findings" page={findings.page} pages={findings.pages} what="vi phạm" />
      <Course history={history} names={names} />
    </>
  );
}
