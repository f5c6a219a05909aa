import type { Article } from "../../article/article.ts";
import type { Findings, SearchScope } from "../../search/search.ts";
import type { Citation, Context } from "../answer.ts";
import type { Desk } from "../desk.ts";
import { readFollowUp, type FollowUp } from "./follow-up.ts";
import { NOTHING_REMEMBERED, remember, type Remembered } from "./remembered.ts";
import { withoutCourtesies } from "../intent/small-talk.ts";
import { acceptOffer, inFull, pickFromList } from "./turns.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { packFor } from "../../languages/packs.ts";

/** A question, read in the light of what was said before, and what the search found for it. */
export type AskedQuestion = FollowUp & {
  /** As the reader typed it, cleaned; the question taken up where they said yes to one. */
  readonly typed: string;
  /** The words by which one asks in the question's language. */
  readonly pack: LanguagePack;
  readonly before: Remembered;
  /** The passage that it picks of those listed last. */
  readonly picked?: Citation;
  /** The article asked about; none where several are known and none is spoken of. */
  readonly article?: Article;
  readonly findings: Findings;
};

type Circumstances = {
  readonly context: Context;
  readonly within: string | undefined;
  readonly desk: Desk;
};

/** `question`: cleaned. */
export function readQuestion(
  question: string,
  { context, within, desk }: Circumstances,
): AskedQuestion {
  const pack = packFor(desk.language);
  const before = remember(context, desk.articles);
  const typed = acceptOffer(question, before, pack);
  const polite = withoutCourtesies(typed, pack);
  const picked = pickFromList(polite, before, pack);
  const plain = pack.requests.direct(polite);
  const full = inFull(plain, { before, desk, pack });
  const followUp = tiedOrAlone(readFollowUp(full, before, pack.followUps), before, desk);
  const asked = { ...followUp, typed, pack, before, ...(picked && { picked }) };

  const pinned = desk.articles.find(({ slug }) => slug === within) ?? onlyArticle(desk);
  if (pinned) return { ...asked, article: pinned, findings: look(followUp, desk, pinned) };

  const findings = look(followUp, desk, before.article);
  if (!before.article || findings.verdict === "answered") {
    return { ...asked, findings, ...(before.article && { article: before.article }) };
  }
  // Readers go from article to article without a word; what was said of the first is dropped then.
  const elsewhere = look({ text: plain }, desk);
  if (elsewhere.verdict === "answered") {
    return { ...asked, before: NOTHING_REMEMBERED, findings: elsewhere };
  }
  return { ...asked, article: before.article, findings };
}

/** A question that is answered by itself leaves what was said before, where nothing ties it to that. */
function tiedOrAlone(followUp: FollowUp, { article }: Remembered, desk: Desk): FollowUp {
  if (!followUp.isLoose) return followUp;
  const alone = { text: followUp.text };
  const { query, verdict } = look(alone, desk, article);
  const isNameAlone = query.words.every(({ names }) => names.length > 0);
  return verdict === "answered" && !isNameAlone ? alone : followUp;
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
