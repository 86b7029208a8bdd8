/**
 * The main job over the API, step by step, from an intake to a closed instrument; each step is done by the person whose
 * step it is.
 */

import { exportJWK, generateKeyPair, type JWK } from "jose";
import { signDetached } from "../../../scripts/sign.ts";
import type { ApiClient, Fields, Reply } from "./api-client.ts";
import { agree, eventsOf, idOf, type OfficeWorld } from "./office-world.ts";

export class MainJob {
  readonly api: ApiClient;
  readonly world: OfficeWorld;
  /** The number of the next decision: each file has a number of its own. */
  #next = 120;

  constructor(api: ApiClient, world: OfficeWorld) {
    this.api = api;
    this.world = world;
  }

  /** Records, or throws the refusal. */
  async record(as: string, path: string, body: Fields = {}): Promise<Reply> {
    const reply = await this.api.post(path, { as, body });
    if (reply.status !== 201) throw new Error(`${as} ${path}: ${reply.text}`);
    return reply;
  }

  async read(as: string, path: string): Promise<Fields> {
    const reply = await this.api.get(path, { as });
    if (reply.status !== 200) throw new Error(`${as} ${path}: ${reply.text}`);
    return reply.body;
  }

  async openIntake(judgment = "15/2026/DS-ST"): Promise<string> {
    const received = { type: "request-received", days: { receivedOn: { day: "2026-09-01", source: "document" } } };
    const body = {
      agency: this.world.offices.agency,
      motion: "on-request",
      openedOn: "2026-09-01",
      judgment,
      acts: [received],
    };
    return idOf(await this.record("agency-officer", "/v1/intakes", body), "intake-opened", "intake");
  }

  /** Opens a case with two debtors and two assets whose decision was never sent to the procuracy. */
  async openCase(intake: string): Promise<OpenedCase> {
    const parties = ["Nguyễn Văn A", "Trần Thị B"].map((name) => ({ side: "debtor", name }));
    const assets = [
      { kind: "immovable", description: "Nhà và đất" },
      { kind: "movable", description: "Xe ô tô" },
    ];
    const decidedOn = { day: "2026-09-07", source: "document" };
    const reply = await this.record("agency-officer", "/v1/cases", {
      intake,
      decidedOn,
      number: `${this.#next++}/QĐ-CCTHADS`,
      parties,
      assets,
    });
    const opened = eventsOf(reply).find(({ type }) => type === "case-opened")?.data ?? {};
    return { case: String(opened["case"]), act: String(opened["act"]), decision: String(opened["decision"]) };
  }

  /** The agency did not send the decision: a procurator confirms the detection and assesses the finding. */
  async confirmFinding({ case: id, act, decision }: OpenedCase): Promise<string> {
    const deadline = `SEND_DECISION_VKS/${act}/${decision}`;
    const body = { detections: [{ about: { kind: "case", id }, deadline, note: "Chưa gửi quyết định" }] };
    const finding = idOf(await this.record("procurator", "/v1/findings", body), "violation-confirmed", "finding");
    await this.record("procurator", `/v1/findings/${finding}/assessments`, { seriousness: "less-serious" });
    return finding;
  }

  async draft(findings: readonly string[]): Promise<string> {
    const items = [{ findings, of: 7, demand: "Gửi quyết định đúng hạn" }];
    const body = {
      kind: "recommendation",
      addressee: this.world.offices.agency,
      items,
      body: "Chậm gửi quyết định về thi hành án",
    };
    return idOf(await this.record("procurator", "/v1/instruments", body), "instrument-drafted", "instrument");
  }

  /** Registers a key of the chief procurator, or of another person; the private half stays with the test. */
  async registerKey(person = this.world.people["chief-procurator"]): Promise<SigningKey> {
    const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const { x } = await exportJWK(publicKey);
    const change = { do: "register-key", person, publicKey: x };
    const key = idOf(await agree(this.api, change), "key-registered", "key");
    return { key, jwk: await exportJWK(privateKey) };
  }

  async issueBody(instrument: string, { key, jwk }: SigningKey, as = "chief-procurator"): Promise<Fields> {
    const text = await this.read(as, `/v1/instruments/${instrument}/signing-text`);
    const signature = await signDetached(String(text["payload"]), jwk);
    return { issuedOn: text["issuedOn"], key, signature };
  }

  /** Takes a draft to the desk of the addressee. */
  async issueAndServe(instrument: string, key: SigningKey): Promise<void> {
    await this.record("chief-procurator", `/v1/instruments/${instrument}/issue`, await this.issueBody(instrument, key));
    await this.record("procurator", `/v1/instruments/${instrument}/serve`, { channel: "system" });
    await this.record("agency-officer", `/v1/instruments/${instrument}/receive`);
  }
}

export interface OpenedCase {
  readonly case: string;
  readonly act: string;
  readonly decision: string;
}

export interface SigningKey {
  readonly key: string;
  readonly jwk: JWK;
}
