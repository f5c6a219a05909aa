import type { Article } from "../article/article.ts";
import { parseArticle } from "../article/parsing/parse-article.ts";
import { writeArticle } from "../article/writing/write-article.ts";
import { packFor } from "../languages/packs.ts";
import { draftArticle } from "./draft/draft-article.ts";
import { proposeQuestions, type AnswersOf } from "./draft/propose-questions.ts";
import type { ExtractedArticle } from "./extracted-article.ts";
import { importedHashes } from "./merge/imported-hashes.ts";
import { mergeArticle } from "./merge/merge-article.ts";
import type { PassageChange } from "./merge/merge-passages.ts";
import { proposeArticle, type ProposedArticle } from "./propose-article.ts";

/** An article as import would write it. */
export type ImportedArticle = {
  readonly article: Article;
  readonly markdown: string;
  readonly proposed: ProposedArticle;
  /** What changed since the last import; `undefined` for a new article. */
  readonly changes: readonly PassageChange[] | undefined;
};

export type ImportOptions = {
  readonly slug: string;
  /** What an earlier import, and the editors since, made of the same page. */
  readonly existing: Article | undefined;
  readonly answersOf: AnswersOf;
};

/** Turns what was found into Markdown; keeps what editors changed since the last import. */
export function importArticle(
  extracted: ExtractedArticle,
  { slug, existing, answersOf }: ImportOptions,
): ImportedArticle {
  const proposed = proposeArticle(extracted);
  const draft = draftArticle(proposed, slug);
  const questions = proposeQuestions(draft, packFor(draft.language), answersOf);
  const fresh: Article = {
    ...draft,
    suggestedQuestions: questions,
    ...(questions.length > 0 && { proposedQuestions: questions }),
  };
  const merged = existing && mergeArticle(existing, fresh);
  const article = merged?.article ?? { ...fresh, imported: importedHashes(fresh) };
  return { ...written(article), proposed, changes: merged?.changes };
}

/** The Markdown, which is read once more: nothing is written that the bot would refuse. */
function written(article: Article): Pick<ImportedArticle, "article" | "markdown"> {
  const markdown = writeArticle(article);
  const read = parseArticle(markdown, `${article.slug}.md`);
  if (read.kind === "parsed") return { article: read.article, markdown };
  const [first] = read.diagnostics;
  throw new Error(`import wrote what cannot be read: ${first?.line}: ${first?.message}`);
}
