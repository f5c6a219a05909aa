import { z } from "zod";
import type { Article } from "../article/article.ts";
import { plainArticle, plainPassageId } from "./plain-article.ts";

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              question: z.string(),
              is_impossible: z.boolean().default(false),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A question and the passage it was asked about. */
export type AskedQuestion = {
  readonly article: string;
  readonly passage: string;
  readonly question: string;
  /** The answers' UTF-16 offsets in the passage; empty if it has no answer. */
  readonly answers: readonly { readonly start: number; readonly end: number }[];
};

/** A set in SQuAD 2.0 format: every entry is an article, its paragraphs are passages. */
export type QuestionSet = {
  readonly articles: readonly Article[];
  readonly answerable: readonly AskedQuestion[];
  /** Questions that the passage seems to answer but does not. */
  readonly adversarial: readonly AskedQuestion[];
};

type SquadArticle = z.infer<typeof squadSchema>["data"][number];

export function parseSquad(json: unknown): QuestionSet {
  const { data } = squadSchema.parse(json);
  const asked = data.flatMap((entry, number) => askedOf(entry, slugOf(entry, number)));
  return {
    articles: data.map((entry, number) => articleOf(entry, slugOf(entry, number))),
    answerable: asked.filter((question) => question.answers.length > 0),
    adversarial: asked.filter((question) => question.answers.length === 0),
  };
}

function slugOf({ title }: SquadArticle, number: number): string {
  const plain = title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
  return `${number + 1}-${plain}`;
}

function articleOf({ title, paragraphs }: SquadArticle, slug: string): Article {
  return plainArticle({
    slug,
    title: title.replaceAll("_", " "),
    paragraphs: paragraphs.map(({ context }) => context),
    publisher: { id: "publisher", name: "Wikipedia", capacity: "encyclopedia", aliases: [] },
  });
}

function askedOf({ paragraphs }: SquadArticle, article: string): AskedQuestion[] {
  return paragraphs.flatMap(({ qas }, position) =>
    qas.map(({ question, is_impossible, answers }) => ({
      article,
      passage: plainPassageId(position),
      question,
      answers: is_impossible
        ? []
        : answers.map(({ text, answer_start }) => ({
            start: answer_start,
            end: answer_start + text.length,
          })),
    })),
  );
}
