/** Throws a sentence that says what to do where this Node cannot load the driver, which would crash the process. */
export function assertNodeCanLoadSqlite(napi: string | undefined): void {
  if (Number(napi) >= 10) return;
  throw new Error(
    `Node ${process.versions.node} is too old for the database driver. Use Node 22.14 or newer: "npm start" brings its own, and so does node_modules/.bin/node.`,
  );
}
