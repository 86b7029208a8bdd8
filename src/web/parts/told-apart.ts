/** Names that are alike, told apart by their order on the page: the second "kiến nghị" is "kiến nghị (thứ 2)". */

export function toldApart(names: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return names.map((name) => {
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (thứ ${count})`;
  });
}
