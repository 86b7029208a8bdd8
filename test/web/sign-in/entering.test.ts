/** A visit borrows one host only: a visit that held one and waited for another could block all others. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { makeConsole } from "../../../src/web/console.tsx";
import { Api } from "../../kit/api/api.ts";
import { settleOffices } from "../../kit/api/office-world.ts";

let api: Api;
beforeAll(async () => {
  api = await Api.start();
  await settleOffices(api);
});
afterAll(async () => {
  await api.end();
});

test.each(["/console", "/console/today", "/console/office"])(
  "%s borrows a host once and gives it back",
  async (path) => {
    const lent = { begun: 0, ended: 0 };
    const app = makeConsole({
      host: () => {
        lent.begun++;
        return {
          host: api.whole.host,
          end: async () => {
            lent.ended++;
          },
        };
      },
      tokens: api.tokens,
      development: true,
      report: (fault) => api.faults.push(fault),
    });
    const cookie = `minh-chung-token=${await api.token("procurator")}`;
    const response = await app.request(path, { headers: { cookie } });
    expect(response.status).toBeLessThan(400);
    expect(lent).toEqual({ begun: 1, ended: 1 });
  },
);
