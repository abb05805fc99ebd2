/** The column vocabulary on SQLite. Tables are written once in these words; another dialect needs only its own file like this one. */
import { customType, foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';

// Prepared statements hand a null to `toDriver` too, and drizzle's own boolean would store it as false.
const flag = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value: boolean | null) => (value === null ? (null as unknown as number) : Number(value)),
  fromDriver: (stored) => stored === 1,
});

/** JSON that is parsed by `schema` whenever it is read: a row that no longer fits fails loudly instead of travelling on. */
const json = <T>(name: string, schema: z.ZodType<T>) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => schema.parse(JSON.parse(stored)),
  })(name);

export const sqliteColumns = {
  table: sqliteTable,
  id: (name: string) => text(name),
  text: (name: string) => text(name),
  integer: (name: string) => integer(name),
  real: (name: string) => real(name),
  flag: (name: string) => flag(name),
  /** Milliseconds since 1970, a plain number. */
  instant: (name: string) => integer(name),
  json,
  primaryKey,
  foreignKey,
  index,
  uniqueIndex,
};
export type Columns = typeof sqliteColumns;
