import type { Article } from "../../article/article.ts";
import type { Findings, SearchScope } from "../../search/search.ts";
import type { Citation, Context } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { resolveFollowUp, type FollowUp } from "./follow-up.ts";
import { EMPTY_CONTEXT, resolveContext, type ResolvedContext } from "./resolve-context.ts";
import { withoutCourtesies } from "../intent/small-talk.ts";
import { acceptOffer, rewriteQuestion, pickFromList } from "./rewrite-question.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";

/** A question, read in the light of what was said before, and what the search found for it. */
export type ResolvedQuestion = FollowUp & {
  /** As the reader typed it, cleaned; the question taken up where they said yes to one. */
  readonly typed: string;
  /** The words by which one asks in the question's language. */
  readonly pack: LanguagePack;
  readonly before: ResolvedContext;
  /** The passage that it picks of those listed last. */
  readonly picked?: Citation;
  /** The article asked about; none where several are known and none is spoken of. */
  readonly article?: Article;
  readonly findings: Findings;
};

type Circumstances = {
  readonly context: Context;
  readonly within: string | undefined;
  readonly library: ArticleLibrary;
};

/** `question`: cleaned. */
export function resolveQuestion(
  question: string,
  { context, within, library }: Circumstances,
): ResolvedQuestion {
  const pack = packFor(library.language);
  const before = resolveContext(context, library.articles);
  const typed = acceptOffer(question, before, pack);
  const polite = withoutCourtesies(typed, pack);
  const picked = pickFromList(polite, before, pack);
  const plain = pack.requests.direct(polite);
  const full = rewriteQuestion(plain, { before, library, pack });
  const followUp = tiedOrAlone(resolveFollowUp(full, before, pack.followUps), before, library);
  const asked = { ...followUp, typed, pack, before, ...(picked && { picked }) };

  const pinned = library.articles.find(({ slug }) => slug === within) ?? onlyArticle(library);
  if (pinned) return { ...asked, article: pinned, findings: look(followUp, library, pinned) };

  const findings = look(followUp, library, before.article);
  if (!before.article || findings.verdict === "answered") {
    return { ...asked, findings, ...(before.article && { article: before.article }) };
  }
  // Readers go from article to article without a word; what was said of the first is dropped then.
  const elsewhere = look({ text: plain }, library);
  if (elsewhere.verdict === "answered") {
    return { ...asked, before: EMPTY_CONTEXT, findings: elsewhere };
  }
  return { ...asked, article: before.article, findings };
}

/** A question that is answered by itself leaves what was said before, where nothing ties it to that. */
function tiedOrAlone(
  followUp: FollowUp,
  { article }: ResolvedContext,
  library: ArticleLibrary,
): FollowUp {
  if (!followUp.isLoose) return followUp;
  const alone = { text: followUp.text };
  const { query, verdict } = look(alone, library, article);
  const isNameAlone = query.words.every(({ names }) => names.length > 0);
  return verdict === "answered" && !isNameAlone ? alone : followUp;
}

function onlyArticle({ articles: [first, ...others] }: ArticleLibrary): Article | undefined {
  return others.length === 0 ? first : undefined;
}

/** Where to search again for the same question. */
export function scopeOf({
  article,
  background,
}: Pick<ResolvedQuestion, "article" | "background">): SearchScope {
  return {
    ...(article && { article: article.slug }),
    ...(background !== undefined && { background }),
  };
}

function look(followUp: FollowUp, library: ArticleLibrary, article?: Article): Findings {
  return library.search(followUp.text, scopeOf({ ...followUp, ...(article && { article }) }));
}
