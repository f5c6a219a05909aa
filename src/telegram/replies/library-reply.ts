import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../article/article.ts";
import { articleButton } from "./buttons.ts";
import { blocks, lines, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** So many articles are listed; the others are found by asking. */
const MOST_ARTICLES = 10;

/** The articles a reader can ask about, with a button for each. */
export function libraryReply(articles: readonly Article[], wording: Wording): Reply {
  const shown = articles.slice(0, MOST_ARTICLES);
  const titles = shown.map(({ title, source: { publisher } }) =>
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
    buttons: shown.map((article) => [articleButton(article, article.title)]),
  };
}
