/**
 * The head of the procuracy signs: what is signed, in words and as the exact text; the command that signs it on the
 * signer's own machine; and the place for the result. The private key never comes here.
 */

import { issueInstrument } from "../../domain/instruments/commands/issuing.ts";
import { checkSignature, type SigningText, signingTextOf } from "../../service/signing.ts";
import { formatDay } from "../day-text.ts";
import { Hidden, Select, TextArea } from "../fields.tsx";
import { filled, formValues, typedValue } from "../form-values.ts";
import { short } from "../rows.ts";
import { showRefusal } from "../show.tsx";
import type { ConsoleContext } from "../visit.ts";
import { onInstrument } from "./on-instrument.tsx";
import { parseDay } from "../../base/day.ts";
import { type InstrumentId, parseId } from "../../base/ids.ts";

export async function signingPage(c: ConsoleContext): Promise<Response> {
  const { reader, host } = c.var.visit;
  const id = parseId<InstrumentId>(c.req.param("id"));
  if (id === undefined) return showRefusal(c, { code: "unknown-instrument" });
  const text = await signingTextOf(id, reader, host);
  // Sent again after it was recorded, there is nothing left to sign: the answer is that of the first time.
  if (!text.ok && c.req.method === "GET") return showRefusal(c, text.refusal);
  const keys = text.ok ? text.value.keys : [];
  return onInstrument(c, () => ({
    title: text.ok ? `Ký, ban hành số ${text.value.number}` : "Ký, ban hành",
    command: issueInstrument,
    input: (values) => ({
      instrument: id,
      number: filled(values, "number"),
      issuedOn: filled(values, "issuedOn"),
      key: filled(values, "key"),
      signature: filled(values, "signature"),
    }),
    labels: { number: "Số", issuedOn: "Ngày ban hành", key: "Khóa ký", signature: "Chữ ký", instrument: "Văn bản" },
    complete: async (input) => {
      const checked = await checkSignature(input, reader, host);
      return checked === undefined ? input : { ...input, checked };
    },
    initial: formValues([
      ["number", text.ok ? text.value.number : ""],
      ["issuedOn", reader.today],
      ["key", keys[0]?.key ?? ""],
    ]),
    aside: text.ok ? (
      <ToSign
        text={text.value}
        instrument={id}
        origin={new URL(c.req.url).origin}
        login={c.var.visit.identity.subject}
      />
    ) : undefined,
    fields: (filling) => (
      <>
        <Hidden name="number" value={typedValue(filling.values, "number")} />
        <Hidden name="issuedOn" value={typedValue(filling.values, "issuedOn")} />
        <Select
          name="key"
          label="Khóa ký đã đăng ký"
          filling={filling}
          options={keys.map(({ key, from }) => ({ value: key, label: `${short(key)}, từ ${formatDay(from)}` }))}
        />
        <TextArea
          name="signature"
          label="Chữ ký"
          hint="Dán nguyên dòng mà lệnh ký in ra (JWS tách rời)."
          filling={filling}
          spell={false}
        />
      </>
    ),
    button: "Ban hành, ghi vào nhật ký",
  }));
}

interface ToSignParts {
  readonly text: SigningText;
  readonly instrument: string;
  readonly origin: string;
  readonly login: string;
}

function ToSign({ text, instrument, origin, login }: ToSignParts) {
  const day = parseDay(text.issuedOn);
  return (
    <>
      <h2>Nội dung được ký</h2>
      <dl>
        <dt>Số</dt>
        <dd>{text.number}</dd>
        <dt>Ngày</dt>
        <dd>{day === undefined ? text.issuedOn : formatDay(day)}</dd>
        {text.fields.map(({ path, value }) => (
          <>
            <dt>{fieldName(path)}</dt>
            <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </>
        ))}
      </dl>
      <details>
        <summary>Văn bản chuẩn tắc, đúng từng byte được ký</summary>
        <pre tabindex={0}>{text.payload}</pre>
      </details>
      <h2>Ký trên máy của người ký</h2>
      <p>
        Lệnh dưới đây tải nội dung, tự tính lại từng cam kết, hiện ra rồi mới ký. Khóa bí mật không rời máy của người
        ký.
      </p>
      <pre
        tabindex={0}
      >{`npm run -s sign -- --key .dev/keys/${login}.jwk --token-file .dev/tokens/${login} --instrument ${instrument} --url ${origin}`}</pre>
    </>
  );
}

/** "/items/0/demand" is what the first item asks. */
function fieldName(path: string): string {
  const item = /^\/items\/(\d+)\/demand$/.exec(path)?.[1];
  if (item !== undefined) return `Yêu cầu, mục ${Number(item) + 1}`;
  return path === "/body" ? "Nội dung chung" : path;
}
