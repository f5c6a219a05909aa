import { indexPassages } from "../../../src/search/index/passage-index.ts";
import { parseQuestion } from "../../../src/search/query/parse-question.ts";
import { search } from "../../../src/search/search.ts";
import { snippetOf } from "../../../src/search/snippet.ts";
import { articleOf } from "../article-of.ts";
import { TEN, type Engine } from "../engine.ts";

/** What a reader waits for, including the confidence and the first hit's snippet. */
export const project: Engine = {
  name: "Ask the Article",
  build(texts) {
    const index = indexPassages([articleOf(texts)]);
    index.languageIndexesFor(undefined);
    return {
      find(question) {
        const { query, hits } = search(parseQuestion(index, { text: question }));
        const [first] = hits;
        if (first) snippetOf(first.passage, query);
        return hits.slice(0, TEN).map(({ passage }) => Number(passage.id));
      },
    };
  },
};
