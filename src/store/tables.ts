/** The tables and views of db/*.sql as kysely sees them. A bigint column arrives as text, a date as "YYYY-MM-DD". */

import type { ColumnType, Generated } from "kysely";
import type { ObligationState } from "../law/detection/deadline.ts";
import type { Breach } from "../law/detection/detection.ts";

type Big = ColumnType<string, string | bigint, string | bigint>;

export interface Tables {
  stream: { name: string; version: number; at: string; state: string; folded: number; tag: Buffer };
  recording: { number: Big; scope: Buffer; digest: Buffer; status: number; tag: Buffer; at: Generated<Date> };
  loaded_stream: Tables["stream"] & { tail: Buffer[] };
  event: { id: Generated<string>; recording: Big; stream: string; version: number; body: Buffer };
  pending: { recording: Big; event: Big; since: Generated<Date> };
  leaf: { index: Big; event: Big; hash: Buffer };
  tile: { level: number; index: Big; hash: Buffer };
  checkpoint: {
    size: Big;
    start: Big;
    edge: Buffer;
    note: Buffer;
    number: Big;
    tag: Buffer;
    signed_at: Generated<Date>;
  };
  head: { one: Generated<boolean>; size: Big; hash: Buffer; edge: Buffer; checkpoints: Big; stopped: string | null };
  subject_key: { id: string; subject: string; wrapped: Buffer | null; recording: Big };
  committed_value: {
    commitment: Buffer;
    stream: string;
    path: string;
    class: "reference" | "personal";
    key: string;
    box: Buffer;
    recording: Big;
  };
  access_journal: {
    id: Generated<string>;
    at: Generated<Date>;
    person: string;
    office: string;
    page: string;
    streams: string[];
    fields: number[];
  };
  "view.login": { key: string; stream: string; person: string };
  "view.office": {
    key: string;
    stream: string;
    code: string;
    kind: string;
    opened_on: string;
    closed_on: string | null;
  };
  "view.intake": {
    key: string;
    stream: string;
    agency: string;
    court: string | null;
    opened_on: string;
    judgment: string | null;
  };
  "view.case_file": {
    key: string;
    stream: string;
    intake: string;
    agency: string;
    decided_on: string;
    ended_on: string | null;
    number: string | null;
  };
  "view.register": { key: string; stream: string; office: string; opened_on: string };
  "view.deadline": {
    key: string;
    stream: string;
    rule: string;
    version: string;
    weight: "violation" | "hint" | "none";
    owner: string;
    office: string;
    subject: string;
    started_by: string;
    started_on: string;
    start_source: string | null;
    start_recorded_late: number | null;
    due_on: string | null;
    met_on: string | null;
    met_source: string | null;
    met_recorded_late: number | null;
    ended_on: string | null;
    state: "open" | "met" | "excused" | "ended" | "forbidden";
    satisfied: boolean;
    day: string;
    provisional: boolean;
    judged: boolean;
  };
  "view.gone": {
    key: string;
    stream: string;
    rule: string;
    version: string;
    weight: "violation" | "hint";
    owner: string;
    office: string;
    subject: string;
    started_by: string;
    started_on: string;
    state: Breach;
    due_on: string | null;
    met_on: string | null;
    state_after: ObligationState | null;
    due_on_after: string | null;
    met_on_after: string | null;
    act: string;
    field: string;
    correction: number;
    corrected_on: string;
    day: string;
  };
  "view.finding": {
    key: string;
    stream: string;
    deadline: string;
    about: string;
    rule: string;
    version: string;
    office: string;
    procuracy: string;
    status: string;
    weight: "violation" | "hint";
    day: string;
    seriousness: string | null;
    instrument: string | null;
    made_on: string;
  };
  "view.instrument": {
    key: string;
    stream: string;
    kind: string;
    number: string | null;
    issuer: string;
    addressee: string;
    status: string;
    issued_on: string | null;
    received_on: string | null;
    replied_on: string | null;
    closed_on: string | null;
    findings: number;
    verified: number;
    handed_over: boolean;
    arbiter: string | null;
  };
}
