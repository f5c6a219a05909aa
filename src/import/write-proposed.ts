import type { Article } from "../article/article.ts";
import { parseArticle } from "../article/parsing/parse-article.ts";
import { writeArticle } from "../article/writing/write-article.ts";
import type { ProposedArticle } from "./propose-article.ts";
import { asFiled } from "./review/as-filed.ts";
import { listForReview, type SentenceForReview } from "./review/list-for-review.ts";

export type WrittenProposal = {
  readonly article: Article;
  readonly markdown: string;
  /** Who says what in the Markdown. */
  readonly filed: ProposedArticle;
  /** Least certain first. */
  readonly review: readonly SentenceForReview[];
};

/** The Markdown, which is read once more: nothing is written that the bot would refuse. */
export function writeProposed(article: Article, proposed: ProposedArticle): WrittenProposal {
  const markdown = writeArticle(article);
  const read = parseArticle(markdown, `${article.slug}.md`);
  if (read.kind === "parsed") {
    const { article: written } = read;
    const filed = asFiled(written, proposed);
    return { article: written, markdown, filed, review: listForReview(read, proposed) };
  }
  const [first] = read.diagnostics;
  throw new Error(`import wrote what cannot be read: ${first?.line}: ${first?.message}`);
}
