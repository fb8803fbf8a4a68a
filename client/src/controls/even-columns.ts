/** In how many columns `count` things stand so that no row has more than `most` and the rows are as even as they can be. */
export function evenColumns(count: number, most: number): number {
  const rows = Math.ceil(count / most);
  return rows === 0 ? 1 : Math.ceil(count / rows);
}
