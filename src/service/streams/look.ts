/**
 * One look is one row of the access journal. What a request shows is gathered while it is answered, and noted once, before the
 * answer leaves.
 */

import type { Host } from "../host.ts";
import type { JournalLook, ShownFields } from "../journal-port.ts";

interface LookingHost {
  readonly host: Host;
  /** Notes what was shown. An answer leaves only after it. */
  readonly noteLooks: () => Promise<void>;
}

/** Gives one request a host that gathers its looks. `page` is what was asked for: the method and the address. */
export function lookingHost(host: Host, page: string): LookingHost {
  const looks: JournalLook[] = [];
  const note = async (look: JournalLook): Promise<void> => {
    looks.push(look);
  };
  return {
    host: { ...host, journal: { ...host.journal, note } },
    noteLooks: async () => {
      for (const look of joined(looks.splice(0))) await host.journal.note(look, page);
    },
  };
}

/** Joins the looks of each person for each office; a request has one. */
function joined(looks: readonly JournalLook[]): readonly JournalLook[] {
  const whose = Map.groupBy(looks, ({ person, office }) => `${person} ${office}`);
  return [...whose.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ ...first, shown: united(all.flatMap(({ shown }) => shown)) }];
  });
}

/** A field that two parts of a page show was shown once. */
function united(shown: readonly ShownFields[]): readonly ShownFields[] {
  const whose = Map.groupBy(shown, ({ stream }) => stream);
  return [...whose].map(([stream, all]) => ({ stream, sealed: [...new Set(all.flatMap(({ sealed }) => sealed))] }));
}
