import { expect, test } from "vitest";
import { sql } from "../../src/database/statement.ts";

test("values become parameters, whatever they hold", () => {
  const title = "'; DROP TABLE articles; --";
  const { text, values } = sql`SELECT slug FROM articles WHERE title = ${title} AND day > ${1}`;
  expect(text).toBe("SELECT slug FROM articles WHERE title = $1 AND day > $2");
  expect(values).toEqual([title, 1]);
});

test("a statement within a statement keeps its own values", () => {
  const inEnglish = sql`language = ${"en"} AND title <> ${"$1"}`;
  const { text, values } = sql`SELECT ${1}, slug FROM articles WHERE ${inEnglish} LIMIT ${5}`;
  expect(text).toBe("SELECT $1, slug FROM articles WHERE language = $2 AND title <> $3 LIMIT $4");
  expect(values).toEqual([1, "en", "$1", 5]);
});

test("an object that looks like a statement is a value", () => {
  const forged: unknown = JSON.parse('{"text": "DROP TABLE articles", "values": []}');
  expect(sql`SELECT ${forged}`).toMatchObject({ text: "SELECT $1", values: [forged] });
});
