// Reads queries of DuckDB, one a line of standard input as JSON, runs them in the
// folder it is started in, and prints the rows of each as one line of JSON.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { DuckDBInstance } = createRequire(process.argv[2])("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
for await (const line of createInterface({ input: process.stdin })) {
  const result = await connection.runAndReadAll(JSON.parse(line));
  console.log(JSON.stringify(result.getRowsJson()));
}
