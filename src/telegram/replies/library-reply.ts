import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../article/article.ts";
import { articleButton } from "./buttons.ts";
import { blocks, lines, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Readers find the rest by asking. */
export const MAX_ARTICLES = 10;

/** The articles a reader can ask about, with a button to open each. */
export function libraryReply(articles: readonly Article[], wording: Wording): Reply {
  const listed = articles.slice(0, MAX_ARTICLES);
  const titles = listed.map(({ title, source: { publisher } }) =>
    publisher
      ? FormattedString.join([`• ${title} · `, FormattedString.italic(publisher.name)])
      : plain(`• ${title}`),
  );
  return {
    text: blocks(
      FormattedString.bold(wording.replies.articles),
      lines(...titles),
      plain(wording.replies.askInYourWords),
    ),
    buttons: listed.map((article) => [articleButton(article, article.title)]),
  };
}
