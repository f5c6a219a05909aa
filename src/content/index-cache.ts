import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../article/article.ts";
import { indexPassages, type PassageIndex } from "../search/index/passage-index.ts";
import { loadIndex, saveIndex } from "../search/index/saved-index.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { readRegularFile, replaceFile, remedyFor } from "../files/regular-file.ts";

export type IndexCacheOptions = {
  readonly folder: string;
  readonly log: Log;
  /** Smaller collections are not cached. */
  readonly minPassages?: number;
};

/** Fewer passages are indexed in less than half a second. */
const MIN_PASSAGES = 1000;

/**
 * Returns a function that indexes articles, or loads the index saved for exactly these articles. A damaged
 * index, or one of another version, is rebuilt. If the file cannot be written, the next start is slow.
 */
export function openIndexCache({
  folder,
  log,
  minPassages = MIN_PASSAGES,
}: IndexCacheOptions): (articles: readonly Article[]) => PassageIndex {
  return (articles) => {
    if (countPassages(articles) < minPassages) return indexPassages(articles);

    const file = join(folder, `index-${languagesOf(articles)}.bin`);
    const saved = read(file, articles);
    if (saved) return saved;

    const index = indexPassages(articles);
    try {
      mkdirSync(folder, { recursive: true });
      replaceFile(file, saveIndex(index, articles));
    } catch (error) {
      const remedy = remedyFor(error, "make STATE_DIR writable");
      log(`the index is not saved: ${remedy}`, { error: describeError(error) });
    }
    return index;
  };
}

function countPassages(articles: readonly Article[]): number {
  let count = 0;
  for (const { sections } of articles) {
    for (const { passages } of sections) count += passages.length;
  }
  return count;
}

function languagesOf(articles: readonly Article[]): string {
  return [...new Set(articles.map(({ language }) => language))].join("-");
}

function read(file: string, articles: readonly Article[]): PassageIndex | undefined {
  try {
    return loadIndex(readRegularFile(file), articles);
  } catch {
    return undefined;
  }
}
