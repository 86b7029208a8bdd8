/** Several detections of one file that are one violation become one finding; and every command on a finding in every state. */

import { describe, expect, it } from "vitest";
import type { FindingId } from "../../../src/base/ids.ts";
import { assessSeriousness, confirmDetections, dismissDetection } from "../../../src/domain/findings/commands.ts";
import { findingId } from "../../../src/domain/findings/finding-id.ts";
import { mergeFindings } from "../../../src/domain/findings/merging.ts";
import { draftInstrument } from "../../../src/domain/instruments/commands/drafting.ts";
import { type File, must, Province } from "../../kit/host/province.ts";

const today = "2026-11-23";

/** Three decisions of one case, all of which came late to the procuracy (law 106/2025 Art.35(2)). */
function sentLate(province = new Province(today)): { province: Province; files: readonly [File, File, File] } {
  const first = province.caseSentLate("2026-10-05");
  const [second, third] = ["2026-10-06", "2026-10-07"].map((on) => province.secondDecision(first, on));
  if (second === undefined || third === undefined) throw new Error("three decisions");
  return { province, files: [first, second, third] };
}

function merge(province: Province, [finding, ...findings]: readonly string[], more: object = {}) {
  return province.stage.run(mergeFindings, { finding, findings, ...more }, province.procurator());
}

function states(province: Province, findings: readonly string[]) {
  return findings.map((finding) => province.stage.state("finding", finding));
}

describe("merging", () => {
  it("leaves one finding that stands, and the others say into which they were merged", () => {
    const { province, files } = sentLate();
    const findings = province.confirmed(files);
    must(merge(province, findings, { note: "một việc" }));
    const [first = "", ...rest] = findings;
    expect(states(province, findings)).toMatchObject([
      { status: "confirmed", merged: rest },
      { status: "merged", into: first },
      { status: "merged", into: first },
    ]);
  });

  it("may follow an assessment, and a later one is still possible for the one that stands", () => {
    const { province, files } = sentLate();
    const findings = province.findings(files, "less-serious");
    must(merge(province, findings));
    const [finding] = findings;
    must(province.stage.run(assessSeriousness, { finding, seriousness: "serious" }, province.procurator()));
  });

  it("gathers in steps: what gathered others may be gathered itself", () => {
    const { province, files } = sentLate();
    const [one = "", two = "", three = ""] = province.confirmed(files);
    must(merge(province, [one, two]));
    must(merge(province, [three, one]));
    expect(states(province, [one, two, three]).map((state) => state?.status)).toEqual([
      "merged",
      "merged",
      "confirmed",
    ]);
  });

  it("counts as one finding of an item: n of N is counted by files", () => {
    const { province, files } = sentLate();
    const findings = province.findings(files);
    must(merge(province, findings));
    const items = [{ findings: findings.slice(0, 1), of: 4, demand: "gửi" }];
    const instrument = province.draft({ kind: "recommendation", items });
    expect(province.stage.state("instrument", instrument)).toMatchObject({ items: [{ n: 1, of: 4 }] });
  });

  it("takes the merged into no instrument", () => {
    const { province, files } = sentLate();
    const findings = province.findings(files);
    must(merge(province, findings));
    const body = { kind: "recommendation", addressee: province.agency, body: "văn bản" };
    const items = [{ findings: findings.slice(1), of: 4, demand: "gửi" }];
    expect(province.stage.run(draftInstrument, { ...body, items }, province.procurator())).toMatchObject({
      refusal: { code: "wrong-moment", at: "/items/0/findings/0", detail: { status: "merged" } },
    });
  });

  it("is refused for findings of different files, for n of N counts files", () => {
    const { province, files } = sentLate();
    const elsewhere = province.caseSentLate("2026-10-05");
    const findings = province.confirmed([files[0], elsewhere]);
    expect(merge(province, findings)).toMatchObject({
      refusal: { code: "findings-differ", at: "/findings/0", detail: { about: `case/${elsewhere.about.id}` } },
    });
  });

  it("is refused for findings of different procuracies", () => {
    const { province, files } = sentLate();
    const ours = province.confirmed([files[0]]);
    const theirs = province.confirmed([files[1]], province.provincial);
    expect(merge(province, [...ours, ...theirs])).toMatchObject({
      refusal: { code: "findings-differ", detail: { procuracy: province.provincial } },
    });
  });

  it.each([
    ["itself", (ids: readonly string[]) => [ids[0], ids[0]], "/findings/0"],
    ["one twice", (ids: readonly string[]) => [ids[0], ids[1], ids[1]], "/findings/1"],
  ])("is refused for %s", (_, chosen, at) => {
    const { province, files } = sentLate();
    const ids = province.confirmed(files);
    expect(merge(province, chosen(ids).map(String))).toMatchObject({ refusal: { code: "already-exists", at } });
  });
});

