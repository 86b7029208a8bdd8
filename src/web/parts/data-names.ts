/** What the ids in the data of events stand for, as people call it: files, findings, instruments, parties, acts, offices. */

import { type OfficeId, parseId } from "../../base/ids.ts";
import type { States } from "../../domain/command.ts";
import {
  type FileName,
  fileName,
  fileOfStream,
  type StreamName,
  streamId,
  streamKind,
  streamName,
} from "../../domain/event.ts";
import { Secret } from "../../domain/secret.ts";
import { actsOfFiles, type FileActs } from "../../service/reading/file-acts.ts";
import { placeholderNumber } from "../../service/reading/preview.ts";
import { loadStates } from "../../service/streams/load-states.ts";
import { namedOffices } from "../../service/streams/office-names.ts";
import { instrumentLabel } from "../words/instruments.ts";
import { namedActs } from "./act-name.ts";
import { fileLabel } from "./file-link.tsx";
import { type Called, calledIn, fileOf, findingName, type Looking } from "./finding-name.ts";
import { partNames } from "./subject-name.ts";

/** The name of each id that is known, and that the reader may be told. */
export type DataNames = ReadonlyMap<string, string>;

/** Items of a list that are named; a list of a thousand shows no more. */
export const itemsNamed = 5;

/** The kinds of stream that an id may be of, by the field that holds it. */
const streamsOfField: Readonly<Record<string, "finding" | "instrument" | "case" | "intake" | "register">> = {
  finding: "finding",
  findings: "finding",
  into: "finding",
  instrument: "instrument",
  case: "case",
  intake: "intake",
  register: "register",
};

const officeFields = ["agency", "court", "office", "procuracy", "issuer", "addressee", "to", "superior", "successor"];

interface Mentioned {
  readonly offices: Set<OfficeId>;
  readonly streams: Set<StreamName>;
}

/** namesIn names what these data mention; `streams` are those of their events. */
export async function namesIn(
  data: readonly unknown[],
  streams: readonly StreamName[],
  { reader, host }: Looking,
): Promise<DataNames> {
  const found: Mentioned = { offices: new Set(), streams: new Set(streams) };
  for (const each of data) mention(found, each, "");
  const wanted = (states: States): readonly StreamName[] => [...found.streams, ...filesBehind(found.streams, states)];
  const { states } = await loadStates(wanted, host);
  const all = [...new Set(wanted(states))];
  const called = await calledIn(all.filter(isFile), { reader, host });
  const acts = await actsOfFiles(all.flatMap((name) => fileOfStream(name) ?? []).filter(holdsActs), reader, host);
  return new Map([
    ...[...(await namedOffices([...found.offices], host))].map(([id, { name }]) => [id, name] as const),
    ...all.flatMap((name) => nameOf(name, states, called)),
    ...acts.flatMap(namesInFile),
  ]);
}

type Named = readonly (readonly [id: string, name: string])[];

function nameOf(stream: StreamName, states: States, called: Called): Named {
  const id = streamId(stream);
  const finding = streamKind(stream) === "finding" ? states.of("finding", id) : undefined;
  if (finding !== undefined) return [[id, findingName(finding.rule, finding, called)]];
  const instrument = streamKind(stream) === "instrument" ? states.of("instrument", id) : undefined;
  if (instrument !== undefined) return [[id, instrumentLabel(instrument)]];
  return called.numbers.has(stream) ? [[id, fileLabel(stream, called.numbers)]] : [];
}

function namesInFile({ file }: FileActs): Named {
  const parts = file.kind === "case" ? [...partNames(file.state)] : [];
  return [...parts, ...namedActs(file).map(({ act, name }) => [act.id, name] as const)];
}

function isFile(name: StreamName): boolean {
  return fileOfStream(name) !== undefined;
}

/** The acts on an instrument are events of its own, and none is mentioned by an id. */
function holdsActs({ kind }: FileName): boolean {
  return kind !== "instrument";
}

/** The files that the findings among these streams are about. */
function filesBehind(streams: ReadonlySet<StreamName>, states: States): readonly StreamName[] {
  return [...streams].flatMap((name) => {
    const state = streamKind(name) === "finding" ? states.of("finding", streamId(name)) : undefined;
    return state === undefined ? [] : [fileOf(state)];
  });
}

function mention(found: Mentioned, value: unknown, field: string): void {
  if (value instanceof Secret || value === null) return;
  if (typeof value === "string") mentionText(found, value, field);
  else if (Array.isArray(value)) for (const item of value.slice(0, itemsNamed)) mention(found, item, field);
  else if (typeof value === "object") {
    const file = fileName.safeParse(value).data;
    if (file !== undefined) found.streams.add(streamName(file.kind, file.id));
    for (const [name, inner] of Object.entries(value)) mention(found, inner, name);
  }
}

function mentionText({ offices, streams }: Mentioned, text: string, field: string): void {
  const id = placeholderNumber(text) === undefined ? parseId<OfficeId>(text) : undefined;
  if (id === undefined) return;
  const kind = streamsOfField[field];
  if (kind !== undefined) streams.add(streamName(kind, id));
  else if (officeFields.includes(field)) offices.add(id);
}
