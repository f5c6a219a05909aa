import { FormattedString } from "@grammyjs/parse-mode";
import type { UnknownArticle, Wording } from "../wording/wording.ts";
import { libraryButton } from "./library-button.ts";
import { type ArticleListing, libraryReply } from "./library-reply.ts";
import { blocks, lines, plain, type Reply } from "./reply.ts";

type Setting = {
  readonly listing: ArticleListing;
  readonly wording: Wording;
  /** In a group, only the first articles are named. */
  readonly isInGroup: boolean;
};

/** More titles would push what the group talks about off the screen. */
const MAX_IN_GROUP = 3;

/** Says that the bot lacks the article that a message is about, and which it has. */
export function unknownArticleReply(
  why: UnknownArticle,
  { listing, wording, isInGroup }: Setting,
): Reply {
  const said = FormattedString.bold(wording.replies.unknownArticle[why]);
  if (!isInGroup) {
    const { text, buttons } = libraryReply(listing, wording);
    return { text: blocks(said, text), buttons };
  }
  const { articles } = listing;
  const titles = articles.slice(0, MAX_IN_GROUP).map(({ title }) => plain(`• ${title}`));
  return {
    text: blocks(said, lines(plain(`${wording.replies.articles}:`), ...titles)),
    buttons: articles.length > MAX_IN_GROUP ? [[libraryButton(wording)]] : [],
  };
}
