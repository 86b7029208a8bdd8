/**
 * npm run audit recomputes everything in the database from the recorded bytes, the read models and the committed values
 * included. It counts all faults, prints the first hundred of each kind and what it could not look at because of them, and
 * exits with 1, or with 0 when there is none. It only reads, in one
 * snapshot, while the server goes on.
 */

import { memoryOf, readKeys } from "../src/assemble.ts";
import { ed25519Verifier, parseVkey } from "../src/log/note.ts";
import { auditDatabase, type DatabaseAudit } from "../src/service/auditing/audit-database.ts";
import { type SignerMemory, TryAgain } from "../src/service/ports.ts";
import { readEvidence } from "../src/store/evidence.ts";
import { openPool } from "../src/store/postgres.ts";
import { type Audited, openAudited } from "./audit/audited.ts";
import { foundLines } from "./audit/report.ts";
import { UsageError } from "./shared/user-error.ts";
import { expectedCatalog } from "./postgres/catalog-file.ts";
import { failWith } from "./shared/failing.ts";
import { showProgress } from "./verify/progress.ts";
import { reopenedText } from "./verify/reopened.ts";

async function main(): Promise<number> {
  if (process.argv.length > 2) throw new UsageError("cách dùng · usage: npm run -s audit");
  const audited = await openAudited();
  try {
    const started = performance.now();
    const { size, found, reopenings, unadopted, unexplained, stopped } = await audit(audited);
    for (const reopening of reopenings) console.log(reopenedText(reopening));
    if (unadopted > 0) console.log(unadoptedText(unadopted));
    if (unexplained > 0) console.log(unexplainedText(unexplained));
    if (stopped !== undefined)
      console.log(
        `CHÚ Ý · NOTE: nhật ký đã dừng · the log has stopped: ${stopped} (scripts/README.md#if-the-log-stops)`,
      );
    for (const line of foundLines(found)) console.log(line);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { total } = found.faults;
    const verdict = total === 0 ? "ĐÚNG · RIGHT" : `${total} lỗi · faults`;
    console.log(`${verdict}: ${size} mục · entries, ${seconds} s`);
    return total === 0 ? 0 : 1;
  } finally {
    await audited.close();
  }
}

function unadoptedText(events: number): string {
  return `CHÚ Ý · NOTE: ${events} sự kiện dẫn bộ quy tắc mà chưa ai thông qua · events name an edition of the law that nobody had adopted`;
}

function unexplainedText(events: number): string {
  return `CHÚ Ý · NOTE: ${events} sự kiện dẫn bộ quy tắc mà chương trình này không có, chưa tính lại lời giải thích · events name an edition of the law that this program does not have; their explanations were not made again`;
}

async function audit({ env, databaseUrl }: Audited): Promise<DatabaseAudit> {
  const keys = await readKeys(env);
  const key = parseVkey(keys.key.vkey);
  if (key === undefined) throw new Error("the log's own key does not parse");
  const progress = showProgress("lượt đọc mục · readings of entries");
  const { database, end } = openPool(databaseUrl, 2);
  try {
    const remembered = await readMemory(memoryOf(env, keys.key.signer.name));
    return await readEvidence(database, keys.cipher, async (evidence) =>
      auditDatabase(
        evidence,
        { verifier: ed25519Verifier(key), keyed: keys.keyed },
        { remembered, catalog: expectedCatalog(), progress: progress.show },
      ),
    );
  } finally {
    progress.end();
    await end();
  }
}

/**
 * readMemory reads the signer's memory before the snapshot is taken, so the remembered checkpoint must be in the
 * snapshot.
 */
async function readMemory(memory: SignerMemory | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await memory?.read())?.note;
  } catch (fault) {
    if (!(fault instanceof TryAgain)) throw fault;
    console.error(
      "CHÚ Ý: không đọc được bộ nhớ của người ký, phần này chưa kiểm tra · NOTE: the signer's memory (S3) does not answer and was not compared",
    );
    return undefined;
  }
}

try {
  process.exitCode = await main();
} catch (fault) {
  failWith(fault);
}
