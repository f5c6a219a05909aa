import type { Article } from "../article/article.ts";
import type { Findings, SearchScope } from "../search/search-passages.ts";
import type { Context } from "./answer.ts";
import type { Desk } from "./desk.ts";
import { cleanQuestion } from "./clean-question.ts";
import { readFollowUp, remember, type FollowUp, type Remembered } from "./follow-up.ts";
import { withoutCourtesies } from "./small-talk.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";
import { vocabularyIn } from "./vocabulary/vocabulary-in.ts";

/** A question, read in the light of what was said before, and what the search found for it. */
export type AskedQuestion = FollowUp & {
  /** As the reader typed it, cleaned. */
  readonly typed: string;
  /** The words by which one asks in the question's language. */
  readonly vocabulary: Vocabulary;
  readonly before: Remembered;
  /** The article asked about; none where several are known and none is spoken of. */
  readonly article?: Article;
  readonly findings: Findings;
};

type Circumstances = {
  readonly context: Context;
  readonly within: string | undefined;
  readonly desk: Desk;
};

export function readQuestion(
  question: string,
  { context, within, desk }: Circumstances,
): AskedQuestion {
  const typed = cleanQuestion(question);
  const before = remember(context, desk.articles);
  const vocabulary = vocabularyIn(desk.language);
  const plain = withoutCourtesies(typed, vocabulary);
  const followUp = readFollowUp(plain, before, vocabulary.followUps);
  const asked = { ...followUp, typed, vocabulary, before };

  const pinned = desk.articles.find(({ slug }) => slug === within) ?? onlyArticle(desk);
  if (pinned) return { ...asked, article: pinned, findings: look(followUp, desk, pinned) };

  const findings = look(followUp, desk, before.article);
  if (!before.article || findings.verdict === "answered") {
    return { ...asked, findings, ...(before.article && { article: before.article }) };
  }
  // Readers go from article to article without a word; what was said of the first is dropped then.
  const elsewhere = look(readFollowUp(plain, {}, vocabulary.followUps), desk);
  if (elsewhere.verdict === "answered") return { ...asked, before: {}, findings: elsewhere };
  return { ...asked, article: before.article, findings };
}

function onlyArticle({ articles: [first, ...others] }: Desk): Article | undefined {
  return others.length === 0 ? first : undefined;
}

/** Where to search again for the same question. */
export function scopeOf({
  article,
  background,
}: Pick<AskedQuestion, "article" | "background">): SearchScope {
  return {
    ...(article && { article: article.slug }),
    ...(background !== undefined && { background }),
  };
}

function look(followUp: FollowUp, desk: Desk, article?: Article): Findings {
  return desk.search(followUp.text, scopeOf({ ...followUp, ...(article && { article }) }));
}
