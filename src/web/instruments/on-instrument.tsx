/** The frame of an act on one instrument: reads it, links to it above the form, and returns to it when the act is recorded. */

import { type InstrumentId, parseId } from "../../base/ids.ts";
import { streamName } from "../../domain/event.ts";
import { type InstrumentPage, instrumentPage } from "../../service/reading/instrument-page.ts";
import { startedClocks } from "../../service/reading/preview.ts";
import { type ActForm, actPage } from "../form/act-form.tsx";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentLabel } from "../words/instruments.ts";
import { StartedClocks } from "./started-clocks.tsx";

type Framed<Input> = Omit<ActForm<Input>, "next" | "aside"> & Partial<Pick<ActForm<Input>, "aside">>;

export async function instrumentActPage<Input>(
  c: ConsoleContext,
  form: (page: InstrumentPage) => Framed<Input> | Promise<Framed<Input>>,
): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<InstrumentId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-instrument" });
  const page = await instrumentPage(id, reader, host);
  if (!page.ok) return showRefusal(c, page.refusal);
  const path = `/console/instruments/${id}`;
  const about = (
    <p>
      <a href={path}>{instrumentLabel(page.value.state)}</a>
    </p>
  );
  const framed = await form(page.value);
  const seen = { stream: streamName("instrument", id), version: page.value.version };
  const follows: ActForm<Input>["follows"] = async (events) => [
    await framed.follows?.(events),
    <StartedClocks clocks={startedClocks(page.value, events, reader.today)} today={reader.today} />,
  ];
  return actPage(c, { ...framed, follows, seen, aside: [about, framed.aside], next: () => path });
}
