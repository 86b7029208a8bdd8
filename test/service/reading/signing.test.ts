/**
 * An instrument is issued only by the head's own key in force, over exactly the canonical text of the draft (law
 * 106/2025 Art.112).
 */

import { FlattenedSign, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signDetached } from "../../../scripts/sign.ts";
import { utf8 } from "../../../src/base/bytes.ts";
import { Api } from "../../kit/api/api.ts";
import type { Fields } from "../../kit/api/api-client.ts";
import { MainJob, type SigningKey } from "../../kit/api/main-job.ts";
import { settleOffices } from "../../kit/api/office-world.ts";

let api: Api;
let job: MainJob;
let key: SigningKey;
let instrument: string;
let body: Fields;
let payload: string;

beforeAll(async () => {
  api = await Api.start();
  job = new MainJob(api, await settleOffices(api));
  instrument = await job.draft([await job.confirmFinding(await job.openCase(await job.openIntake()))]);
  key = await job.registerKey();
  body = await job.issueBody(instrument, key);
  payload = String((await job.read("chief-procurator", `/v1/instruments/${instrument}/signing-text`))["payload"]);
});
afterAll(async () => {
  await api.audit();
  await api.end();
});

async function codeOf(change: Fields): Promise<string | undefined> {
  const path = `/v1/instruments/${instrument}/issue`;
  return (await api.post(path, { as: "chief-procurator", body: { ...body, ...change } })).code;
}

async function signedWith(header: Fields, text: string): Promise<string> {
  const signing = await importJWK(key.jwk, "EdDSA");
  const jws = await new FlattenedSign(utf8(text)).setProtectedHeader({ alg: "EdDSA", ...header }).sign(signing);
  return `${jws.protected}..${jws.signature}`;
}

describe("a signature", () => {
  test("does not hold over any other text", async () => {
    for (const other of [`${payload} `, payload.replace(instrument, "0".repeat(32)), "", "{}"]) {
      expect(await codeOf({ signature: await signDetached(other, key.jwk) })).toBe("signature-invalid");
    }
  });

  test("does not hold when it is cut, or its header is none", async () => {
    const [head = "", , mark = ""] = String(body["signature"]).split(".");
    const flipped = mark.startsWith("A") ? `B${mark.slice(1)}` : `A${mark.slice(1)}`;
    for (const signature of [`${head}..${flipped}`, `${"A".repeat(20)}..${mark}`, `${head}..${mark.slice(0, -4)}`]) {
      expect(await codeOf({ signature })).toBe("signature-invalid");
    }
  });

  test("does not hold over an unencoded payload (RFC 7797), although its bytes would verify", async () => {
    const encoded = Buffer.from(payload).toString("base64url");
    expect(await codeOf({ signature: await signedWith({ b64: false, crit: ["b64"] }, encoded) })).toBe(
      "signature-invalid",
    );
  });

  test("does not hold when its header has words of the signer's own, which would stand in the clear in the leaf", async () => {
    expect(await codeOf({ signature: await signedWith({ note: "Nguyen Van A" }, payload) })).toBe("signature-invalid");
    expect(await codeOf({ signature: await signedWith({ kid: "Nguyen Van A" }, payload) })).toBe("signature-invalid");
  });

  test("holds with a key id in its header as without", async () => {
    const signature = await signedWith({ kid: key.key }, payload);
    expect(signature.split(".")[0]).not.toBe(String(body["signature"]).split(".")[0]);
    const other = await job.draft([await job.confirmFinding(await job.openCase(await job.openIntake()))]);
    const text = await job.read("chief-procurator", `/v1/instruments/${other}/signing-text`);
    const issued = {
      ...body,
      signature: await signedWith({ kid: key.key }, String(text["payload"])),
    };
    expect((await api.post(`/v1/instruments/${other}/issue`, { as: "chief-procurator", body: issued })).status).toBe(
      201,
    );
  });

  test("cannot be given for a number: it is no part of the request", async () => {
    expect(await codeOf({ number: "02/KN-VKS" })).toBe("body-unfit");
  });

  test("is refused by a key that was revoked", async () => {
    const fresh = await job.issueBody(instrument, key);
    await job.record("administrator", `/v1/people/${job.world.people["chief-procurator"]}/keys/${key.key}/revoke`);
    expect(await codeOf(fresh)).toBe("unknown-key");
  });
});

test("the signing text lists the reader's keys in force, and every committed field with its salt", async () => {
  const own = await job.registerKey();
  const text = await job.read("chief-procurator", `/v1/instruments/${instrument}/signing-text`);
  expect(text).toMatchObject({
    keys: [{ key: own.key }],
    fields: expect.arrayContaining([
      expect.objectContaining({ path: "/body", value: "Chậm gửi quyết định về thi hành án" }),
      expect.objectContaining({ path: "/items/0/demand", value: "Gửi quyết định đúng hạn" }),
    ]),
  });
});
