/** SQL on a connection. */
import type Sqlite from 'better-sqlite3';

const statementsKept = 500;

/** Returns a function that runs SQL and gives rows as arrays; statements are compiled once. */
export function runner(client: Sqlite.Database) {
  const statements = new Map<string, Sqlite.Statement<unknown[], unknown[]>>();
  const compiled = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = client.prepare<unknown[], unknown[]>(sql);
    if (statement.reader) statement.raw();
    if (statements.size >= statementsKept)
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    statements.set(sql, statement);
    return statement;
  };
  return (sql: string, parameters: unknown[]): unknown[][] => {
    const statement = compiled(sql);
    if (statement.reader) return statement.all(...parameters);
    statement.run(...parameters);
    return [];
  };
}
