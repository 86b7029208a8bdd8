/**
 * Every legal act takes the same three steps: a form, a page that shows exactly what will be appended to the log, and
 * only then the recording. A refusal at any step shows the form again with all that was typed. The form carries an
 * idempotency key from its first page on, so the same act sent twice is recorded once.
 */

import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { bytesToHex } from "../../base/bytes.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import { given } from "../../base/given.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { Command } from "../../domain/command.ts";
import type { StreamName } from "../../domain/event.ts";
import { streamName } from "../../domain/event.ts";
import type { CommandName } from "../../domain/permission.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { type Answer, type Denial, handle } from "../../service/recording/handle.ts";
import { type EventInLog, recordedEvents } from "../../service/recording/recorded-events.ts";
import { type Preview, placeholderNumber, preview } from "../../service/reading/preview.ts";
import { doubtful, unfit, unreadable } from "./act-texts.ts";
import { Appended, eventsInFull } from "./appended.tsx";
import { namesIn } from "../parts/data-names.ts";
import { type Filling, fillingOf, Hidden, linkTo } from "./fields.tsx";
import { chosen, filled, type FormValues, noValues, parseForm, typedValue, wholeNumber } from "./form-values.ts";
import { Refused, type WrongField } from "../parts/refused.tsx";
import { withEntries } from "../frame/recorded-entries.tsx";
import { showPage } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { denialWords, faultWords, refusalWords, type ScreenText } from "../words/denials.ts";
import { faultOf } from "../words/faults.ts";

export interface ActForm<Input> {
  readonly title: string;
  readonly command: Command<Input, CommandName>;
  /** Makes the command's input of what was typed; the command's schema judges it. */
  readonly input: (values: FormValues) => unknown;
  /** Finds what only the page knows to be missing, such as a choice that was left open. */
  readonly check?: (values: FormValues) => readonly NamedFault[];
  /** Asks about what may well be meant and is likely a mistake; it is asked before the preview, and answered in the form. */
  readonly doubts?: (input: Input, values: FormValues) => readonly NamedFault[];
  /** What follows from the act, shown above the events that it appends. */
  readonly follows?: (events: Preview["events"]) => Child | Promise<Child>;
  /** The words by which a refusal calls each input, by the input's name. */
  readonly labels: Readonly<Record<string, string>>;
  /** The inputs. A form without them has nothing to fill in: its first page is the preview. */
  readonly fields?: (filling: Filling) => Child | Promise<Child>;
  /** The words of the button that records. */
  readonly button: string;
  /** The words of a button that shows the form again with room for more rows. */
  readonly more?: string;
  /** The version of the stream that the preview is made from: the act is recorded as it was shown, or refused. */
  readonly seen?: { readonly stream: StreamName; readonly version: number };
  /** Spells out choices that depend on the moment ("all of them"), so that the recording gets what the preview showed. */
  readonly carried?: (values: FormValues) => FormValues;
  /** The values of the inputs when the form is first shown. */
  readonly initial?: FormValues;
  /** The subject of the act, shown above the form and above the preview. */
  readonly aside?: Child;
  /** Adds what only the service can know, such as the result of a check of a signature. */
  readonly complete?: (input: Input) => Promise<Input>;
  /** The page to go to once the act is recorded; or the response itself, where it may be shown only once. */
  readonly next: (recorded: readonly EventInLog[], answer: Answer) => string | Promise<Response>;
}

/** The name of the hidden input that holds the idempotency key. */
const keyName = "idempotency-key";
/** Faults that a page lists: more than a person corrects before sending the form again. */
const mostFaults = 100;
/** The name of the hidden input that holds the version of the stream from which the preview was made. */
const seenName = "seen";

export async function actPage<Input>(c: ConsoleContext, form: ActForm<Input>): Promise<Response> {
  if (c.req.method === "GET")
    return form.fields === undefined ? attempt(c, form, { values: noValues, record: false }) : showForm(c, form, {});
  const values = parseForm(c.req.header("content-type"), c.var.sent);
  if (values === undefined) return showForm(c, form, { text: unreadable, status: 400 });
  // The form was read because of the permission for the route's command (routes.ts): it must record no other.
  if (form.command.name !== c.var.command) throw new Error(`${c.req.path} is not the page of ${form.command.name}`);
  const step = typedValue(values, "step");
  if (step === "record") return attempt(c, form, { values, record: true });
  return step === "confirm" ? attempt(c, form, { values, record: false }) : showForm(c, form, { values });
}

