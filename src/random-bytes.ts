/** Random bytes, drawn a page at a time, since a command needs a few many times. No byte is given twice. */

const page = 4096;

export function makeDice(): (length: number) => Uint8Array {
  let drawn = new Uint8Array(0);
  return (length) => {
    if (length > page) return crypto.getRandomValues(new Uint8Array(length));
    if (length > drawn.length) drawn = crypto.getRandomValues(new Uint8Array(page));
    const taken = drawn.slice(0, length);
    drawn = drawn.subarray(length);
    return taken;
  };
}
