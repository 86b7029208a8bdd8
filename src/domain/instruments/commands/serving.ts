/** Service and receipt, and the contesting of their days (D152/2026 Arts.7, 20; src/README.md#whose-word-a-day-is). */

import { z } from "zod";
import { done, refused } from "../../../base/outcome.ts";
import { day, id } from "../../field.ts";
import { actDay, statedDay, typed, typedText } from "../../typed-input.ts";
import { channels } from "../events.ts";
import { receiptOf } from "../instrument.ts";
import { startedLaw } from "../started-law.ts";
import { happens, instrumentEvent, isIn, ofAddressee, ofIssuer, onInstrument } from "./on-instrument.ts";

const isIssued = isIn("issued");
const isServed = isIn("served");
const isWithAddressee = isIn("served", "received");

export const serveInstrument = onInstrument({
  name: "serve-instrument",
  input: z.strictObject({ instrument: id<"instrument">(), channel: z.enum(channels), sentOn: statedDay.optional() }),
  of: ofIssuer,
  when: isIssued,
  appliesLaw: true,
  decide: (state, { channel, sentOn }, { today }) => {
    // The system knows when it delivered, so no other word is taken for that day.
    if (channel === "system" && sentOn !== undefined) return refused({ code: "day-not-taken", at: "/sentOn" });
    const on = actDay(sentOn, { today, notBefore: state.issue.issuedOn, at: "/sentOn" });
    if (!on.ok) return on;
    const event = { type: "instrument-served", data: { channel, sentOn: on.value } } as const;
    return done({ events: [instrumentEvent(state.instrument, event, startedLaw(state, event, { today }))] });
  },
});

/** receiveInstrument takes the day of delivery for service through the system, whenever a desk shows it (`receiptOf`). */
export const receiveInstrument = onInstrument({
  name: "receive-instrument",
  input: z.strictObject({ instrument: id<"instrument">(), receivedOn: statedDay.optional() }),
  of: ofAddressee,
  when: isServed,
  appliesLaw: true,
  decide: (state, { receivedOn }, { today }) => {
    const delivered = receiptOf(state);
    if (delivered !== undefined && receivedOn !== undefined)
      return refused({ code: "day-not-taken", at: "/receivedOn" });
    const on =
      delivered === undefined
        ? actDay(receivedOn, { today, notBefore: state.service.on.day, at: "/receivedOn" })
        : done(delivered.on);
    if (!on.ok) return on;
    const event = { type: "instrument-received", data: { receivedOn: on.value } } as const;
    return done({ events: [instrumentEvent(state.instrument, event, startedLaw(state, event, { today }))] });
  },
});

/** contestDay flags the clock of the contested day; the clock runs on. */
export const contestDay = onInstrument({
  name: "contest-day",
  input: z.strictObject({
    instrument: id<"instrument">(),
    day: z.enum(["sentOn", "receivedOn"]),
    stated: day,
    reason: typedText,
  }),
  of: ofAddressee,
  when: isWithAddressee,
  decide: (state, { day: contested, stated, reason }, { today }) => {
    const recorded = contested === "sentOn" ? state.service : receiptOf(state);
    if (recorded === undefined) return refused({ code: "wrong-moment", at: "/day" });
    if (stated > today) return refused({ code: "day-in-future", at: "/stated" });
    if (recorded.on.day === stated) return refused({ code: "nothing-to-change", at: "/stated" });
    return happens(state, { type: "day-contested", data: { day: contested, stated, reason: typed(reason) } });
  },
});
