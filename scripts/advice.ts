/** A fault whose message is one line that tells a person what to do; scripts print it without a stack. */
export class Advice extends Error {
  override readonly name = "Advice";
}
