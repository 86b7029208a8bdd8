/** `law due` prints the due day alone on the first line, then why; a wrong question gets one plain line. */

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { answerTo } from "../../scripts/law.ts";
import { closedDays } from "./examples/units.ts";
import { unconfirmedExamples, workedExamples } from "./worked-examples.ts";

function lines(...args: readonly string[]): readonly string[] {
  const answer = answerTo(args);
  return answer.ok ? answer.value : [`refused: ${answer.refusal}`];
}

function inEnglish(...args: readonly string[]): readonly string[] {
  return lines(...args, "--lang", "en");
}

describe("law due", () => {
  test.each([...workedExamples, ...unconfirmedExamples])(
    "%s --version %s %s prints %s first",
    (series, version, event, due) => {
      expect(lines("due", series, event, "--version", version)[0]).toBe(due);
    },
  );

  test.each(closedDays)("%s --version %s %s: %s (%s)", (series, version, on, verdict) => {
    const [first, ...why] = lines("due", series, on, "--version", version);
    expect(first).toBe(verdict === "open" ? "không bị cấm · not forbidden" : "bị cấm · forbidden");
    expect(why.some((line) => line.startsWith("Only a hint: "))).toBe(verdict === "hint");
  });

  test("says why a ban closes the day, and that of hours only the day is known", () => {
    expect(inEnglish("due", "BAN_COERCION_TET", "2026-02-10").slice(3)).toEqual([
      "Clock starts: Tue 2026-02-10.",
      "Term: 15 calendar days, before and after the lunar new year, forbidden.",
      "Forbidden from Mon 2026-02-02 through Wed 2026-03-04.",
    ]);
    expect(inEnglish("due", "BAN_COERCION_NIGHT", "2026-11-24").at(-1)).toBe(
      "Done on a day off, Tue 2026-11-24: Vietnam Culture Day, 24 November.",
    );
    expect(inEnglish("due", "FREEZE_DECISION", "2026-12-31").slice(-2)).toEqual([
      "Term: 24 hours, from that moment → Fri 2027-01-01.",
      "Only the day is known, not the hour: the limit ends with the day that the hours can reach; they run through days off.",
    ]);
  });

  test("chooses the version in force on the day", () => {
    expect(["2026-06-30", "2026-07-01"].map((event) => inEnglish("due", "SEND_DECISION_VKS", event)[1])).toEqual([
      "Rule SEND_DECISION_VKS, version L2008: enforcement agency; send the decision to the procuracy.",
      "Rule SEND_DECISION_VKS, version L2025: enforcement agency; send the decision to the procuracy.",
    ]);
  });

  test("explains in Vietnamese and then in English, or in the language asked for", () => {
    const [due, ...both] = lines("due", "PAY_OUT", "2026-07-01");
    const [vi, en] = ["vi", "en"].map((language) => lines("due", "PAY_OUT", "2026-07-01", "--lang", language));
    expect([due, ...both]).toEqual([...(vi ?? []), ...(en ?? []).slice(1)]);
    expect(lines("due", "PAY_OUT", "2026-07-01", "--lang", "vi")[1]).toBe(
      "Quy tắc PAY_OUT, bản L2025: Chấp hành viên; chi trả tiền, trả tài sản thi hành án.",
    );
  });

  test("says that the law states no time limit where it states none", () => {
    expect(lines("due", "RECOMMENDATION_REPLY", "2018-05-18")[0]).toBe("không có hạn cuối · no due day");
    const only = (lang: string) => lines("due", "RECOMMENDATION_REPLY", "2018-05-18", "--lang", lang)[0];
    expect(["vi", "en"].map(only)).toEqual(["không có hạn cuối", "no due day"]);
  });

  test("counts a notice before 1 July 2026, because the 2025 law reaches back to it (Art.116(2))", () => {
    expect(lines("due", "PROTEST_AFTER_CASE_END", "2026-03-02")[0]).toBe("2027-03-02");
  });

  test("says what is not known about a year before the first calendar or after the last", () => {
    const sent = (day: string) =>
      ["vi", "en"].map((language) => lines("due", "SEND_DECISION_VKS", day, "--lang", language));
    expect(sent("2019-03-04").map((all) => all.at(-1))).toEqual([
      "Lịch năm 2019: chưa được xác nhận: ngày nghỉ lễ, Tết từ năm 2016 chưa đối chiếu với thông báo, trước đó mới loại trừ ngày cuối tuần.",
      "Calendar of 2019: unconfirmed: holidays and Tết since 2016 were not compared with their notices, before that only weekends are left out.",
    ]);
    expect(sent("2027-03-04").map((all) => all.at(-2))).toEqual([
      "Lịch năm 2027: tạm tính, chưa công bố, đã loại trừ ngày cuối tuần và ngày lễ, Tết mà luật đã định.",
      "Calendar of 2027: provisional, not announced yet, weekends and the holidays that the law fixes are left out.",
    ]);
  });

  test("speaks one language alone when asked, its refusals too, with the Vietnamese order of a citation", () => {
    const said = answerTo(["due", "TRANSFER", "2026-11-23", "--lang", "vi"]);
    expect(said.ok ? "" : said.refusal).toMatch(/^không có quy tắc TRANSFER, các quy tắc là: [A-Z0-9_, ]+$/);
    const early = answerTo(["due", "PAY_OUT", "2001-01-01", "--lang", "en"]);
    expect(early.ok ? "" : early.refusal).toMatch(/^PAY_OUT is not in force on 2001-01-01; choose with --version: /);
    const sale = lines("due", "AUCTION_DELIVER", "2026-10-01", "--lang", "vi").join(" ");
    expect(sale).toContain("trừ trường hợp bất khả kháng, trở ngại khách quan");
    expect(sale).toContain("(Điều 147 Bộ luật Dân sự 2015)");
  });

  test("says what a length means before it in Vietnamese: after it is over, at most, no older than", () => {
    const term = (series: string, day: string) =>
      lines("due", series, day, "--lang", "vi").find((line) => line.startsWith("Thời hạn:"));
    expect(term("POSTPONE_MAX", "2026-11-30")).toContain("Thời hạn: không quá 3 tháng");
    expect(term("UNCLAIMED_MONEY_DEPOSIT", "2026-11-30")).toContain("Thời hạn: chỉ được làm sau khi hết 15 ngày");
    expect(term("EXEMPT_VERIFY_FRESH", "2026-11-30")).toContain("Thời hạn: không cũ hơn 3 tháng");
  });

  test("says of an order of acts that the file decides, and of an open day not announced yet that it may still be closed", () => {
    const order = lines("due", "ORD_VOLUNTARY", "2026-10-01", "--lang", "en");
    expect(order[0]).toBe("depends on the acts of the file");
    expect(order).toContain("No days are counted: the order of the acts in the file decides.");
    const open = lines("due", "BAN_COERCION_NIGHT", "2027-02-10", "--lang", "vi");
    const caution = "Lịch nghỉ của năm này chưa được công bố: ngày này còn có thể là ngày nghỉ.";
    expect([open[0], open.at(-1)]).toEqual(["không bị cấm", caution]);
    expect(lines("due", "BAN_COERCION_NIGHT", "2026-11-23", "--lang", "vi")).not.toContain(caution);
  });

  test("lists the days off of a count back with the earliest first", () => {
    const back = lines("due", "COERCION_COST_NOTICE", "2026-09-04", "--lang", "vi").filter((line) =>
      line.startsWith("Bỏ qua"),
    );
    expect(back.map((line) => /\d\d\/\d\d/.exec(line)?.[0])).toEqual(["29/08", "30/08", "31/08", "01/09", "02/09"]);
  });

  test("counts even from the last day that exists", () => {
    expect(lines("due", "PROTEST_AFTER_CASE_END", "2199-12-31")[0]).toBe("2200-12-31");
  });

  test.each([
    [[], "usage: npm run -s law -- due <SERIES> <YYYY-MM-DD> [--version V] [--lang vi|en]"],
    [["due", "PAY_OUT"], "usage:"],
    [["due", "PAY_OUT", "2026-07-01", "2026-07-02"], "usage:"],
    [["due", "PAY_OUT", "2026-07-01", "--version"], "usage:"],
    [["due", "PAY_OUT", "2026-07-01", "--colour", "red"], "usage:"],
    [["due", "PAY_OUT", "2026-07-01", "--lang", "vi", "--lang", "en"], "usage:"],
    [["count", "PAY_OUT", "2026-07-01"], "usage:"],
    [["editions", "2"], "usage:"],
    [["changes", "2"], "usage:"],
    [["due", "PAYOUT", "2026-07-01"], "no rule is called PAYOUT; the rules are: COURT_TRANSFER_FINAL, "],
    [["due", "toString", "2026-07-01"], "no rule is called toString; "],
    [["due", "PAY_OUT", "2026-02-30"], "2026-02-30 is not a day of the calendar; write it as 2026-11-23"],
    [["due", "PAY_OUT", "1/7/2026"], "1/7/2026 is not a day of the calendar; "],
    [["due", "PAY_OUT", "2026-07-01", "--lang", "fr"], "there is no language fr; write --lang vi or --lang en"],
    [
      ["due", "PAY_OUT", "2015-06-30"],
      "PAY_OUT is not in force on 2015-06-30; choose with --version: L2008 (from 2015-07-01 until before 2026-07-01), ",
    ],
    [["due", "PAY_OUT", "2026-07-01", "--version", "L1999"], "PAY_OUT has no version L1999; choose with --version: "],
  ])("%j is answered in one plain line, in both languages", (args, problem) => {
    const [only = "", ...more] = lines(...args);
    expect(only).toMatch(/^refused: .*\p{L}.* · ./u);
    expect([only.includes(` · ${problem}`), only.includes("\n"), more]).toEqual([true, false, []]);
  });

  test("run as a program, prints to stdout and exits 0, or to stderr and exits 2", () => {
    const run = (...args: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, ["scripts/law.ts", ...args], { encoding: "utf8" });
    const [right, wrong] = [
      run("due", "SEND_DECISION_VKS", "2021-01-14"),
      run("due", "SEND_DECISION_VKS", "2021-02-30"),
    ];
    expect([right.status, String(right.stdout).split("\n")[0], right.stderr]).toEqual([0, "2021-01-19", ""]);
    expect([wrong.status, wrong.stdout, String(wrong.stderr).trimEnd().split("\n").length]).toEqual([2, "", 1]);
  });
});
