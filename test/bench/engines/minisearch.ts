import MiniSearch, { type Options } from "minisearch";
import { TEN, type Engine } from "../engine.ts";
import { englishTerms } from "./english-terms.ts";

type Entry = { readonly id: number; readonly text: string };

export const miniSearch = engineWith("MiniSearch, default", {});

export const miniSearchWithStems = engineWith("MiniSearch, stems, stop words", {
  tokenize: englishTerms,
  processTerm: (term) => term,
});

function engineWith(name: string, options: Partial<Options<Entry>>): Engine {
  return {
    name,
    build(texts) {
      const index = new MiniSearch<Entry>({ fields: ["text"], ...options });
      index.addAll(texts.map((text, id) => ({ id, text })));
      return {
        find: (question) =>
          index
            .search(question)
            .slice(0, TEN)
            .map(({ id }) => Number(id)),
      };
    },
  };
}
