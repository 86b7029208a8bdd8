/** The lists of running clocks, by due day, each clock with why its day is due. */

import { done, refused } from "../../base/outcome.ts";
import { mayDo } from "../../domain/permission.ts";
import { type ClockList, clocksAfter, clocksTotal } from "../reading/clock-lists.ts";
import type { RunningClock } from "../reading/running-clocks.ts";
import { supervisedOffices } from "../reading/supervised.ts";
import type { OpenList } from "./listed.ts";

export function clockList(list: ClockList): OpenList<RunningClock> {
  return async (reader, host) => {
    if (!mayDo(reader.acting.roles, "read-deadlines", "own")) return refused({ code: "not-permitted" });
    const supervised = await supervisedOffices(reader, host);
    return done({
      page: async (after, most) => clocksAfter(list, { reader, host, supervised, most, after }),
      total: async () => clocksTotal(list, { reader, host, supervised }),
    });
  };
}
