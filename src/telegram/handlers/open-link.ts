import type { Context } from "grammy";
import type { Context as ChatContext } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/citations.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { readStartParameter } from "../callback/start-link.ts";
import { withLibraryButton } from "../replies/library-button.ts";
import type { Reply } from "../replies/reply.ts";
import { introReply, startReply } from "../replies/start-reply.ts";
import type { Wording } from "../wording/wording.ts";
import { listingOf } from "./listing-of.ts";

type Opened = {
  readonly reply: Reply;
  /** What the chat is about from here on, if the parameter names an article. */
  readonly context?: ChatContext;
};

/** What a start parameter opens: an article, a passage of it, or the bot; anything else counts as none. */
export async function openLink(
  ctx: Pick<Context, "chat">,
  parameter: string,
  { articles, wording }: { readonly articles: ArticleLookup; readonly wording: Wording },
): Promise<Opened> {
  const { slug, passage } = readStartParameter(parameter);
  const [article] = slug === "" ? [] : await articles.bySlugs([slug]);
  if (!article) return { reply: await replyWithoutArticle(articles, wording) };
  const count = await articles.count();
  const reply = startReply(passageIn(articleIn(article, wording.language), passage), wording);
  const { citation } = passageIn(article, passage);
  const speaker = citation && snippetVoice(citation).speaker;
  return {
    reply: withLibraryButton(reply, ctx, { count, wording }),
    context: {
      language: wording.language,
      article: article.slug,
      ...(citation && { passage: citation.passage.id }),
      ...(speaker && { person: speaker.id }),
    },
  };
}

/** The only article is opened all the same. */
async function replyWithoutArticle(articles: ArticleLookup, wording: Wording): Promise<Reply> {
  const listing = await listingOf(articles, wording);
  const [first, ...others] = listing.articles;
  return first && others.length === 0
    ? startReply({ article: first }, wording)
    : introReply(listing, wording);
}

function passageIn(article: Article, id: string | undefined) {
  return { article, citation: citationsOf(article).find(({ passage }) => passage.id === id) };
}
