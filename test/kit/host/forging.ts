/**
 * Somebody who holds the database and keys of its log, and tells another story: after it, everything that follows from the
 * events is right again. With all keys nothing but what the events say is wrong; with other keys than the log's, what the
 * missing ones vouch for is wrong too.
 */

import { canonicalJson } from "../../../src/base/canonical-json.ts";
import type { Env } from "../../../src/env.ts";
import { readKeys } from "../../../src/assemble.ts";
import { type Tampered, tamperBy } from "../postgres/tampering.ts";
import { readStory, type Story, type ToldEvent, writeStory } from "./told-story.ts";

/** forge retells the log and returns the index of the first entry that is another than before. */
export async function forge(
  database: Tampered,
  env: Env,
  retell: (story: Story) => Story,
): Promise<{ readonly index: number }> {
  const keys = await readKeys(env);
  return tamperBy(database, async (client) => {
    const before = await readStory(client);
    const after = retell(before);
    await writeStory(client, after, keys);
    const [was, is] = [before, after].map((story) => story.flatMap(({ events }) => events));
    const index = is?.findIndex((event, i) => event !== was?.[i]) ?? -1;
    return { index: index < 0 ? (is?.length ?? 0) : index };
  });
}

/** Returns the story with another event in the place of the first that matches. */
export function changed(matches: (event: ToldEvent) => boolean, change: (event: ToldEvent) => ToldEvent) {
  return (story: Story): Story => {
    const { at, event } = placeOf(story, matches);
    return story.map((told, i) =>
      i === at ? { ...told, events: told.events.map((each) => (each === event ? change(each) : each)) } : told,
    );
  };
}

/** Returns the story with the text of the first event whose text matches replaced in one place. */
export function rewritten(like: RegExp, was: RegExp, is: string) {
  return changed(
    (event) => like.test(canonicalJson(event)),
    (event): ToldEvent => JSON.parse(canonicalJson(event).replace(was, is)),
  );
}

/** Returns the story with a recording of its own behind that of the first event that matches, which the event may imitate. */
export function followed(matches: (event: ToldEvent) => boolean, make: (event: ToldEvent) => ToldEvent) {
  return (story: Story): Story => {
    const { at, event } = placeOf(story, matches);
    const scope = crypto.getRandomValues(new Uint8Array(32));
    const forged = { was: undefined, scope, body: scope, status: 201, tag: scope, events: [make(event)] };
    return story.toSpliced(at + 1, 0, forged);
  };
}

function placeOf(
  story: Story,
  matches: (event: ToldEvent) => boolean,
): { readonly at: number; readonly event: ToldEvent } {
  const at = story.findIndex(({ events }) => events.some(matches));
  const event = story[at]?.events.find(matches);
  if (event === undefined) throw new Error("no event of the log matches");
  return { at, event };
}
