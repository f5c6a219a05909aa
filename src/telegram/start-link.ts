import type { Article, Passage } from "../article/article.ts";

const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/u;

/** What leads the reader to a passage, or where that is too long to its article, or just to the bot. */
export function startParameter({ slug }: Article, passage?: Passage): string {
  const wishes = [...(passage ? [`${slug}_${passage.id}`] : []), slug];
  return wishes.find((wish) => START_PARAMETER.test(wish)) ?? "start";
}

export function startLink(username: string, parameter: string): string {
  return `https://t.me/${username}?start=${parameter}`;
}
