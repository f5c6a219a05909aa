import type { Article } from "../../src/article/article.ts";

/** An article of passages only, with their positions as ids. */
export function articleOf(texts: readonly string[]): Article {
  const publisher = { id: "publisher", name: "Wikipedia", capacity: "encyclopedia", aliases: [] };
  const passages = texts.map((text, position) => ({
    id: String(position),
    text,
    speaker: publisher,
    kind: "report" as const,
    quoted: "retold" as const,
    isKeyFact: false,
    keywords: [],
  }));
  return {
    slug: "bench",
    title: "",
    language: "en",
    text: "verbatim",
    source: { publisher, title: "" },
    people: [],
    sections: [{ id: "text", heading: "", passages }],
    suggestedQuestions: [],
    translations: [],
  };
}
