import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../article/article.ts";
import { parseArticle } from "../article/parsing/parse-article.ts";
import { languageOf } from "../import/language-of.ts";
import { packFor } from "../languages/packs.ts";
import { inLatinLetters } from "../languages/romanised.ts";
import { slugify } from "../article/slug.ts";

/** The file that an article goes into, and what it contains today. */
type ImportTarget = {
  readonly file: string;
  readonly slug: string;
  readonly existing: Article | undefined;
};

type TargetFor = (article: {
  readonly title: string;
  readonly url: string | undefined;
}) => ImportTarget;

const ARTICLE_FILE = /^[^.]+\.md$/u;
/** Long enough to be told apart, short enough for links. */
const MAX_NAME = 40;

export type ImportTargets = {
  readonly targetFor: TargetFor;
  /** The file with an article of this address. */
  readonly fileOf: (url: string) => string | undefined;
};

/** Finds the file of an article in a folder: the one with its address, or else a new one named after its title. */
export function targetsIn(folder: string): ImportTargets {
  const known = new Map<string, ImportTarget>();
  const taken = new Set<string>();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!ARTICLE_FILE.test(name)) continue;
    const file = join(folder, name);
    taken.add(file);
    const read = parseArticle(readFileSync(file, "utf8"), file);
    if (read.kind === "faulty") continue;
    const { article } = read;
    const key = keyOf(article.title, article.source.url);
    known.set(key, { file, slug: article.slug, existing: article });
  }

  return { targetFor, fileOf: (url) => known.get(keyOf("", url))?.file };

  function targetFor({ title, url }: Parameters<TargetFor>[0]): ImportTarget {
    const key = keyOf(title, url);
    const target = known.get(key) ?? newTarget(title);
    known.set(key, target);
    taken.add(target.file);
    return target;
  }

  function newTarget(title: string): ImportTarget {
    const { romanisation } = packFor(languageOf([title]));
    const name = slugify(inLatinLetters(title, romanisation), MAX_NAME);
    let slug = name;
    for (let count = 2; taken.has(join(folder, `${slug}.md`)); count += 1)
      slug = `${name}-${count}`;
    return { file: join(folder, `${slug}.md`), slug, existing: undefined };
  }
}

/** The address tells articles apart; without one, the title does. */
function keyOf(title: string, url: string | undefined): string {
  return url === undefined ? `title ${title}` : `url ${addressOf(url)}`;
}

const CAMPAIGN = /^(?:utm_\w+|fbclid|gclid|at_\w+|ref|cmpid)$/u;

/** Without what only says where a reader came from. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  const names = [...address.searchParams.keys()].filter((name) => CAMPAIGN.test(name));
  for (const name of names) address.searchParams.delete(name);
  return `${address.host.replace(/^www\./u, "")}${address.pathname.replace(/\/$/u, "")}${address.search}`;
}
