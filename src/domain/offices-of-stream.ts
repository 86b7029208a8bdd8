/** The offices whose affair a stream is, and with it each of its entries: an entry is shown to a reader of one of them. */

import { type OfficeId, parseId } from "../base/ids.ts";
import type { States } from "./command.ts";
import { type StreamName, streamId, streamKind } from "./event.ts";
import { ownedFile } from "./file-kinds.ts";
import { sidesOf } from "./instruments/sides.ts";

/** officesOfStream returns `[undefined]` for what is no single office's affair: the directory, the law and the log itself. */
export function officesOfStream(stream: StreamName, states: States): readonly (OfficeId | undefined)[] {
  const [kind, id] = [streamKind(stream), streamId(stream)];
  switch (kind) {
    case "case":
    case "intake":
    case "register": {
      const state = states.of(kind, id);
      return [state && ownedFile(kind, state).owners.agency];
    }
    case "instrument": {
      const instrument = states.of(kind, id);
      return instrument === undefined ? [] : sidesOf(instrument);
    }
    case "deadline":
      return [states.of(kind, id)?.office];
    case "finding": {
      const finding = states.of(kind, id);
      return [finding?.office, finding?.procuracy];
    }
    case "numbering":
      return [parseId<OfficeId>(id)];
    case "office":
    case "directory":
    case "person":
    case "login":
    case "edition":
    case "superseding":
    case "sweep":
    case "log":
    case "origin":
      return [undefined];
  }
}
