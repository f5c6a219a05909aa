import type { Article } from "../article.ts";
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  languageOfCode,
  type Language,
} from "../../languages/language.ts";
import { catchAsDiagnostic, type Diagnostic } from "../diagnostic.ts";
import { slugOfFile } from "../parsing/parse-article.ts";
import type { ArticleFile } from "./read-article-file.ts";
import { parseTranslation } from "../parsing/parse-translation.ts";
import { withTranslations, type Translation } from "../translation.ts";

const TRANSLATION_FILE = new RegExp(`\\.(?<language>${LANGUAGES.join("|")})\\.md$`, "iu");

/** `ferry.uk.md` is the Ukrainian translation of `ferry.md`. */
export function isTranslation({ path }: Pick<ArticleFile, "path">): boolean {
  return TRANSLATION_FILE.test(path);
}

/**
 * Adds the translations in `files` to the articles. `faulty`: slugs of articles that could not be read;
 * their translations are checked without them.
 */
export function attachTranslations(
  articles: readonly Article[],
  files: readonly ArticleFile[],
  faulty: ReadonlySet<string>,
): { readonly articles: readonly Article[]; readonly diagnostics: readonly Diagnostic[] } {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const diagnostics: Diagnostic[] = [];
  const translations = new Map<Article, Translation[]>();
  for (const file of files) {
    const lacksOriginal = faulty.has(slugAndLanguageOf(file.path).slug);
    const read = catchAsDiagnostic(file.path, () =>
      lacksOriginal ? checkAlone(file) : readTranslation(file, bySlug),
    );
    if ("diagnostics" in read) {
      for (const one of read.diagnostics) diagnostics.push(one);
    } else {
      const others = translations.get(read.article) ?? [];
      const { language } = read.translation;
      if (others.some((one) => one.language === language)) {
        const message = `another file is already the translation into \`${language}\`: remove one of the two`;
        diagnostics.push({ file: file.path, line: 1, message });
      } else translations.set(read.article, [...others, read.translation]);
    }
  }
  return {
    articles: articles.map((article) => {
      const own = translations.get(article);
      return own ? withTranslations(article, own) : article;
    }),
    diagnostics,
  };
}

type ReadTranslation =
  | { readonly article: Article; readonly translation: Translation }
  | { readonly diagnostics: readonly Diagnostic[] };

function readTranslation(
  { path, text }: ArticleFile,
  articles: ReadonlyMap<string, Article>,
): ReadTranslation {
  const { slug, language } = slugAndLanguageOf(path);
  const complain = (message: string) => ({ diagnostics: [{ file: path, line: 1, message }] });
  const article = articles.get(slug);
  if (!article) {
    return complain(
      `there is no article \`${slug}.md\` to translate: rename this file after its article`,
    );
  }
  if (languageOfCode(article.language) === language) {
    return complain(
      `the article itself is in \`${language}\`: rename this file after the language of the translation`,
    );
  }
  const parsed = parseTranslation(text, path, { article, language });
  return parsed.kind === "faulty" ? parsed : { article, translation: parsed.translation };
}

/** Checks a translation whose article could not be read. */
function checkAlone({
  path,
  text,
}: ArticleFile): Extract<ReadTranslation, { diagnostics: unknown }> {
  const { language } = slugAndLanguageOf(path);
  const parsed = parseTranslation(text, path, { article: undefined, language });
  return { diagnostics: parsed.kind === "faulty" ? parsed.diagnostics : [] };
}

/** The article that a file belongs to: `content/ferry.uk.md` → ferry. */
export function slugOfArticle(path: string): string {
  return slugAndLanguageOf(path).slug;
}

/** `content/ferry.uk.md` → ferry, uk */
function slugAndLanguageOf(path: string): { readonly slug: string; readonly language: Language } {
  const language = languageOfCode(TRANSLATION_FILE.exec(path)?.groups?.["language"] ?? "");
  return {
    slug: slugOfFile(path.replace(TRANSLATION_FILE, "")),
    language: language ?? DEFAULT_LANGUAGE,
  };
}
