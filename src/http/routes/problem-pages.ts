/** GET /problems/<code>: the page behind the type URI of a problem (RFC 9457 §3.1.1). */

import { done, refused } from "../../base/outcome.ts";
import { jsonReply } from "../json-reply.ts";
import { publicRoute } from "../public-route.ts";
import { type ProblemCode, problemCodes, problemText } from "../problem.ts";
import type { Route } from "../route.ts";

export const problemRoutes: readonly Route[] = [
  publicRoute({
    path: "/problems",
    summary: ["Mọi mã lỗi", "Every problem code"],
    type: "application/json",
    answer: async () => done(jsonReply({ items: problemCodes.map(problemPage) })),
  }),
  publicRoute({
    path: "/problems/:code{[a-z0-9-]+}",
    summary: ["Một mã lỗi: nghĩa và cách xử lý", "One problem: what it means, what to do"],
    type: "application/json",
    answer: async ({ params }) => {
      const code = problemCodes.find((each) => each === params["code"]);
      return code === undefined ? refused({ code: "not-found" }) : done(jsonReply(problemPage(code)));
    },
  }),
];

function problemPage(code: ProblemCode) {
  const { status, wrong, todo } = problemText(code);
  return {
    type: `/problems/${code}`,
    code,
    status,
    wrong: { vi: wrong[0], en: wrong[1] },
    todo: { vi: todo[0], en: todo[1] },
  };
}
