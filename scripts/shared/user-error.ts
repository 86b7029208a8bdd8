/**
 * A UserError has a message of one line that tells a person what to do, in Vietnamese, then in English; scripts print
 * it without a stack.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** A UsageError says that a command does not know its arguments: one line of usage, and exit code 2. */
export class UsageError extends UserError {}

/**
 * reasonOf returns the message of a fault. A refused connection to several addresses of one host has messages only
 * inside.
 */
export function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return [...new Set(fault.errors.map(reasonOf))].join("; ");
  return fault instanceof Error ? fault.message : String(fault);
}
