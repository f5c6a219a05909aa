import elasticlunr from "elasticlunr";
import { TEN, type Engine } from "../engine.ts";

export const elasticlunrEngine: Engine = {
  name: "elasticlunr",
  build(texts) {
    const index = elasticlunr(function configure() {
      this.setRef("id");
      this.addField("text");
      this.saveDocument(false);
    });
    for (const [id, text] of texts.entries()) index.addDoc({ id, text });
    return {
      find: (question) =>
        index
          .search(question, {})
          .slice(0, TEN)
          .map(({ ref }) => Number(ref)),
    };
  },
};
