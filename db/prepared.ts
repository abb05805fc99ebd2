/** Queries on the hot path are built once per connection: building costs several times what running does. */
import { getTableColumns, type Placeholder, type SQL, sql, type Table } from 'drizzle-orm';
import type { Database } from './database.ts';

interface Preparable<Rows> {
  prepare(): { execute(values: Record<string, unknown>): Promise<Rows> };
}

/**
 * Returns a query function that builds its statement on first use, per connection, and then only fills in values. Name the values in
 * `build` with `value('name')`.
 */
export function prepared<Values extends object, Rows>(build: (db: Database) => Preparable<Rows>) {
  const ready = new WeakMap<Database, ReturnType<Preparable<Rows>['prepare']>>();
  return (db: Database, values: Values): Promise<Rows> => {
    let query = ready.get(db);
    if (!query) {
      query = build(db).prepare();
      ready.set(db, query);
    }
    return query.execute(values as Record<string, unknown>);
  };
}

/** A value that is filled in at each call. */
export const value = (name: string) => sql.placeholder(name);

/** Returns a placeholder for every column of `table`, under the names that its rows have. */
export function valuesOf<T extends Table>(table: T): { [K in keyof T['_']['columns']]: Placeholder } {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as { [K in keyof T['_']['columns']]: Placeholder };
}

/** Returns, for an upsert, "take the new row's value" for every column of `table`. */
export function newValuesOf<T extends Table>(table: T): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  );
}
