import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../article/article.ts";
import { articleButton } from "./buttons.ts";
import { blocks, lines, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Readers find the rest by asking. */
export const MAX_ARTICLES = 10;

export type ArticleListing = {
  /** In the reader's language; no more than are listed. */
  readonly articles: readonly Article[];
  /** How many there are, if those are the first of all. */
  readonly total?: number;
};

/** The articles a reader can ask about, with a button to open each. */
export function libraryReply({ articles, total = 0 }: ArticleListing, { replies }: Wording): Reply {
  const listed = articles.slice(0, MAX_ARTICLES);
  // The last one was withdrawn a moment ago.
  if (listed.length === 0) return { text: plain(replies.noArticles), buttons: [] };
  const titles = listed.map(({ title, source: { publisher } }) =>
    publisher
      ? FormattedString.join([`• ${title} · `, FormattedString.italic(publisher.name)])
      : plain(`• ${title}`),
  );
  return {
    text: blocks(
      FormattedString.bold(replies.articles),
      lines(...titles),
      total > listed.length ? plain(replies.articlesInAll(total)) : NOTHING,
      plain(replies.askInYourWords),
    ),
    buttons: listed.map((article) => [articleButton(article, article.title)]),
  };
}
