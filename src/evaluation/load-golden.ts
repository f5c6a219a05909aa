import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../article/article.ts";
import { catchAsDiagnostic, type Diagnostic } from "../article/diagnostic.ts";
import { readArticleFile } from "../article/loading/read-article-file.ts";
import { slugOfFile } from "../article/parsing/parse-article.ts";
import { LANGUAGES } from "../languages/language.ts";
import type { GoldenChat } from "./golden-chat.ts";
import { parseGoldenQuestions } from "./golden-questions.ts";

/** An article with the golden questions about it. */
export type GoldenSet = {
  readonly file: string;
  readonly article: Article;
  readonly chats: readonly GoldenChat[];
};

export type LoadedGolden = {
  readonly sets: readonly GoldenSet[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * `ferry.uk.questions.yaml` holds questions in Ukrainian about `ferry.md`, `ferry.gaps.questions.yaml`
 * questions from readers that had no good answer.
 */
const QUESTIONS_FILE = new RegExp(
  `(?:\\.(?:${[...LANGUAGES, "gaps"].join("|")}))?\\.questions\\.yaml$`,
  "u",
);

/**
 * Every `*.questions.yaml` of a folder, with the article of the same name. `faulty`: slugs of articles with mistakes;
 * their questions are left out.
 */
export function loadGolden(
  folder: string,
  articles: readonly Article[],
  faulty: ReadonlySet<string> = new Set(),
): LoadedGolden {
  const sets: GoldenSet[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => QUESTIONS_FILE.test(file))
    .toSorted()) {
    const file = join(folder, name);
    const slug = slugOfFile(name.replace(QUESTIONS_FILE, ""));
    if (faulty.has(slug)) continue;
    const article = articles.find((candidate) => candidate.slug === slug);
    if (!article) {
      const message = `there is no article \`${slug}\`: name this file after its article`;
      diagnostics.push({ file, line: 1, message });
      continue;
    }
    const read = readArticleFile(folder, file);
    if ("diagnostic" in read) {
      diagnostics.push(read.diagnostic);
      continue;
    }
    const golden = catchAsDiagnostic(file, () => parseGoldenQuestions(read.text, file, article));
    if (golden.kind === "faulty") diagnostics.push(...golden.diagnostics);
    else sets.push({ file, article, chats: golden.chats });
  }
  return { sets, diagnostics };
}