interface Attempt {
  readonly values: FormValues;
  readonly record: boolean;
}

async function attempt<Input>(c: ConsoleContext, form: ActForm<Input>, { values, record }: Attempt): Promise<Response> {
  const missing = form.check?.(values) ?? [];
  if (missing.length > 0)
    return showForm(c, form, { values, text: unfit, fields: missing.slice(0, mostFaults), status: 422 });
  const parsed = form.command.input.safeParse(form.input(values));
  if (!parsed.success) {
    const fields = parsed.error.issues
      .slice(0, mostFaults)
      .map((issue) => wrongField(form, issue.path, faultOf(issue)));
    return showForm(c, form, { values, text: unfit, fields, status: 422 });
  }
  const doubts = record ? [] : (form.doubts?.(parsed.data, values) ?? []);
  if (doubts.length > 0) return showForm(c, form, { values, text: doubtful, fields: doubts, status: 422 });
  const input = form.complete === undefined ? parsed.data : await form.complete(parsed.data);
  // The body is made of the typed input alone: `complete` may add something else when the same act is sent again.
  const typed = { values, input, body: bodyOf(parsed.data) };
  return record ? recordAct(c, form, typed) : confirmAct(c, form, typed);
}

interface Typed<Input> {
  readonly values: FormValues;
  readonly input: Input;
  readonly body: string;
}

async function confirmAct<Input>(
  c: ConsoleContext,
  form: ActForm<Input>,
  { values, input }: Typed<Input>,
): Promise<Response> {
  const { host, reader } = c.var.visit;
  const previewed = await preview({ command: form.command, input }, reader, host);
  if (!previewed.ok) return showDenied(c, form, { values, refusal: previewed.refusal });
  const shown = previewed.value.events.slice(0, eventsInFull);
  const names = await namesIn(
    shown.map(({ event }) => event.data),
    shown.flatMap(({ kind, id }) => (placeholderNumber(id) === undefined ? [streamName(kind, id)] : [])),
    c.var.visit,
  );
  return showPage(c, {
    title: `${form.title}: xem trước khi ghi`,
    children: (
      <>
        {form.aside}
        {await form.follows?.(previewed.value.events)}
        <Appended preview={previewed.value} names={names} today={reader.today} />
        <form method="post" action={c.req.path}>
          <Carried values={form.carried?.(values) ?? values} keyOf={keyOf(c, values)} />
          {form.seen === undefined ? undefined : <Hidden name={seenName} value={String(form.seen.version)} />}
          <p class="actions stick">
            <button class="act" type="submit" name="step" value="record">
              {form.button}
            </button>
            {form.fields === undefined ? undefined : (
              <button type="submit" name="step" value="edit">
                Sửa lại
              </button>
            )}
          </p>
        </form>
      </>
    ),
  });
}

async function recordAct<Input>(c: ConsoleContext, form: ActForm<Input>, typed: Typed<Input>): Promise<Response> {
  const { values } = typed;
  const answered = await tryHandle(c, form, typed);
  if ("text" in answered) return showForm(c, form, { values, text: answered.text, status: 503 });
  if (answered.ok) {
    const { placement } = answered.value;
    const next = form.next(recordedEvents(placement), answered.value);
    return typeof next === "string" ? c.redirect(withEntries(next, placement.entries), 303) : next;
  }
  const denial = answered.refusal;
  if (denial.kind === "refused") return showDenied(c, form, { values, refusal: denial.refusal });
  return showForm(c, form, { values, text: denialWords(denial), status: denial.kind === "unavailable" ? 503 : 409 });
}

