import type { Article, Person } from "../article/article.ts";

type PlainText = {
  readonly slug: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publisher?: Person;
};

/** An English article without sections or markup: every paragraph is a passage, narrated by the publisher. */
export function plainArticle({ slug, title, paragraphs, publisher }: PlainText): Article {
  const passages = paragraphs.map((text, position) => ({
    id: plainPassageId(position),
    text,
    speaker: publisher,
    kind: "report" as const,
    quoted: "retold" as const,
    isKeyFact: false,
    keywords: [],
  }));
  return {
    slug,
    title,
    language: "en",
    text: "verbatim",
    source: { title, ...(publisher && { publisher }) },
    people: publisher ? [publisher] : [],
    sections: [{ id: "text", passages }],
    suggestedQuestions: [],
    translations: [],
  };
}

/** The id of the passage at a position, counted from 0. */
export function plainPassageId(position: number): string {
  return `p${position + 1}`;
}

/** The first line is the title, every other line that is not empty a paragraph. */
export function articleOfText(text: string, slug: string): Article {
  const lines = text.split("\n").map((line) => line.trim());
  const [title = slug, ...paragraphs] = lines.filter((line) => line !== "");
  return plainArticle({ slug, title, paragraphs });
}
