/** A fault whose message is one line that tells a person what to do, in Vietnamese, then in English; scripts print it without a stack. */
export class UserError extends Error {
  override readonly name = "Advice";
}

/** Words that a command does not know: one line of its usage, and exit code 2. */
export class UsageError extends UserError {}

/** What went wrong, in the words of whoever noticed it. A refused connection to several addresses of one host has words only inside. */
export function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return [...new Set(fault.errors.map(reasonOf))].join("; ");
  return fault instanceof Error ? fault.message : String(fault);
}
