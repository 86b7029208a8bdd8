/** A procurator confirms, dismisses, weighs (promise 5: the machine finds, a person judges). */

import { describe, expect, it } from "vitest";
import { assessSeriousness, confirmDetections, dismissDetection } from "../../../src/domain/findings/commands.ts";
import { findingId } from "../../../src/domain/findings/finding-id.ts";
import { type File, must, Province, subjectOf } from "../../kit/host/province.ts";

const today = "2026-11-23";

function late(): { province: Province; file: File } {
  const province = new Province(today);
  // Law 106/2025 Art.35(2): three working days, so 2026-10-08; it came on 2026-10-20.
  return { province, file: province.caseSentLate("2026-10-05", "2026-10-20") };
}

function refusalOf(outcome: {
  readonly ok: boolean;
  readonly refusal?: { readonly code: string; readonly at?: string };
}) {
  return outcome.ok ? undefined : outcome.refusal?.code;
}

describe("confirming", () => {
  it("records the rule, its version, the due day, the day it was done, and whom it accuses", () => {
    const { province, file } = late();
    const [event] = must(province.stage.run(confirmDetections, { detections: [file] }, province.procurator()));
    expect(event).toMatchObject({
      kind: "finding",
      law: { rule: "SEND_DECISION_VKS", version: "L2025", due: "2026-10-08" },
      event: {
        type: "violation-confirmed",
        data: { state: "late", dueOn: "2026-10-08", metOn: "2026-10-20", on: today },
      },
    });
    const finding = province.stage.state("finding", findingId(file.about, file.deadline));
    expect(finding).toMatchObject({ status: "confirmed", office: province.agency, procuracy: province.area });
  });

  it("accepts a duty that nobody fulfilled as missed", () => {
    const province = new Province(today);
    const file = province.caseSentLate("2026-10-05");
    const [event] = must(province.stage.run(confirmDetections, { detections: [file] }, province.procurator()));
    expect(event?.event.data).toMatchObject({ state: "missed", dueOn: "2026-10-08" });
  });

  it("refuses a duty that was fulfilled in time", () => {
    const province = new Province(today);
    const file = province.caseSentLate("2026-10-05", "2026-10-08");
    expect(province.stage.run(confirmDetections, { detections: [file] }, province.procurator())).toMatchObject({
      refusal: { code: "wrong-moment", at: "/detections/0", detail: { state: "met" } },
    });
  });

  it("refuses a duty that is still open on its due day", () => {
    const province = new Province("2026-10-08");
    const file = province.caseSentLate("2026-10-05");
    expect(province.stage.run(confirmDetections, { detections: [file] }, province.procurator())).toMatchObject({
      refusal: { code: "wrong-moment", detail: { state: "open" } },
    });
  });

  it("refuses a deadline that the law does not find in the file", () => {
    const { province, file } = late();
    const other = { ...file, deadline: file.deadline.replace("SEND_DECISION_VKS", "PAY_OUT") };
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [other] }, province.procurator()))).toBe(
      "unknown-deadline",
    );
  });

  it("refuses a period that was let pass: the debtor's time is no office's duty", () => {
    const province = new Province(today);
    const file = province.unverified("2026-07-06");
    const period = { ...file, deadline: file.deadline.replace("VERIFY_FIRST", "VOLUNTARY_PERIOD"), cited: "khoản 1" };
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [period] }, province.procurator()))).toBe(
      "wrong-moment",
    );
  });

  it("refuses all when one of many is refused", () => {
    const { province, file } = late();
    const met = province.caseSentLate("2026-10-05", "2026-10-07");
    const outcome = province.stage.run(confirmDetections, { detections: [file, met] }, province.procurator());
    expect(outcome).toMatchObject({ refusal: { at: "/detections/1" } });
    expect(province.stage.state("finding", findingId(file.about, file.deadline))).toBeUndefined();
  });

  it("refuses detections against different offices in one command", () => {
    const { province, file } = late();
    const elsewhere = province.caseSentLate("2026-10-05", "2026-10-20", province.subDepartment);
    const chief = province.procurator(province.provincial);
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [file, elsewhere] }, chief))).toBe(
      "findings-differ",
    );
  });

  it("is not permitted to a procuracy that is not competent (law 106/2025 Art.112(1))", () => {
    const { province, file } = late();
    const stranger = province.procurator(province.district);
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [file] }, stranger))).toBe("not-permitted");
  });

  it("is not permitted to the agency", () => {
    const { province, file } = late();
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [file] }, province.head()))).toBe(
      "not-permitted",
    );
  });
});

