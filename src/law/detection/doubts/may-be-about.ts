/** Whether two acts may be about the same thing although no answer links them: nothing that they go back to sets them apart. */

import type { Act, Subject } from "../../act.ts";
import { type OpenFile, originsOf, sameSide, sameSubject } from "../open-file.ts";

/** Whether an act may be about what a clock is about, which `started` began for `subject`. */
export function mayBeAbout(open: OpenFile, act: Act, started: Act, subject: Subject): boolean {
  if (act.subject.kind === "case" || act.subject.kind === "intake") return true;
  if (act.subject.kind === subject.kind && act.type !== "decision-issued" && !sameSubject(act.subject, subject))
    return false;
  const ours = [subject, ...behind(open, started)];
  const theirs = behind(open, act);
  return theirs.every((their) => {
    const alike = ours.filter((one) => one.kind === their.kind && sameSide(open, one, their));
    return alike.length === 0 || alike.some((one) => theirs.some((each) => sameSubject(each, one)));
  });
}

/** What an act is about: its own subject, and the parties, assets and sums of the acts that it goes back to. */
function behind(open: OpenFile, act: Act): readonly Subject[] {
  return originsOf(open, act)
    .filter((one) => (one === act ? act.type !== "decision-issued" : isNamed(one.subject)))
    .map((one) => one.subject);
}

function isNamed({ kind }: Subject): boolean {
  return kind === "party" || kind === "asset" || kind === "sum";
}
