import type { Article } from "../article/article.ts";
import { packFor } from "../languages/packs.ts";
import { draftArticle } from "./draft/draft-article.ts";
import { proposeQuestions, type AnswersOf } from "./draft/propose-questions.ts";
import type { ExtractedArticle } from "./extracted-article.ts";
import { importedHashes } from "./merge/imported-hashes.ts";
import { mergeArticle, type MergeOptions } from "./merge/merge-article.ts";
import type { PassageChange } from "./merge/merge-passages.ts";
import { proposeArticle } from "./propose-article.ts";
import { writeProposed, type WrittenProposal } from "./write-proposed.ts";

/** An article as import would write it. */
export type ImportedArticle = WrittenProposal & {
  /** What changed since the last import; `undefined` for a new article. */
  readonly changes: readonly PassageChange[] | undefined;
};

export type ImportOptions = MergeOptions & {
  readonly slug: string;
  /** What an earlier import, and the editors since, made of the same page. */
  readonly existing: Article | undefined;
  readonly answersOf: AnswersOf;
};

/** Turns what was found into Markdown; keeps what editors changed since the last import. */
export function importArticle(
  extracted: ExtractedArticle,
  { slug, existing, answersOf, ...merging }: ImportOptions,
): ImportedArticle {
  const proposed = proposeArticle(extracted);
  const draft = draftArticle(proposed, slug);
  const questions = proposeQuestions(draft, packFor(draft.language), answersOf);
  const fresh: Article = {
    ...draft,
    suggestedQuestions: questions,
    ...(questions.length > 0 && { proposedQuestions: questions }),
  };
  const merged = existing && mergeArticle(existing, fresh, merging);
  const article = merged?.article ?? { ...fresh, imported: importedHashes(fresh) };
  return { ...writeProposed(article, proposed), changes: merged?.changes };
}
