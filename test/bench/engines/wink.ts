import bm25 from "wink-bm25-text-search";
import { TEN, type Engine } from "../engine.ts";
import { englishTerms } from "./english-terms.ts";

export const wink: Engine = {
  name: "wink-bm25",
  build(texts) {
    const index = bm25();
    index.defineConfig({ fldWeights: { text: 1 } });
    index.definePrepTasks([englishTerms]);
    for (const [id, text] of texts.entries()) index.addDoc({ text }, id);
    index.consolidate();
    return { find: (question) => index.search(question, TEN).map(([id]) => Number(id)) };
  },
};
