import Database from "better-sqlite3";
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
      find: (question) => select.all(anyWordOf(question)).map(({ id }) => id),
      bytesOutside: pragma("page_count") * pragma("page_size"),
    };

    function pragma(name: string): number {
      return database.pragma(name, { simple: true });
    }
  },
};

function anyWordOf(question: string): string {
  return (question.match(WORD) ?? []).map((word) => `"${word}"`).join(" OR ");
}
