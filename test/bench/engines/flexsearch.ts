import { Index } from "flexsearch";
import { TEN, type Engine } from "../engine.ts";
import { englishTerms } from "./english-terms.ts";

/** It takes stems and stop words from outside; `suggest` lets a passage lack some of the words. */
export const flexSearch: Engine = {
  name: "FlexSearch",
  build(texts) {
    const index = new Index({ encode: englishTerms, resolution: 9 });
    for (const [id, text] of texts.entries()) index.add(id, text);
    return {
      find: (question) => index.search(question, { limit: TEN, suggest: true }).map(Number),
    };
  },
};
