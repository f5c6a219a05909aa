import type { Citation } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/respond/citations.ts";
import type { Article, Passage } from "../../article/article.ts";

const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/u;

/** What leads the reader to a passage, or where that is too long to its article, or just to the bot. */
export function startParameter({ slug }: Article, passage?: Passage): string {
  const wishes = [...(passage ? [`${slug}_${passage.id}`] : []), slug];
  return wishes.find((wish) => START_PARAMETER.test(wish)) ?? "start";
}

/** Where a start parameter leads: to an article, maybe to one of its passages, or nowhere. */
export function linkTarget(
  articles: readonly Article[],
  parameter: string,
): { readonly article?: Article; readonly citation?: Citation } {
  const [slug, passageId] = parameter.split("_");
  const article = articles.find((one) => one.slug === slug);
  if (!article) return {};
  const citation = citationsOf(article).find(({ passage }) => passage.id === passageId);
  return { article, ...(citation && { citation }) };
}

/** Opens Telegram's choice of a chat to which the link goes. */
export function shareLink(
  username: string,
  { start, text }: { readonly start: string; readonly text: string },
): string {
  const parts = new URLSearchParams({ url: startLink(username, start), text });
  return `https://t.me/share/url?${parts.toString()}`;
}

export function startLink(username: string, parameter: string): string {
  return `https://t.me/${username}?start=${parameter}`;
}
