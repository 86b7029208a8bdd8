/** The lists of an office's instruments: those it issued, those it was sent, those reported to it; or those that wait for a step. */

import { given } from "../../base/given.ts";
import { done, refused } from "../../base/outcome.ts";
import type { Host } from "../host.ts";
import { readableOffices } from "../reading/supervised.ts";
import { mayRead, type Reader } from "../streams/reader.ts";
import type { DayOrder, InstrumentQuery, InstrumentRow, InstrumentStep } from "../views.ts";
import { dayCursor, type OpenList, pageEnding } from "./listed.ts";

type Which = Omit<InstrumentQuery, "after" | "limit" | "order">;

export function instrumentList(step: InstrumentStep | undefined, order: DayOrder = "latest"): OpenList<InstrumentRow> {
  return async (reader, host) => {
    if (!(await mayRead(reader, "read-instrument", reader.acting.office, host)))
      return refused({ code: "not-permitted" });
    const parts = step === undefined ? await partsFor(reader, host) : [waitingFor(step, reader)];
    return done({
      page: async (after, most) => {
        const read = async (part: Which) =>
          host.views.instruments({ ...part, order, limit: most, ...given({ after }) });
        const rows = (await Promise.all(parts.map(read))).flat().toSorted(inOrder[order]);
        return pageEnding(rows.slice(0, most), most, placeOf);
      },
      total: async () => {
        const counts = await Promise.all(parts.map(async (part) => host.views.countInstruments(part)));
        return counts.reduce((sum, count) => sum + count, 0);
      },
    });
  };
}

/** A draft has no day yet, and is later than all that was issued. */
function placeOf({ issuedOn, key }: InstrumentRow): string {
  return dayCursor({ day: issuedOn ?? "infinity", key });
}

/** Days and keys sort as texts do, and "infinity" after every day. */
const oldestFirst = (a: InstrumentRow, b: InstrumentRow): number => (placeOf(a) < placeOf(b) ? -1 : 1);
const inOrder: Readonly<Record<DayOrder, typeof oldestFirst>> = {
  oldest: oldestFirst,
  latest: (a, b) => oldestFirst(b, a),
};

/** waitingFor names what this office received and has not seen, or what it issued and has to go on with. */
function waitingFor(step: InstrumentStep, { acting: { office } }: Reader): Which {
  return step === "unseen" ? { addressee: office, step } : { issuer: office, step };
}

/**
 * partsFor names what this office issued, drafts included, and what was handed over by, to or about the offices of which the
 * reader may see it. No instrument is in both parts. Only the issuing procuracy sees drafts.
 */
async function partsFor(reader: Reader, host: Host): Promise<readonly Which[]> {
  const { office } = reader.acting;
  const offices = await readableOffices("read-instrument", reader, host);
  return [{ issuer: office }, { handedOver: true, offices, notIssuer: office }];
}
