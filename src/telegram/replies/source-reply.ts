import { FormattedString } from "@grammyjs/parse-mode";
import type { Article, Person } from "../../article/article.ts";
import { articleButton } from "./buttons.ts";
import { blocks, lines, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Where the article was published, by whom and when, and which of these is not given. */
export function sourceReply(article: Article, wording: Wording): Reply {
  const { title, url, author, publisher, publishedOn, updatedOn } = article.source;
  const missing = [
    ...(publisher === undefined ? [wording.replies.missingPublisher] : []),
    ...(author === undefined ? [wording.replies.missingAuthor] : []),
    ...(publishedOn === undefined ? [wording.replies.missingDate] : []),
    ...(url === undefined ? [wording.replies.missingUrl] : []),
  ];
  return {
    text: blocks(
      FormattedString.bold(wording.replies.source),
      lines(
        url === undefined ? plain(title) : FormattedString.link(title, url),
        publisher ? publisherLine(publisher, wording) : NOTHING,
        author === undefined ? NOTHING : plain(wording.replies.author(author)),
        publishedOn === undefined ? NOTHING : plain(wording.replies.publishedOn(publishedOn)),
        updatedOn === undefined ? NOTHING : plain(wording.replies.updatedOn(updatedOn)),
        missing.length > 0 ? plain(wording.replies.notGiven(missing)) : NOTHING,
      ),
      article.text === "digest" ? plain(wording.replies.isDigest) : NOTHING,
    ),
    buttons: [[articleButton(article, wording.buttons.overview)]],
  };
}

function publisherLine({ name, capacity }: Person, { replies }: Wording): FormattedString {
  return plain(capacity === undefined ? replies.publisher(name) : `${name}, ${capacity}`);
}
