/** Rows in pieces of a length that a sheet can hold. */

/**
 * Yields the rows in runs of at most `most`, at least one run, if an empty one. Read each to its end before asking for the next. Ending early
 * ends the rows too.
 */
export async function* runs<Row>(rows: AsyncIterable<Row> | Iterable<Row>, most: number): AsyncGenerator<AsyncGenerator<Row>> {
  const all = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  let next = await all.next();
  async function* run(): AsyncGenerator<Row> {
    for (let taken = 0; taken < most && !next.done; taken++) {
      yield next.value;
      next = await all.next();
    }
  }
  try {
    do yield run();
    while (!next.done);
  } finally {
    await all.return?.();
  }
}
