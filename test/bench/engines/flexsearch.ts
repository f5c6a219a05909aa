import { Index } from "flexsearch";
import { TEN, type Engine } from "../engine.ts";
import { englishTerms } from "./english-terms.ts";

/** Takes our stems and stop words; `suggest` allows a passage to lack some words. */
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
