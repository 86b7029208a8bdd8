/** A worker that only lends its bucket: test/kit/processes/objects.ts uses the S3 endpoint beside it. */

export default {
  fetch: (): Response => new Response("the bucket is at /cdn-cgi/local/r2/s3", { status: 404 }),
};
