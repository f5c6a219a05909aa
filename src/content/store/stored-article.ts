import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Article } from "../../article/article.ts";
import { isTranslation } from "../../article/loading/attach-translations.ts";
import type { ArticleFile } from "../../article/loading/read-article-file.ts";
import { publicationDayNumber } from "../../article/publication-day.ts";

/** An article with the files that editors wrote: its own and those of its translations. */
export type StoredArticle = {
  readonly article: Article;
  readonly files: readonly ArticleFile[];
  readonly digest: string;
};

/** SHA-256 of the files, their names included. */
export function digestOfFiles(files: readonly ArticleFile[]): string {
  const named = files.map(({ path, text }) => [basename(path), text]);
  const inOrder = named.toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(inOrder)).digest("hex");
}

/** The rows of an article, as JSON for the database. */
export function rowsOfArticle({ article, files, digest }: StoredArticle) {
  const { slug, language, title, source, people } = article;
  const own = files.find((file) => !isTranslation(file));
  const day = dayOf(article);
  return {
    article: {
      slug,
      digest,
      language,
      title: storable(title),
      publisher: source.publisher && storable(source.publisher.name),
      published_on: day,
      published_as: source.publishedOn && storable(source.publishedOn),
      file: basename(own?.path ?? `${slug}.md`),
      markdown: storable(own?.text ?? ""),
    },
    translations: article.translations.flatMap((translation) => {
      const file = files.find(({ path }) => isFileOf(path, translation.language));
      if (!file) return [];
      return {
        slug,
        language: translation.language,
        title: storable(translation.title),
        file: basename(file.path),
        markdown: storable(file.text),
      };
    }),
    people: people.map(({ id, name, capacity, aliases, otherNames = [] }) => ({
      slug,
      id,
      name: storable(name),
      capacity: capacity && storable(capacity),
      aliases: [...new Set([...aliases, ...otherNames])].map(storable),
    })),
  };
}

function isFileOf(path: string, language: string): boolean {
  return path.toLowerCase().endsWith(`.${language}.md`);
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** `2026-02-03`, if the source gives a whole date. */
function dayOf(article: Article): string | undefined {
  const day = publicationDayNumber(article);
  if (day === undefined) return undefined;
  return DAY.exec(new Date(day * DAY_MS).toISOString())?.[0];
}

/** Halves of characters, and the null character, which the database does not take. */
const NOT_STORABLE = /[\p{Surrogate}\0]/gu;

function storable(text: string): string {
  return text.replace(NOT_STORABLE, "\uFFFD");
}