async function tryHandle<Input>(
  c: ConsoleContext,
  { command, seen }: ActForm<Input>,
  { values, input, body }: Typed<Input>,
): Promise<Outcome<Answer, Denial> | { readonly text: ScreenText }> {
  const { identity, office, host } = c.var.visit;
  const version = wholeNumber(filled(values, seenName));
  const expects = seen === undefined || typeof version !== "number" ? undefined : { stream: seen.stream, version };
  try {
    return await handle(
      { identity, office, command, input, key: keyOf(c, values), body, expects, left: c.req.raw.signal },
      host,
    );
  } catch (fault) {
    const text = faultWords(fault);
    if (text === undefined) throw fault;
    return { text };
  }
}

/** bodyOf writes an input as canonical JSON without absent members, so that one idempotency key goes with one text. */
export function bodyOf(input: unknown): string {
  return canonicalJson(z.json().parse(JSON.parse(JSON.stringify(input))));
}

async function showDenied<Input>(
  c: ConsoleContext,
  form: ActForm<Input>,
  { values, refusal }: { readonly values: FormValues; readonly refusal: Refusal },
): Promise<Response> {
  const text = refusalWords(refusal);
  const path = refusal.at?.split("/").slice(1) ?? [];
  const named = nameIn(form, path);
  const fields = named === undefined ? [] : [wrongField(form, path, text.vi)];
  return showForm(c, form, { values, text, refusal, fields, status: 422 });
}

export interface NamedFault extends Pick<WrongField, "label" | "wrong" | "entry"> {
  readonly name: string;
}

interface FormState {
  readonly values?: FormValues;
  readonly text?: ScreenText;
  readonly refusal?: Refusal;
  readonly fields?: readonly NamedFault[];
  readonly status?: 200 | 400 | 409 | 422 | 503;
}

async function showForm<Input>(c: ConsoleContext, form: ActForm<Input>, state: FormState): Promise<Response> {
  const { values = form.initial ?? noValues, text, refusal, fields = [], status = 200 } = state;
  const filling = fillingOf(values, new Map(fields.map((field) => [field.name, field.wrong])));
  // The inputs are written before the refusal that stands above them, because it links only to those on the page.
  const inputs = await html`${(await form.fields?.(filling)) ?? ""}`;
  const faults = fields.map(
    ({ name, label, wrong, entry }): WrongField => ({ label, wrong, ...given({ link: linkTo(name, filling), entry }) }),
  );
  return showPage(c, {
    title: form.title,
    status,
    children: (
      <>
        {text === undefined ? undefined : <Refused text={text} refusal={refusal} fields={faults} />}
        {form.aside}
        <form method="post" action={c.req.path}>
          <Hidden name={keyName} value={keyOf(c, values)} />
          {inputs}
          <p class="actions">
            <button class="act" type="submit" name="step" value="confirm">
              Xem trước điều sẽ ghi
            </button>
            {form.more === undefined ? undefined : (
              <button type="submit" name="step" value="edit">
                {form.more}
              </button>
            )}
          </p>
        </form>
      </>
    ),
  });
}

/** Carried repeats all that was typed in hidden inputs, so that a refusal of the recording loses nothing. */
function Carried({ values, keyOf: key }: { readonly values: FormValues; readonly keyOf: string }) {
  const names = [...values.keys()].filter((name) => ![keyName, seenName, "step"].includes(name));
  return (
    <>
      <Hidden name={keyName} value={key} />
      {names.flatMap((name) => chosen(values, name).map((value) => <Hidden name={name} value={value} />))}
    </>
  );
}

function keyOf(c: ConsoleContext, values: FormValues): string {
  const key = typedValue(values, keyName);
  return /^[0-9a-f]{32}$/.test(key) ? key : bytesToHex(c.var.visit.host.random(16));
}

function wrongField<Input>(form: ActForm<Input>, path: readonly PropertyKey[], wrong: string): NamedFault {
  const name = nameIn(form, path) ?? path.join(".");
  return { name, label: form.labels[name] ?? name, wrong };
}

/** nameIn returns the input that fills this place, or the nearest that holds it; in a list, without the number. */
function nameIn<Input>({ labels }: ActForm<Input>, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length).map(String);
    const names = [steps.join("."), steps.filter((step) => !/^\d+$/.test(step)).join(".")];
    const name = names.find((candidate) => Object.hasOwn(labels, candidate));
    if (name !== undefined) return name;
  }
  return undefined;
}
