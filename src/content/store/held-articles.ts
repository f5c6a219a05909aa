import type { Article } from "../../article/article.ts";
import type { Diagnostic } from "../../article/diagnostic.ts";
import type { ArticleStore } from "./article-store.ts";

type HeldArticles = {
  /** Catches up with the database. Returns mistakes in articles that an earlier version of the bot has taken. */
  readonly update: () => Promise<readonly Diagnostic[]>;
  /** How many have changed or gone since the last `take`. */
  readonly changes: () => number;
  readonly take: () => readonly Article[];
};

/** Fetched in one statement, and parsed between two turns of the event loop: some 10 ms. */
const ARTICLES_AT_ONCE = 20;

/** The articles of the database in the memory of this process. */
export function openHeldArticles(store: ArticleStore): HeldArticles {
  const held = new Map<string, Article>();
  let latest = 0;
  let changes = 0;

  async function takeUp(slugs: readonly string[]): Promise<readonly Diagnostic[]> {
    const mistakes: Diagnostic[] = [];
    for (let at = 0; at < slugs.length; at += ARTICLES_AT_ONCE) {
      const some = slugs.slice(at, at + ARTICLES_AT_ONCE);
      const { articles, diagnostics } = await store.articlesBySlug(some);
      for (const article of articles) held.set(article.slug, article);
      mistakes.push(...diagnostics);
    }
    return mistakes;
  }

  async function update(): Promise<readonly Diagnostic[]> {
    // A backup was restored, whose changes are counted from an earlier one.
    if ((await store.latestChange()) < latest) {
      held.clear();
      latest = 0;
    }
    const [only] = held.size === 1 ? held.keys() : [];
    const mistakes: Diagnostic[] = [];
    for (;;) {
      const { latest: until, changed, withdrawn } = await store.changesSince(latest);
      if (until === latest) break;
      mistakes.push(...(await takeUp(changed)));
      for (const slug of withdrawn) held.delete(slug);
      changes += changed.length + withdrawn.length;
      latest = until;
    }
    // Whether there are others is part of an article.
    const [lone = only] = held.size === 1 ? held.keys() : [];
    if (changes > 0 && lone !== undefined && held.has(lone)) await takeUp([lone]);
    return mistakes;
  }

  return {
    update,
    changes: () => changes,
    take() {
      changes = 0;
      return [...held.values()].toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
    },
  };
}
