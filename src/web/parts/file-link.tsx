/** A file as the screens call it: by its number for a person who may see it; a link tells others apart by the beginning of the id. */

import { isFileKind, type StreamName, streamId, streamKind } from "../../domain/event.ts";
import type { FileNumbers } from "../../service/reading/file-numbers.ts";
import { short } from "./rows.ts";
import { fileWords } from "../words/files.ts";

export function fileLabel(file: StreamName, numbers: FileNumbers): string {
  return `${fileWord(file)} ${numbers.get(file) ?? "không hiện số"}`;
}

export function fileWord(file: StreamName): string {
  const kind = streamKind(file);
  return isFileKind(kind) ? fileWords[kind] : kind;
}

export function filePath(file: StreamName): string {
  return `/console/${streamKind(file)}s/${streamId(file)}`;
}

/** The id of the part of a page that explains each due day; lists link to it. */
export const limitsId = "limits";

interface LinkParts {
  readonly file: StreamName;
  readonly numbers: FileNumbers;
  /** The fragment of its page, such as "#gone". */
  readonly part?: string;
}

export function FileLink({ file, numbers, part = "" }: LinkParts) {
  return (
    <a href={`${filePath(file)}${part}`}>
      {fileWord(file)} {numbers.get(file) ?? <span class="code">{short(streamId(file))}</span>}
    </a>
  );
}
