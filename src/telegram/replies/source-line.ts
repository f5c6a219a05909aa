import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../article/article.ts";
import { NOTHING, plain, truncate } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Below several passages: the publisher, and "retold here" for a digest. */
export function sourceLine(article: Article, wording: Wording): FormattedString {
  const retold = article.text === "digest" ? plain(wording.card.retoldInDigest) : NOTHING;
  const parts = [publisherLink(article, wording), retold];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    " · ",
  );
}

/** The publisher's name, linked to the article if its URL is known. Without a publisher: "Source", or nothing. */
export function publisherLink(
  { source }: Article,
  wording: Wording,
  url: string | undefined = source.url,
): FormattedString {
  const { publisher } = source;
  if (url !== undefined)
    return FormattedString.link(publisher?.name ?? wording.replies.source, url);
  return publisher ? plain(publisher.name) : NOTHING;
}

/** In characters: enough to tell articles apart. */
const MAX_ARTICLE_NAME = 60;

/** Below a passage; `url` is where its words are. The only article needs no name. */
export function articleAndPublisher(
  article: Article,
  wording: Wording,
  url?: string,
): FormattedString {
  const { title, isOneOfSeveral = false } = article;
  const name = isOneOfSeveral ? plain(truncate(title, MAX_ARTICLE_NAME)) : NOTHING;
  return FormattedString.join(
    [name, publisherLink(article, wording, url)].filter(({ text }) => text !== ""),
    " · ",
  );
}
