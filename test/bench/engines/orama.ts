import { create, insertMultiple, search } from "@orama/orama";
import { stemmer } from "@orama/stemmers/english";
import { stopwords } from "@orama/stopwords/english";
import { TEN, type Engine } from "../engine.ts";

const BATCH = 1000;

export const orama: Engine = {
  name: "Orama, stems, stop words",
  async build(texts) {
    const database = create({
      schema: { text: "string", position: "number" },
      components: {
        tokenizer: { language: "english", stemming: true, stemmer, stopWords: stopwords },
      },
    });
    const entries = texts.map((text, position) => ({ text, position }));
    await insertMultiple(database, entries, BATCH);
    return {
      async find(term) {
        const { hits } = await search(database, { term, properties: ["text"], limit: TEN });
        return hits.map(({ document }) => document.position);
      },
    };
  },
};