describe("a hint", () => {
  /** VERIFY_FIRST of the new law is read with an odd wording (V*): nobody is accused of it by the machine. */
  function hint(): { province: Province; file: File } {
    const province = new Province(today);
    const file = province.unverified("2026-07-06");
    return { province, file };
  }

  it("is confirmed only by citing the text that was read", () => {
    const { province, file } = hint();
    expect(province.stage.run(confirmDetections, { detections: [file] }, province.procurator())).toMatchObject({
      refusal: { code: "hint-needs-citation", at: "/detections/0/cited", rule: "VERIFY_FIRST" },
    });
  });

  it("is recorded as cited, its text sealed", () => {
    const { province, file } = hint();
    const detections = [{ ...file, cited: "khoản 1 Điều 37: 09 ngày" }];
    const [event] = must(province.stage.run(confirmDetections, { detections }, province.procurator()));
    expect(event?.event.data).toMatchObject({ weight: "hint", state: "missed" });
    const finding = province.stage.state("finding", findingId(file.about, file.deadline));
    expect(finding).toMatchObject({ cited: { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });
});

describe("one deadline is judged once", () => {
  it("refuses to confirm it again", () => {
    const { province, file } = late();
    must(province.stage.run(confirmDetections, { detections: [file] }, province.procurator()));
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [file] }, province.procurator()))).toBe(
      "already-exists",
    );
  });

  it("refuses to confirm it twice in one command", () => {
    const { province, file } = late();
    expect(refusalOf(province.stage.run(confirmDetections, { detections: [file, file] }, province.procurator()))).toBe(
      "already-exists",
    );
  });

  it("refuses to dismiss what was confirmed", () => {
    const { province, file } = late();
    must(province.stage.run(confirmDetections, { detections: [file] }, province.procurator()));
    const dismissal = { ...file, reason: "duplicate" };
    expect(refusalOf(province.stage.run(dismissDetection, dismissal, province.procurator()))).toBe("already-exists");
  });

  it("is written to the same new stream by whoever judges it at once, so that the database takes only the first", () => {
    const [one, other] = [late(), late()];
    const [confirmed] = must(
      one.province.stage.run(confirmDetections, { detections: [one.file] }, one.province.procurator()),
    );
    const dismissal = { ...other.file, reason: "duplicate" };
    const [dismissed] = must(other.province.stage.run(dismissDetection, dismissal, other.province.procurator()));
    expect(dismissed?.id).toBe(confirmed?.id);
  });

  it("has another stream for another file, rule, act or subject", () => {
    const about = { kind: "case", id: subjectOf("0".repeat(32)) } as const;
    const key = `PAY_OUT/${"1".repeat(32)}/${"2".repeat(32)}`;
    const others = [
      findingId({ ...about, kind: "intake" }, key),
      findingId({ ...about, id: subjectOf("f".repeat(32)) }, key),
      findingId(about, key.replace("PAY_OUT", "SEND_DECISION_VKS")),
      findingId(about, key.replace("1", "3")),
      findingId(about, `${key.slice(0, -1)}3`),
    ];
    expect(new Set([findingId(about, key), ...others]).size).toBe(6);
  });
});

describe("dismissing", () => {
  it("names the rule and the due day by which the detection was found, as confirming does", () => {
    const { province, file } = late();
    const dismissal = { ...file, reason: "duplicate" };
    const [dismissed] = must(province.stage.run(dismissDetection, dismissal, province.procurator()));
    const other = late();
    const confirmation = { detections: [other.file] };
    const [confirmed] = must(other.province.stage.run(confirmDetections, confirmation, other.province.procurator()));
    expect(dismissed?.law).toMatchObject({ rule: "SEND_DECISION_VKS" });
    expect(dismissed?.law).toEqual(confirmed?.law);
  });

  it("keeps the reason, and the detection is off the list", () => {
    const { province, file } = late();
    must(province.stage.run(dismissDetection, { ...file, reason: "lawful-ground" }, province.procurator()));
    const finding = province.stage.state("finding", findingId(file.about, file.deadline));
    expect(finding).toMatchObject({ status: "dismissed", reason: "lawful-ground", on: today });
  });

  it("says why in words when the reason is none of the list", () => {
    const { province, file } = late();
    expect(province.stage.run(dismissDetection, { ...file, reason: "other" }, province.procurator())).toMatchObject({
      refusal: { code: "reason-needed", at: "/note" },
    });
  });

  it("is refused for what is not late", () => {
    const province = new Province(today);
    const file = province.caseSentLate("2026-10-05", "2026-10-06");
    expect(
      refusalOf(province.stage.run(dismissDetection, { ...file, reason: "data-error" }, province.procurator())),
    ).toBe("wrong-moment");
  });
});

describe("seriousness", () => {
  it("may be assessed again, and both assessments are kept", () => {
    const { province, file } = late();
    const [finding = ""] = province.findings([file], "less-serious");
    must(
      province.stage.run(
        assessSeriousness,
        { finding, seriousness: "serious", reason: "lặp lại" },
        province.procurator(),
      ),
    );
    expect(province.stage.state("finding", finding)).toMatchObject({
      assessments: [{ seriousness: "less-serious" }, { seriousness: "serious" }],
    });
  });

  it("is refused when it says what was said last", () => {
    const { province, file } = late();
    const [finding] = province.findings([file], "serious");
    const again = { finding, seriousness: "serious" };
    expect(refusalOf(province.stage.run(assessSeriousness, again, province.procurator()))).toBe("nothing-to-change");
  });

  it("is refused for a dismissed detection", () => {
    const { province, file } = late();
    must(province.stage.run(dismissDetection, { ...file, reason: "duplicate" }, province.procurator()));
    const finding = findingId(file.about, file.deadline);
    expect(
      refusalOf(province.stage.run(assessSeriousness, { finding, seriousness: "serious" }, province.procurator())),
    ).toBe("wrong-moment");
  });
});
