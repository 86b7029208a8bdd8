/** How a script ends badly: advice is one line, a fault shows its whole story; the exit code is 1 either way. */

import { Advice } from "./advice.ts";

export function failWith(fault: unknown): void {
  console.error(fault instanceof Advice ? `minh-chung: ${fault.message}` : fault);
  process.exitCode = 1;
}
