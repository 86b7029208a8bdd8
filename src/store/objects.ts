/** Objects in any S3 that has conditional puts, in path style: a bucket needs no name in the DNS. */

import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { TryAgain } from "../service/ports.ts";

export interface ObjectPlace {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Objects {
  get(key: string): Promise<{ readonly bytes: Uint8Array; readonly tag: string } | undefined>;
  /** putIf puts if the object still has `tag` (undefined: is absent); it returns the new tag, or undefined. */
  putIf(key: string, bytes: Uint8Array, tag: string | undefined): Promise<string | undefined>;
}

export function makeObjects(place: ObjectPlace): Objects {
  const client = new S3Client({
    endpoint: place.endpoint,
    region: place.region,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 2,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return {
    get: async (key) => get(client, { Bucket: place.bucket, Key: key }),
    putIf: async (key, bytes, tag) =>
      putIf(client, {
        Bucket: place.bucket,
        Key: key,
        Body: bytes,
        ...(tag === undefined ? { IfNoneMatch: "*" } : { IfMatch: tag }),
      }),
  };
}

async function get(client: S3Client, where: { Bucket: string; Key: string }): ReturnType<Objects["get"]> {
  try {
    const { Body, ETag } = await client.send(new GetObjectCommand(where), { abortSignal: AbortSignal.timeout(5000) });
    if (Body === undefined || ETag === undefined) throw new Error(`${where.Key} came without body or tag`);
    return { bytes: await Body.transformToByteArray(), tag: ETag };
  } catch (fault) {
    if (statusOf(fault) === 404) return undefined;
    throw unreachable(fault);
  }
}

async function putIf(
  client: S3Client,
  put: { Bucket: string; Key: string; Body: Uint8Array; IfMatch?: string; IfNoneMatch?: string },
): Promise<string | undefined> {
  try {
    const { ETag } = await client.send(new PutObjectCommand({ ...put, ContentType: "text/plain; charset=utf-8" }), {
      abortSignal: AbortSignal.timeout(5000),
    });
    if (ETag === undefined) throw new Error(`${put.Key} was put without a tag`);
    return ETag;
  } catch (fault) {
    // 412: the object has another tag. 409: another put is under way. 404: If-Match on an object that is gone.
    if ([404, 409, 412].includes(statusOf(fault) ?? 0)) return undefined;
    throw unreachable(fault);
  }
}

function statusOf(fault: unknown): number | undefined {
  return fault instanceof S3ServiceException ? fault.$metadata.httpStatusCode : undefined;
}

/** unreachable keeps a refusal of S3 as a fault. Anything else may pass; what was recorded stays recorded until S3 is back. */
function unreachable(fault: unknown): unknown {
  const status = statusOf(fault);
  return status !== undefined && status < 500 && status !== 429
    ? fault
    : new TryAgain("signer-memory-unreachable", "yes", fault);
}
