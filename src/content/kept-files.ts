import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { openFile, type OpenFile } from "../files/open-file.ts";
import { readBeginning, remedyFor, replaceFileByParts } from "../files/regular-file.ts";
import type { Language } from "../languages/language.ts";
import { describeError } from "../logging/describe-error.ts";
import { MAX_HEAD_BYTES } from "../search/index/saved-arrays.ts";
import {
  beginsAsIndexOf,
  isIndexOf,
  openEarlierIndex,
  type SavedIndex,
} from "../search/index/saved-index.ts";
import { type KeptArticle, loadKeptArticles, saveKeptArticles } from "./kept-articles.ts";
import { digestOf } from "./packed-article.ts";

/** Why the next start will be slow. */
export type Unsaved = { readonly remedy: string; readonly error: string };

const NAME_LENGTH = 8;

/**
 * What is kept of a folder of articles from one start to the next: they as parsed, and their index. Nothing without a
 * place; nothing parsed without a version of the code that parses. Bots with other folders may keep theirs beside it.
 */
export function openKeptFiles(
  place: string | undefined,
  folder: string,
  version: string | undefined,
) {
  const name = digestOf(resolve(folder)).slice(0, NAME_LENGTH);
  const fileFor = (what: string, language = "") =>
    place && join(place, `${what}-${name}${language && `-${language}`}.bin`);
  const articles = version === undefined ? undefined : fileFor("articles");

  return {
    articles: {
      /** It ends with the articles, one after another. */
      file: articles,
      read: () => open(articles, (file) => loadKeptArticles(file, version ?? "")) ?? [],
      save: (all: readonly KeptArticle[]) =>
        save(articles, () => saveKeptArticles(all, version ?? "")),
    },
    index(language?: Language) {
      const index = fileFor("index", language);
      const uses = fileFor("uses", language);
      return {
        file: index,
        /** Whether the file is the index of this key, undamaged. */
        isSavedAs: (key: string) => beginsAs(index, key) && isSound(index, key),
        /** What another one of these articles can take over from it. */
        earlier: () =>
          open(index, (ofIndex) =>
            open(uses, (ofUses) => openEarlierIndex({ index: ofIndex, uses: ofUses })),
          ) ?? (() => undefined),
        save: (saved: SavedIndex) => save(uses, () => saved.uses) ?? save(index, () => saved.index),
      };
    },
  };
}

/** By its first bytes, so that an index of other articles is not read twice. */
function beginsAs(file: string | undefined, key: string): file is string {
  try {
    return file !== undefined && beginsAsIndexOf(readBeginning(file, MAX_HEAD_BYTES), key);
  } catch {
    return false;
  }
}

function isSound(file: string, key: string): boolean {
  try {
    return isIndexOf(openFile(file), key);
  } catch {
    return false;
  }
}

function open<Value>(path: string | undefined, use: (file: OpenFile) => Value): Value | undefined {
  try {
    return path === undefined ? undefined : use(openFile(path));
  } catch {
    return undefined;
  }
}

function save(file: string | undefined, parts: () => Iterable<Uint8Array>): Unsaved | undefined {
  if (file === undefined) return undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    replaceFileByParts(file, parts());
    return undefined;
  } catch (error) {
    return { remedy: remedyFor(error, "make STATE_DIR writable"), error: describeError(error) };
  }
}
