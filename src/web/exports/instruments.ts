/** The export of instruments: requests, recommendations, protests. */

import { instrumentList } from "../../service/listing/instruments.ts";
import { type InstrumentRow, instrumentSteps } from "../../service/views.ts";
import { wordOf } from "../parts/rows.ts";
import { kindWords, statusWords } from "../words/instruments.ts";
import { stepTitles } from "../words/lists.ts";
import { noFiles, officeColumns, namesOf } from "./columns.ts";
import type { ExportedList } from "./exported.ts";
import { orderIn } from "../frame/list-place.ts";
import { filtered, orderFilter } from "./filter-words.ts";

export const instruments: ExportedList<InstrumentRow> = {
  name: "instruments",
  asked: (c) => {
    const step = instrumentSteps.find((each) => each === c.req.query("step"));
    const order = orderIn(c);
    return {
      title: "Văn bản",
      filter: [...filtered("step", "Việc chờ", step, step && stepTitles[step]), ...orderFilter(order)],
      open: instrumentList(step, order),
    };
  },
  columns: [
    { key: "instrument", of: ({ key }) => key },
    { key: "kind", of: ({ kind }) => kind },
    { head: "Loại văn bản", of: ({ kind }) => wordOf(kindWords, kind) },
    { key: "number", head: "Số", of: ({ number }) => number },
    ...officeColumns<InstrumentRow>("issuer", "Nơi ban hành", ({ issuer }) => issuer),
    ...officeColumns<InstrumentRow>("addressee", "Nơi nhận", ({ addressee }) => addressee),
    { key: "status", of: ({ status }) => status },
    { head: "Trạng thái", of: ({ status }) => wordOf(statusWords, status) },
    { key: "issuedOn", head: "Ngày ban hành", kind: "day", of: ({ issuedOn }) => issuedOn },
    { key: "receivedOn", head: "Ngày nhận", kind: "day", of: ({ receivedOn }) => receivedOn },
    { key: "repliedOn", head: "Ngày trả lời", kind: "day", of: ({ repliedOn }) => repliedOn },
    { key: "closedOn", head: "Ngày kết thúc", kind: "day", of: ({ closedOn }) => closedOn },
    { key: "findings", head: "Số vi phạm", kind: "number", of: ({ findings }) => findings },
    { key: "verified", head: "Số đã kiểm chứng", kind: "number", of: ({ verified }) => verified },
  ],
  called: async (rows, { host }) => ({
    ...noFiles,
    offices: await namesOf(
      rows.flatMap(({ issuer, addressee }) => [issuer, addressee]),
      host,
    ),
  }),
};
