import * as fc from "fast-check";
import MiniSearch from "minisearch";
import { expect, test } from "vitest";
import { runSteps } from "../../../src/languages/steps.ts";
import { openEngine, recordDocuments } from "../../../src/search/index/engine.ts";

/** Few, so that documents share them; as common as words of a language are. */
const WORDS = ["rust", "ferry", "=1969", "міст", "@marlow", "salt", "unlisted"];
const ids = new Map(["salt", "міст", "rust", "=1969", "ferry"].map((term, id) => [term, id]));

const document = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 });

function engineOf(documents: readonly string[][]) {
  const record = runSteps(
    recordDocuments((numberOf) => documents.map((terms) => terms.map(numberOf)), ids),
  );
  return openEngine(record, { idOf: (term) => ids.get(term), size: ids.size });
}

function miniSearchOf(documents: readonly string[][]) {
  const miniSearch = new MiniSearch<{ id: number; terms: string }>({
    fields: ["terms"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => (term === "" ? null : term),
  });
  miniSearch.addAll(documents.map((terms, id) => ({ id, terms: terms.join(" ") })));
  return miniSearch;
}

test("the documents of a term, their order and their scores are MiniSearch's", () => {
  const documents = fc.array(document, { maxLength: 300 });
  fc.assert(
    fc.property(documents, fc.constantFrom(...WORDS.slice(0, -1)), (all, term) => {
      const { numbers, scores } = engineOf(all).documentsWith(term);
      const found = miniSearchOf(all).search(term);
      expect([...scores]).toEqual(found.map(({ score }) => expect.closeTo(score, 9)));
      expect([...numbers]).toEqual(found.map(({ id }) => id));
    }),
  );
});

test("the documents of two terms are those that MiniSearch finds for both", () => {
  const documents = fc.array(document, { maxLength: 300 });
  fc.assert(
    fc.property(documents, (all) => {
      const found = miniSearchOf(all).search("rust ferry", { combineWith: "AND" });
      const both = engineOf(all).documentsWithBoth("rust", "ferry");
      expect(both.toSorted((one, other) => one - other)).toEqual(
        found.map(({ id }) => Number(id)).toSorted((one, other) => one - other),
      );
    }),
  );
});

test("a term that no document has, or that the index does not know, has no documents", () => {
  const engine = engineOf([["rust"], []]);
  expect(engine.documentsWith("salt").numbers).toHaveLength(0);
  expect(engine.documentsWith("nobody knows").numbers).toHaveLength(0);
  expect(engine.documentsWithBoth("rust", "nobody knows")).toEqual([]);
});
