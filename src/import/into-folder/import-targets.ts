import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { canonicalAddress } from "../../article/address.ts";
import type { Article } from "../../article/article.ts";
import { readArticleFile } from "../../article/loading/read-article-file.ts";
import { parseArticle, slugOfFile } from "../../article/parsing/parse-article.ts";
import { slugify } from "../../article/slug.ts";
import { textOf } from "../../files/write-article-file.ts";
import { packFor } from "../../languages/packs.ts";
import { inLatinLetters } from "../../languages/romanised.ts";
import { paragraphText } from "../draft/plain-field.ts";
import { languageOf } from "../../languages/language-of.ts";
import { matchPassages } from "../merge/match-passages.ts";

/** The file that an article goes into, and what it contains today. */
type ImportTarget = {
  readonly file: string;
  readonly slug: string;
  readonly existing: Article | undefined;
  /** Its text today; `undefined` if there is no such file yet. */
  readonly before: string | undefined;
};

type NewArticle = {
  readonly title: string;
  readonly url: string | undefined;
  /** Its paragraphs. */
  readonly texts: readonly string[];
};

export type ImportTargets = {
  readonly targetFor: (article: NewArticle) => ImportTarget | { readonly problem: string };
  /** The file in the folder that a path leads to. */
  readonly ownFile: (path: string) => Pick<ImportTarget, "file" | "before"> | undefined;
  /** The file with an article of this address. */
  readonly fileOf: (url: string) => string | undefined;
  readonly hasSlug: (slug: string) => boolean;
  /** What a file contains from now on, also if it is not written. */
  readonly remember: (file: string, article: Article, markdown: string) => void;
};

const ARTICLE_FILE = /^[^.]+\.md$/iu;
/** Long enough to be told apart, short enough for links. */
const MAX_NAME = 40;

/**
 * Finds the file of an article in a folder: the one that has it, or else a new one named after its title. `isTaken`:
 * slugs that a new article may not have.
 */
export function targetsIn(
  folder: string,
  isTaken: (slug: string) => boolean = () => false,
): ImportTargets {
  const articles = new Map<string, Article>();
  const faulty = new Map<string, string>();
  const onDisk = new Map<string, string>();
  const versions = new Map<string, string>();
  const slugs = new Set<string>();
  readFolder();

  return {
    targetFor: (article) => {
      readFolder();
      const file = fileWith(article);
      if (file !== undefined) {
        const existing = articles.get(file);
        return { file, slug: slugOfFile(file), existing, before: onDisk.get(file) };
      }
      const mistaken = [...faulty].find(([, text]) => seemsToHave(text, article))?.[0];
      if (mistaken === undefined) return newTarget(article);
      const problem = `${mistaken} seems to have this article, but also a mistake: correct it first; npm run ask -- --content ${folder} says where`;
      return { problem };
    },
    ownFile: (path) => {
      const isOwn = existsSync(path) && existsSync(folder) && isIn(folder, path);
      const file = join(folder, basename(path));
      return isOwn ? { file, before: textOf(file) } : undefined;
    },
    fileOf: (url) => {
      readFolder();
      return filesOf({ title: "", url })[0];
    },
    hasSlug: (slug) => {
      readFolder();
      return slugs.has(slug);
    },
    remember: (file, article, markdown) => {
      articles.set(file, article);
      onDisk.set(file, markdown);
      slugs.add(slugOfFile(file));
    },
  };

  /** Reads what is new since the last time: editors and other imports may be at work. */
  function readFolder(): void {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const files = names.filter((name) => ARTICLE_FILE.test(name)).map((name) => join(folder, name));
    for (const file of versions.keys()) if (!files.includes(file)) forget(file);
    for (const file of files) {
      const version = versionOf(file);
      if (versions.get(file) !== version) readExisting(file);
      versions.set(file, version);
    }
  }

  function forget(file: string): void {
    for (const known of [articles, faulty, onDisk, versions]) known.delete(file);
  }

  function readExisting(file: string): void {
    slugs.add(slugOfFile(file));
    const read = readArticleFile(folder, file);
    if ("text" in read && read.text === onDisk.get(file)) return;
    forget(file);
    if ("diagnostic" in read) return;
    onDisk.set(file, read.text);
    const parsed = parseArticle(read.text, file);
    if (parsed.kind === "parsed") articles.set(file, parsed.article);
    else faulty.set(file, read.text);
  }

  function filesOf({ title, url }: Omit<NewArticle, "texts">): string[] {
    const key = keyOf(title, url);
    return [...articles]
      .filter(([, article]) => keyOf(article.title, article.source.url) === key)
      .map(([file]) => file);
  }

  function fileWith(article: NewArticle): string | undefined {
    const files = filesOf(article);
    if (article.url !== undefined) return files[0];
    return files.find((file) => isVersionOf(article.texts, articles.get(file)));
  }

  function newTarget(article: NewArticle): ImportTarget {
    const name = nameOf(article);
    let slug = slugify(name, MAX_NAME);
    for (let count = 2; slugs.has(slug) || isTaken(slug); count += 1) {
      const number = `-${count}`;
      slug = `${slugify(name, MAX_NAME - number.length)}${number}`;
    }
    return { file: join(folder, `${slug}.md`), slug, existing: undefined, before: undefined };
  }
}

/** Changes when a file does. */
function versionOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : "";
}

const LATIN = /[a-z]/iu;
const WWW = /^www\./u;

/** The title if it can be in Latin letters; otherwise its site tells more than a bare hash. */
function nameOf({ title, url, texts }: NewArticle): string {
  const name = inLatin(title, texts);
  if (LATIN.test(name)) return name;
  const site = url === undefined ? "article" : new URL(url).hostname.replace(WWW, "");
  return `${site} ${slugify(title)}`;
}

/** A title in Latin letters. One of a single word tells no language, but its article does. */
function inLatin(title: string, texts: readonly string[]): string {
  const [own = title, ofText = title] = [[title], [title, ...texts]].map((words) =>
    inLatinLetters(title, packFor(languageOf(words)).romanisation),
  );
  return LATIN.test(own) ? own : ofText;
}

/** Texts with one title that share no more are two articles: "Weather", "Letters". */
const MIN_SHARED = 1 / 3;

/** Whether texts are a version of an article, judged by their paragraphs. */
export function isVersionOf(texts: readonly string[], article: Article | undefined): boolean {
  const existing = article?.sections.flatMap(({ passages }) => passages) ?? [];
  const fresh = texts.map((text) => ({ text }));
  const shared = matchPassages(fresh, existing).size;
  return shared >= Math.min(fresh.length, existing.length) * MIN_SHARED;
}

/** Whether a file that cannot be read has this article, as far as its text tells. */
function seemsToHave(text: string, { title, url }: NewArticle): boolean {
  if (url !== undefined) return text.includes(url);
  return text.split(/\r?\n/u).some((line) => line === `# ${title}` || line === `title: ${title}`);
}

function isIn(folder: string, path: string): boolean {
  return realpathSync(dirname(path)) === realpathSync(folder);
}

/** The address tells articles apart; without one, the title does. */
function keyOf(title: string, url: string | undefined): string {
  return url === undefined ? `title ${paragraphText(title)}` : `url ${canonicalAddress(url)}`;
}
