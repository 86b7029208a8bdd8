/** The ways from a file to the pages of its acts, for a person who may record, and from an act back to its file. */

import { type Role, streamName } from "../../domain/event.ts";
import { type ActFile, type ActFileKind, actFileKinds } from "../../domain/files/act-file.ts";
import { mayRecord } from "../../domain/files/who-records.ts";
import { actEntry, type ActType } from "../../law/act.ts";
import type { Obligation } from "../../law/detection/detection.ts";
import { currentEdition } from "../../law/edition.ts";
import { numbersOf } from "../../service/reading/file-numbers.ts";
import type { Visit } from "../frame/visit.ts";
import type { May } from "../frame/permitted.ts";
import type { AboutName } from "../parts/detection-value.ts";
import { FileLink } from "../parts/file-link.tsx";
import { withQuery } from "../parts/pager.tsx";
import { fitsFile } from "./act-choices.ts";

export function RecordLink({ path, may }: { readonly path: string; readonly may: May }) {
  if (!may("record-act")) return undefined;
  return (
    <p class="actions">
      <a class="button" href={`${path}/acts`}>
        Ghi hành vi thi hành án
      </a>
      {may("correct-act") ? (
        <a class="button" href={`${path}/corrections`}>
          Đính chính mục đã ghi
        </a>
      ) : undefined}
    </p>
  );
}

interface FulfilParts {
  readonly about: AboutName;
  readonly obligation: Obligation;
  /** The roles of a person who may record acts on the file; none for others. */
  readonly roles: readonly Role[];
}

/** The way from a duty that is not done to the page of the act that fulfils it, with what it is about filled in. */
export function FulfilLink({ about, obligation, roles }: FulfilParts) {
  const kind = actFileKinds.find((each) => each === about.kind);
  const type = kind && fulfillingAct(obligation, kind, roles);
  if (type === undefined) return undefined;
  const { subject, startedBy } = obligation;
  const query = { answers: startedBy, subject: `${subject.kind} ${subject.id}` };
  return (
    <div class="detail">
      <a href={withQuery(`/console/${about.kind}s/${about.id}/acts/${type}`, query)}>ghi: {actEntry(type).vi}</a>
    </div>
  );
}

/** The first act of the rule that this person may record on such a file. */
function fulfillingAct(
  { rule, version, mode, state }: Obligation,
  kind: ActFileKind,
  roles: readonly Role[],
): ActType | undefined {
  if (mode !== "duty" || (state !== "open" && state !== "missed")) return undefined;
  const metBy = currentEdition.rules.find((each) => each.series === rule && each.version === version)?.metBy ?? [];
  return metBy.map(({ act }) => act).find((type) => fitsFile(type, kind) && mayRecord(type, kind, roles));
}

interface Other {
  readonly path: string;
  readonly words: string;
}

/**
 * backToFile names the file by its number, so that the preview says in which file something is recorded; it links another
 * choice of the same file too, where there is one.
 */
export async function backToFile({ kind, state }: ActFile, { reader, host }: Visit, other?: Other) {
  const file = streamName(kind, state.id);
  const numbers = await numbersOf([file], reader, host);
  return (
    <p>
      <FileLink file={file} numbers={numbers} />
      {other === undefined ? undefined : (
        <>
          {" "}
          · <a href={other.path}>{other.words}</a>
        </>
      )}
    </p>
  );
}
