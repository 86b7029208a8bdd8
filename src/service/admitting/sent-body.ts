/**
 * The body of a request, read within a size and a time, while nothing scarce is held for it: a client that sends nothing more
 * costs a socket until its time is over.
 */

import { concatBytes } from "../../base/bytes.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";

export type BodyFault = "body-too-large" | "body-too-slow" | "body-cut-off";

export interface BodyBounds {
  /** Bytes. */
  readonly most: number;
  /** Milliseconds for which a client may be silent or slow; ten seconds outlast a lost packet and a phone's dead zone. */
  readonly patience?: number;
}

const usualPatience = 10_000;
/** Bytes that earn a further second: 2 Mbit/s, so that a bulk of 16 MiB arrives over a slow line of an office. */
const pace = 262_144;

/**
 * A short body with Content-Length is read at once, which is faster: the server reads no more than that (RFC 9112 §6.3). Any
 * other is read in chunks, and refused as soon as it is too large or too slow.
 */
export async function readBody(
  request: Request,
  { most, patience = usualPatience }: BodyBounds,
): Promise<Outcome<Uint8Array, BodyFault>> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > most) return refused("body-too-large");
  try {
    const isShort = length !== null && Number(length) <= pace;
    return isShort ? await readAtOnce(request, patience) : await readChunks(request, { most, patience });
  } catch {
    // The client disconnected or sent bad chunks. That is no fault of ours, so it is not reported.
    return refused("body-cut-off");
  }
}

async function readAtOnce(request: Request, patience: number): Promise<Outcome<Uint8Array, BodyFault>> {
  const buffer = await within(patience, request.arrayBuffer());
  return buffer === undefined ? refused("body-too-slow") : done(new Uint8Array(buffer));
}

async function readChunks(
  request: Request,
  { most, patience }: Required<BodyBounds>,
): Promise<Outcome<Uint8Array, BodyFault>> {
  if (request.body === null) return done(new Uint8Array(0));
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  const began = performance.now();
  for (let length = 0; ; ) {
    const deadline = began + patience + (length / pace) * 1000;
    const read = await within(deadline - performance.now(), reader.read());
    if (read?.done === true) return done(concatBytes(...chunks));
    length += read?.value.length ?? 0;
    if (read === undefined || length > most) {
      // The client may never answer the cancelling either, so nobody waits for it.
      reader.cancel().catch(() => undefined);
      return refused(read === undefined ? "body-too-slow" : "body-too-large");
    }
    chunks.push(read.value);
  }
}

/** Returns undefined when the time is over first; what comes later, a fault too, is then nobody's. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
