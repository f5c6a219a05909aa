import type { Article, Passage, Person } from "../../src/article/article.ts";

const gazette: Person = {
  id: "gazette",
  name: "The Harbour Gazette",
  capacity: "newspaper",
  aliases: ["the paper"],
};
export const marlow: Person = {
  id: "marlow",
  name: "Ines Marlow",
  capacity: "marine engineer",
  aliases: ["the expert", "the engineer"],
};
export const council: Person = {
  id: "council",
  name: "the City Council",
  capacity: "local government",
  aliases: ["the authorities"],
};

export function samplePassage(id: string, text: string, more: Partial<Passage> = {}): Passage {
  return {
    id,
    text,
    speaker: gazette,
    kind: "report",
    quoted: "retold",
    isKeyFact: false,
    keywords: [],
    ...more,
  };
}

/** A made-up news piece about a bridge, with three speakers. */
export function bridgeArticle(more: Partial<Article> = {}): Article {
  return {
    slug: "bridge",
    title: "The old bridge closes",
    language: "en",
    text: "verbatim",
    source: { publisher: gazette, title: "The old bridge closes" },
    people: [gazette, marlow, council],
    suggestedQuestions: [],
    translations: [],
    sections: [
      {
        id: "closure",
        heading: "Why the bridge closes",
        passages: [
          samplePassage("dates", "The bridge will be closed to cars from 3 to 9 May.", {
            speaker: council,
            kind: "announcement",
            keywords: ["dates", "when"],
          }),
          samplePassage(
            "rust",
            "Rust has weakened eleven of the forty cables. The river air carries salt, and salt eats steel.",
            { speaker: marlow, kind: "opinion" },
          ),
          samplePassage("ferry", "A ferry will take people over the river every twenty minutes."),
        ],
      },
      {
        id: "money",
        heading: "What it costs",
        passages: [
          samplePassage("cost", "The repair will cost two million, and NATO engineers may help."),
          samplePassage("doubt", "The sum is far too small for the work ahead.", {
            speaker: marlow,
            kind: "opinion",
            quoted: "direct",
          }),
        ],
      },
    ],
    ...more,
  };
}
