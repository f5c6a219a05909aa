import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../article/article.ts";
import { indexPassages, type PassageIndex } from "../search/index/passage-index.ts";
import { loadIndex, saveIndex } from "../search/index/saved-index.ts";
import { describeError } from "../logging/describe-error.ts";
import type { Log } from "../logging/log.ts";
import { readRegularFile, replaceFile, wayOutOf } from "../files/regular-file.ts";

export type KeptIndexOptions = {
  readonly folder: string;
  readonly log: Log;
  /** Smaller collections are indexed in less than half a second. */
  readonly fromPassages?: number;
};

const FROM_PASSAGES = 1000;

/**
 * Indexes articles, or takes the index from the disk that was made of these very ones. Where the file is
 * damaged or of another version it is made anew; where it cannot be written, the next start is slow.
 */
export function indexerKeptIn({
  folder,
  log,
  fromPassages = FROM_PASSAGES,
}: KeptIndexOptions): (articles: readonly Article[]) => PassageIndex {
  return (articles) => {
    if (countPassages(articles) < fromPassages) return indexPassages(articles);

    const file = join(folder, `index-${languagesOf(articles)}.bin`);
    const known = read(file, articles);
    if (known) return known;

    const index = indexPassages(articles);
    try {
      mkdirSync(folder, { recursive: true });
      replaceFile(file, saveIndex(index, articles));
    } catch (error) {
      const way = wayOutOf(error, "make STATE_DIR writable");
      log(`the index is not kept: ${way}`, { error: describeError(error) });
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
