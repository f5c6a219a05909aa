import type { Article } from "../../article/article.ts";
import type { Listen } from "../../database/listener.ts";
import { logMistakes } from "../hot-reload.ts";
import { type FollowParts, followStore, type Update } from "./follow-store.ts";
import { openHeldArticles } from "./held-articles.ts";

type FollowInMemoryParts = Omit<FollowParts, "takeUp"> & {
  readonly listen: Listen;
  /** Called with the articles whenever they have changed. */
  readonly onArticles: (articles: readonly Article[]) => Promise<void>;
};

/** Keeps all articles of the database, and brings those of the folder there whenever the function returned is called. */
export function followInMemory({
  listen,
  onArticles,
  ...parts
}: FollowInMemoryParts): () => Promise<Update> {
  const { store, log } = parts;
  const held = openHeldArticles(store);

  async function takeUp(): Promise<void> {
    logMistakes(log, await held.update());
    const changes = held.changes();
    if (changes === 0) return;
    await onArticles(held.take());
    log("articles were taken up from the database", { articles: changes });
  }

  const { update, refresh } = followStore({ ...parts, takeUp });
  const onNotice = () => void refresh();
  listen("articles", { onNotice, onConnected: onNotice });
  return update;
}
