import { Composer, type Context } from "grammy";
import type { Answer, OverviewAnswer } from "../answer/answer.ts";
import { overviewOf } from "../answer/answer-on-article.ts";
import type { Article } from "../article/article.ts";
import { renderReply } from "./answer-reply.ts";
import { answerIn, type Talk } from "./questions.ts";
import { blocks, lines, plain, type Reply } from "./reply.ts";
import { sendReply } from "./send-reply.ts";
import { linkTarget } from "./start-link.ts";
import { startReply } from "./start-reply.ts";
import { wordingFor } from "./wording-for.ts";
import type { Wording } from "./wording/wording.ts";

type Library = Talk & { readonly articles: () => readonly Article[] };

const OVERVIEWS: Readonly<Record<string, OverviewAnswer["of"]>> = {
  brief: "sections",
  facts: "key-facts",
  dates: "dates",
  people: "people",
};

export function commands(library: Library): Composer<Context> {
  const { memory } = library;
  const composer = new Composer();

  composer.command("start", async (ctx) => {
    const articles = library.articles();
    const { article, citation } = linkTarget(articles, ctx.match);
    if (article) {
      const about = citation && {
        passage: citation.passage.id,
        person: citation.passage.speaker.id,
      };
      memory.remember(ctx.chat.id, { context: { article: article.slug, ...about } });
    }
    await sendReply(ctx, startReply(articles, ctx.match, wordingFor(ctx)));
  });
  composer.command("help", (ctx) => sendReply(ctx, helpReply(wordingFor(ctx))));
  composer.command("ask", (ctx) =>
    ctx.match.trim() === ""
      ? sendReply(ctx, helpReply(wordingFor(ctx)))
      : answerIn(ctx, ctx.match, library),
  );
  composer.command("about", (ctx) => sendReply(ctx, replyOn(ctx, library, sourceOf)));
  for (const [command, of] of Object.entries(OVERVIEWS)) {
    composer.command(command, (ctx) =>
      sendReply(
        ctx,
        replyOn(ctx, library, (article) => overviewOf(article, of)),
      ),
    );
  }
  return composer;
}

/** The article the chat is about; none where several are known and none was spoken of. */
function currentArticle(ctx: Context, { articles: all, memory }: Library): Article | undefined {
  const articles = all();
  const { context } = memory.recall(ctx.chat?.id ?? 0);
  const spokenOf = articles.find(({ slug }) => slug === context?.article);
  return spokenOf ?? (articles.length === 1 ? articles[0] : undefined);
}

function replyOn(ctx: Context, library: Library, answerOn: (article: Article) => Answer): Reply {
  const article = currentArticle(ctx, library);
  if (article) return renderReply({ answer: answerOn(article) }, wordingFor(ctx));
  const [first, ...others] = library.articles();
  if (!first) throw new Error("no articles → load at least one before answering");
  const list = { kind: "overview", of: "library", passages: [] } as const;
  return renderReply({ answer: { ...list, articles: [first, ...others] } }, wordingFor(ctx));
}

function sourceOf(article: Article): Answer {
  return { kind: "source", article };
}

function helpReply(wording: Wording): Reply {
  const list = Object.entries(wording.profile.commands).map(([name, does]) =>
    plain(`/${name} – ${does}`),
  );
  return { text: blocks(...wording.help.map(plain), lines(...list)), buttons: [] };
}
