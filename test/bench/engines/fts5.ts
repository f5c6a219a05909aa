import Database from "better-sqlite3";
import { packFor } from "../../../src/languages/packs.ts";
import { TEN, type Engine } from "../engine.ts";

const WORD = /[\p{L}\p{N}]+/gu;

export const fts5: Engine = {
  name: "SQLite FTS5, bm25, porter",
  build(texts) {
    const database = new Database(":memory:");
    database.exec(`create virtual table passages using fts5(text, tokenize = "porter unicode61")`);
    const insert = database.prepare("insert into passages(rowid, text) values (?, ?)");
    const insertAll = database.transaction<string>((all) => {
      for (const [id, text] of all.entries()) insert.run(id, text);
    });
    insertAll(texts);
    const select = database.prepare(
      `select rowid as id from passages where passages match ? order by bm25(passages) limit ${TEN}`,
    );
    return {
      find: (question) => allOf(anyWordOf(question)),
      bytesOutside: pragma("page_count") * pragma("page_size"),
    };

    function allOf(query: string): number[] {
      return query === "" ? [] : select.all(query).map(({ id }) => id);
    }

    function pragma(name: string): number {
      return database.pragma(name, { simple: true });
    }
  },
};

/** Without stop words: with them, results are worse and take ten times as long. */
function anyWordOf(question: string): string {
  const { isStopWord } = packFor("en").terms;
  const words = question.match(WORD) ?? [];
  return words
    .filter((word) => !isStopWord(word))
    .map((word) => `"${word}"`)
    .join(" OR ");
}
