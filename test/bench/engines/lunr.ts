import lunr from "lunr";
import { TEN, type Engine } from "../engine.ts";

export const lunrEngine: Engine = {
  name: "lunr",
  build(texts) {
    const index = lunr(function configure() {
      this.ref("id");
      this.field("text");
      for (const [id, text] of texts.entries()) this.add({ id, text });
    });
    // Not with the query language, in which punctuation has a meaning.
    return {
      find: (question) =>
        index
          .query((query) => query.term(lunr.tokenizer(question), { usePipeline: true }))
          .slice(0, TEN)
          .map(({ ref }) => Number(ref)),
    };
  },
};
