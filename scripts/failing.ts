/** How a script ends badly: advice is one line, a fault shows its whole story; the exit code is 1 either way. */

import { EnvironmentWrong } from "../src/env.ts";
import { Advice } from "./advice.ts";

export function failWith(fault: unknown): void {
  const isAdvice = fault instanceof Advice || fault instanceof EnvironmentWrong;
  console.error(isAdvice ? `minh-chung: ${fault.message}` : fault);
  process.exitCode = 1;
}
