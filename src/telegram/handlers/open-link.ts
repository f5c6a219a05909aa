import type { Context } from "grammy";
import type { Context as ChatContext } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { linkTarget } from "../callback/start-link.ts";
import { withLibraryButton } from "../replies/library-button.ts";
import type { Reply } from "../replies/reply.ts";
import { startReply } from "../replies/start-reply.ts";
import type { Wording } from "../wording/wording.ts";

type Opened = {
  readonly reply: Reply;
  /** What the chat is about from here on, if the parameter names an article. */
  readonly context?: ChatContext;
};

/** What a start parameter opens: an article, a passage of it, or the bot. */
export function openLink(
  ctx: Pick<Context, "chat">,
  parameter: string,
  { articles, wording }: { readonly articles: readonly Article[]; readonly wording: Wording },
): Opened {
  const translated = articlesFor(wording, articles);
  const reply = startReply(translated, parameter, wording);
  const { article, citation } = linkTarget(articles, parameter);
  if (!article) return { reply };
  const speaker = citation && snippetVoice(citation).speaker;
  return {
    reply: withLibraryButton(reply, ctx, { articles: translated, wording }),
    context: {
      language: wording.language,
      article: article.slug,
      ...(citation && { passage: citation.passage.id }),
      ...(speaker && { person: speaker.id }),
    },
  };
}

export function articlesFor({ language }: Wording, articles: readonly Article[]): Article[] {
  return articles.map((article) => articleIn(article, language));
}
