/**
 * Commands that a page prints: each works as it is printed for the person who reads it. A file that a command names is one
 * that the reader has, or that the line before it makes. The shell puts the reader's home in the place of "~".
 */

/** The files of a reader's own that commands name. */
export interface OwnFiles {
  readonly token: string;
  readonly key: string;
  /** Whether the files are there already: `npm start` writes those of the demonstration's people. */
  readonly areThere: boolean;
}

export function ownFiles(login: string, development: boolean): OwnFiles {
  return development
    ? { token: `.dev/tokens/${login}`, key: `.dev/keys/${login}.jwk`, areThere: true }
    : { token: "~/minh-chung.token", key: "~/minh-chung.jwk", areThere: false };
}

/** The class by which a test finds every printed command (test/kit/pages/page-rules.ts). */
export function PrintedCommand({ line }: { readonly line: string }) {
  return (
    <pre class="command" tabindex={0}>
      {line}
    </pre>
  );
}

/** Says where commands run, and how the reader's token comes into its file. */
export function BeforeCommands({ files, named }: { readonly files: OwnFiles; readonly named: boolean }) {
  return (
    <>
      <p>
        Chạy lệnh trong thư mục chương trình Minh Chứng trên máy của bạn (cần Node 20 trở lên và npm).{" "}
        <span lang="en">Run it in the folder of this program, on a machine of your own.</span>
      </p>
      {named && !files.areThere ? (
        <>
          <p>
            Trước hết cất mã đăng nhập của bạn vào tệp {files.token}, chỉ bạn đọc được: chạy dòng này, dán mã, bấm Enter
            rồi Ctrl-D. Mã hết hạn thì cất mã mới.{" "}
            <span lang="en">First keep your token in a file: run this line, paste the token, press Enter, Ctrl-D.</span>
          </p>
          <PrintedCommand line={`(umask 077; cat > ${files.token})`} />
        </>
      ) : undefined}
    </>
  );
}
