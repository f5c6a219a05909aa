import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { readRegularFile, remedyFor, replaceFile } from "../../files/regular-file.ts";
import { describeError } from "../../logging/describe-error.ts";
import type { Log } from "../../logging/log.ts";
import type { SeenArticle } from "./decide-change.ts";

/** How the folder of articles was when the database last had it, so that a change can be told from an older copy. */
export type KnownFolder = {
  readonly get: (slug: string) => SeenArticle | undefined;
  /** `undefined`: there are no files of it. */
  readonly set: (slug: string, seen: SeenArticle | undefined) => void;
  readonly slugs: () => readonly string[];
  /** Whether all of the folder has been compared once. */
  readonly isComplete: () => boolean;
  readonly setComplete: () => void;
  /** Once all has been compared; what is not saved may be taken for a change at the next start. */
  readonly save: () => void;
};

const SAVED = z.record(z.string(), z.strictObject({ digest: z.string(), version: z.int() }));

/** Kept in a file, since the folder may change while the bot does not run. */
export function openKnownFolder(file: string, log: Log): KnownFolder {
  const before = readSaved(file);
  const articles = new Map<string, SeenArticle>(Object.entries(before ?? {}));
  let isComplete = before !== undefined;
  let isSaved = isComplete;
  const save = () => {
    if (isSaved || !isComplete) return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      replaceFile(file, JSON.stringify(Object.fromEntries(articles)));
      isSaved = true;
    } catch (error) {
      const remedy = remedyFor(error, "make STATE_DIR writable");
      log(`which articles are in the database is not kept: ${remedy}`, {
        error: describeError(error),
      });
    }
  };
  return {
    get: (slug) => articles.get(slug),
    set(slug, seen) {
      const known = articles.get(slug);
      if (known?.digest === seen?.digest && known?.version === seen?.version) return;
      isSaved = false;
      if (seen === undefined) articles.delete(slug);
      else articles.set(slug, seen);
    },
    slugs: () => [...articles.keys()],
    isComplete: () => isComplete,
    setComplete() {
      isComplete = true;
      save();
    },
    save,
  };
}

function readSaved(file: string): z.output<typeof SAVED> | undefined {
  try {
    const text = new TextDecoder().decode(readRegularFile(file));
    return SAVED.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
