/**
 * The page on which the head of a procuracy signs: what is signed, in words and as the exact text; the command that
 * signs it on the signer's own machine; and the input for the result. The private key never comes here.
 */

import { type IssueInput, issueInstrument } from "../../domain/instruments/commands/issuing.ts";
import type { InstrumentPage } from "../../service/reading/instrument-page.ts";
import { type NamedOffice, namedOffices } from "../../service/streams/office-names.ts";
import { checkSignature, type SigningText, signingTextOf } from "../../service/reading/signing.ts";
import { BeforeCommands, type OwnFiles, ownFiles, PrintedCommand } from "../parts/commands.tsx";
import { formatDay } from "../parts/day-text.ts";
import { type Filling, Hidden, Select, TextArea } from "../form/fields.tsx";
import { filled, type FormValues } from "../form/form-values.ts";
import { dayText } from "../parts/rows.ts";
import { showRefusal } from "../frame/show.tsx";
import type { ConsoleContext } from "../frame/visit.ts";
import { instrumentActPage } from "./on-instrument.tsx";
import { Summary } from "./summary.tsx";
import { type InstrumentId, type OfficeId, parseId } from "../../base/ids.ts";

export async function signingPage(c: ConsoleContext): Promise<Response> {
  const { reader, host, identity, origin, development } = c.var.visit;
  const files = ownFiles(identity.subject, development);
  const id = parseId<InstrumentId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-instrument" });
  const read = await signingTextOf(id, reader, host);
  // A form that is sent again after the recording has nothing left to sign: it gets the answer of the first time.
  if (!read.ok && c.req.method === "GET") return showRefusal(c, read.refusal);
  const text = read.ok ? read.value : undefined;
  return instrumentActPage(c, async (page) => ({
    title: "Ký, ban hành",
    command: issueInstrument,
    input: (values) => signedOf(values, id),
    labels: { issuedOn: "Ngày ban hành", key: "Khóa ký", signature: "Chữ ký", instrument: "Văn bản" },
    complete: async (input: IssueInput) => {
      const checked = await checkSignature(input, reader, host);
      return checked === undefined ? input : { ...input, checked };
    },
    aside: text && <ToSign text={text} page={page} names={await namedIn(page, c)} origin={origin} files={files} />,
    fields: (filling) => <Signature filling={filling} text={text} />,
    button: "Ban hành, ghi vào nhật ký",
  }));
}

async function namedIn({ state }: InstrumentPage, c: ConsoleContext) {
  return namedOffices([state.issuer, state.addressee], c.var.visit.host);
}

function signedOf(values: FormValues, instrument: InstrumentId): unknown {
  const [issuedOn, key] = [filled(values, "issuedOn"), filled(values, "key")];
  return { instrument, issuedOn, key, signature: filled(values, "signature") };
}

/** The day is always that of the text shown above, because another day makes another text to sign. */
function Signature({ filling, text }: { readonly filling: Filling; readonly text: SigningText | undefined }) {
  const keys = text?.keys ?? [];
  return (
    <>
      <Hidden name="issuedOn" value={text?.issuedOn ?? ""} />
      <Select
        name="key"
        label="Khóa ký đã đăng ký"
        filling={filling}
        options={keys.map(({ key, from }, i) => ({
          value: key,
          label: `Khóa thứ ${i + 1}, đăng ký ngày ${formatDay(from)}`,
        }))}
      />
      <TextArea
        name="signature"
        label="Chữ ký"
        hint="Dán nguyên dòng mà lệnh ký in ra (JWS tách rời)."
        filling={filling}
        spell={false}
      />
    </>
  );
}

interface ToSignParts {
  readonly text: SigningText;
  readonly page: InstrumentPage;
  readonly names: ReadonlyMap<OfficeId, NamedOffice>;
  readonly origin: string;
  readonly files: OwnFiles;
}

function ToSign({ text, page: { state, opened }, names, origin, files }: ToSignParts) {
  return (
    <>
      <h2>Nội dung được ký</h2>
      <p>
        Ngày <strong>{dayText(text.issuedOn)}</strong>. Số được cấp khi ghi vào nhật ký, nên không có trong nội dung ký.
      </p>
      <Summary state={state} names={names} opened={opened} />
      <details>
        <summary>Văn bản chuẩn tắc, đúng từng byte được ký</summary>
        <pre tabindex={0}>{text.payload}</pre>
      </details>
      <h2>Ký trên máy của người ký</h2>
      {text.keys.length === 0 ? (
        <p>
          Bạn chưa có khóa ký được đăng ký, nên chưa ký được văn bản nào: Quản trị danh bạ đăng ký khóa công khai của
          bạn trước.
        </p>
      ) : (
        <HowToSign files={files} ask={`--instrument ${state.instrument} --url ${origin}`} />
      )}
    </>
  );
}

function HowToSign({ files, ask }: { readonly files: OwnFiles; readonly ask: string }) {
  return (
    <>
      <BeforeCommands files={files} named />
      {files.areThere ? undefined : <p>Khóa bí mật của bạn nằm trong tệp {files.key}: chép tệp khóa vào đó.</p>}
      <p>
        Lệnh dưới đây tải nội dung, tự tính lại từng cam kết, hiện ra rồi mới ký, và in ra một dòng chữ ký để dán vào ô
        ở dưới. Khóa bí mật không rời máy của người ký.{" "}
        <span lang="en">It shows what is signed, signs it, and prints the signature to paste below.</span>
      </p>
      <PrintedCommand line={`npm run -s sign -- --key ${files.key} --token-file ${files.token} ${ask}`} />
    </>
  );
}
