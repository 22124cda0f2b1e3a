/**
 * Where ids stand in another list, by one pass over both.
 * @param ids ascending
 * @param list ascending
 * @returns for each of `ids` its index in `list`, or -1
 */
export function findRows(ids: Int32Array, list: Int32Array): Int32Array {
  const rows = new Int32Array(ids.length).fill(-1);
  let row = 0;
  for (let i = 0; i < ids.length; i++) {
    while (row < list.length && list[row]! < ids[i]!) row++;
    if (row < list.length && list[row] === ids[i]) rows[i] = row;
  }
  return rows;
}