describe("confirming several detections as one", () => {
  it("records each, the first as the finding that stands", () => {
    const { province, files } = sentLate();
    const events = must(
      province.stage.run(confirmDetections, { detections: files, asOne: true }, province.procurator()),
    );
    expect(events.map(({ event }) => event.type)).toEqual([
      ...files.map(() => "violation-confirmed"),
      "findings-merged-in",
      "finding-merged",
      "finding-merged",
    ]);
    const ids = files.map(({ about, deadline }) => findingId(about, deadline));
    expect(states(province, ids).map((state) => state?.status)).toEqual(["confirmed", "merged", "merged"]);
  });

  it("is confirming when there is one", () => {
    const { province, files } = sentLate();
    const input = { detections: files.slice(0, 1), asOne: true };
    expect(must(province.stage.run(confirmDetections, input, province.procurator()))).toHaveLength(1);
  });

  it("is refused for different files, and nothing is recorded", () => {
    const { province, files } = sentLate();
    const detections = [files[0], province.caseSentLate("2026-10-05")];
    const outcome = province.stage.run(confirmDetections, { detections, asOne: true }, province.procurator());
    expect(outcome).toMatchObject({ refusal: { code: "findings-differ", at: "/detections/1" } });
    expect(province.stage.state("finding", findingId(files[0].about, files[0].deadline))).toBeUndefined();
  });
});

describe("a finding", () => {
  const statuses = ["unjudged", "dismissed", "confirmed", "in-instrument", "merged"] as const;
  /** What each command answers when it is asked of a finding in each of these states. */
  const table = {
    confirm: ["ok", "already-exists", "already-exists", "already-exists", "already-exists"],
    dismiss: ["ok", "already-exists", "already-exists", "already-exists", "already-exists"],
    assess: ["unknown-finding", "wrong-moment", "ok", "ok", "wrong-moment"],
    "merge it into another": ["unknown-finding", "wrong-moment", "ok", "finding-taken", "wrong-moment"],
    "merge another into it": ["unknown-finding", "wrong-moment", "ok", "finding-taken", "wrong-moment"],
    draft: ["unknown-finding", "unknown-finding", "ok", "finding-taken", "wrong-moment"],
  } as const;
  const asked = Object.entries(table).flatMap(([command, answers]) =>
    statuses.map((status, i) => ({ command, status, answer: answers[i] })),
  );

  it.each(asked)("that is $status answers $command with $answer", ({ command, status, answer }) => {
    const { province, files } = sentLate();
    const [file, other] = files;
    const standing = province.findings([other])[0] ?? "";
    const finding = bring(province, file, status, standing);
    const outcome = ask(province, command, { file, finding, standing });
    expect(outcome.ok ? "ok" : outcome.refusal.code).toBe(answer);
  });

  function bring(province: Province, file: File, status: (typeof statuses)[number], standing: string): FindingId {
    const finding = findingId(file.about, file.deadline);
    if (status === "unjudged") return finding;
    if (status === "dismissed") {
      province.does(dismissDetection, { ...file, reason: "duplicate" }, province.procurator());
      return finding;
    }
    province.findings([file]);
    if (status === "in-instrument")
      province.draft({ kind: "recommendation", items: [{ findings: [finding], of: 2, demand: "gửi" }] });
    if (status === "merged") must(merge(province, [standing, finding]));
    return finding;
  }

  interface Asked {
    readonly file: File;
    readonly finding: string;
    readonly standing: string;
  }

  function ask(province: Province, command: string, { file, finding, standing }: Asked) {
    const by = province.procurator();
    switch (command) {
      case "confirm":
        return province.stage.run(confirmDetections, { detections: [file] }, by);
      case "dismiss":
        return province.stage.run(dismissDetection, { ...file, reason: "duplicate" }, by);
      case "assess":
        return province.stage.run(assessSeriousness, { finding, seriousness: "serious" }, by);
      case "merge it into another":
        return merge(province, [standing, finding]);
      case "merge another into it":
        return merge(province, [finding, standing]);
      default: {
        const items = [{ findings: [finding], of: 2, demand: "gửi" }];
        const body = { kind: "recommendation", addressee: province.agency, body: "văn bản", items };
        return province.stage.run(draftInstrument, body, by);
      }
    }
  }
});
