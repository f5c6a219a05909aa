/** Brings a database up to date with the migrations of a folder: DATABASE_URL and MIGRATIONS. */
import { Client } from "pg";
import { migrateDatabase } from "../../src/database/migrate.ts";

const { DATABASE_URL: connectionString = "", MIGRATIONS: folder = "" } = process.env;
const client = new Client({ connectionString });
await client.connect();
const log = (sentence: string) => console.log(sentence);
console.log((await migrateDatabase(client, log, new AbortController().signal, folder)).kind);
await client.end();
