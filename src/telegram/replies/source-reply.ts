import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../article/article.ts";
import { articleButton } from "./buttons.ts";
import { blocks, lines, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Where the article was published, by whom and when, and what of that is not known. */
export function sourceReply(article: Article, wording: Wording): Reply {
  const { title, url, author, publisher, publishedOn } = article.source;
  const missing = [
    ...(publisher === undefined ? [wording.missingPublisher] : []),
    ...(author === undefined ? [wording.missingAuthor] : []),
    ...(publishedOn === undefined ? [wording.missingDate] : []),
    ...(url === undefined ? [wording.missingUrl] : []),
  ];
  return {
    text: blocks(
      FormattedString.bold(wording.source),
      lines(
        url === undefined ? plain(title) : FormattedString.link(title, url),
        publisher ? plain(wording.publisher(publisher.name, publisher.capacity)) : NOTHING,
        author === undefined ? NOTHING : plain(wording.author(author)),
        publishedOn === undefined ? NOTHING : plain(wording.publishedOn(publishedOn)),
        missing.length > 0 ? plain(wording.notGiven(missing)) : NOTHING,
      ),
      article.text === "digest" ? plain(wording.isDigest) : NOTHING,
    ),
    buttons: [[articleButton(article, wording.buttons.overview)]],
  };
}
