/** What an audit found, a line each: the first hundred faults of each kind, how many more there are, what was not looked at. */

import type { FaultList } from "../../src/log/fault-list.ts";
import type { Findings } from "../../src/service/auditing/audit-fault.ts";
import type { BothTongues } from "../verify/both-tongues.ts";
import { databaseFaultWords, unseenWords } from "./words.ts";

export function foundLines({ faults, unseen }: Findings): readonly string[] {
  return [
    ...linesOf(faults, "SAI · WRONG", databaseFaultWords),
    ...linesOf(unseen, "CHƯA XEM · NOT LOOKED AT", unseenWords),
  ];
}

function linesOf<Code extends string>(
  list: FaultList<{ readonly code: Code; readonly at: string }>,
  verdict: string,
  words: Readonly<Record<Code, BothTongues>>,
): readonly string[] {
  const lines = list.listed.map(({ code, at }) => `${verdict} ${at}: ${words[code].join(" · ")} (${code})`);
  return [...lines, ...list.unlisted.map(({ code, more }) => `${verdict}: +${more} ${code}`)];
}
