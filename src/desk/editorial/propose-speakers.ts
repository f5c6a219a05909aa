import { translationProblems } from "../../article/loading/translation-problems.ts";
import { proposeForArticle } from "../../import/propose-for-article.ts";
import type { ArticleRef } from "./article-folders.ts";
import { replaceText } from "./change-file.ts";
import type { DeskOutcome, EditorialState } from "./editorial.ts";
import { versionOf } from "./journal.ts";
import { openArticle, readFile } from "./open-article.ts";

/** Marks who says what as import would, wherever an article that was written by hand does not say. */
export function proposeSpeakers(state: EditorialState, ref: ArticleRef, by: string): DeskOutcome {
  const refuse = (why: string) =>
    ({ kind: "refused", why, opened: openArticle(state, ref) }) as const;
  const read = readFile(state, ref);
  if ("why" in read) return refuse(read.why);
  const { path, text: before, parsed } = read;
  const { article, markdown: after } = proposeForArticle(parsed.article);
  if (article.people.length === parsed.article.people.length) return refuse(NOBODY);
  const [misfit] = translationProblems(path, after);
  if (misfit !== undefined) return refuse(misfit);
  const entry = { at: state.at(), by, did: "edit", ...ref, what: "speakers proposed" } as const;
  const why = replaceText(state, path, entry, { before, after });
  if (why !== undefined) return refuse(why);
  return { kind: "done", opened: openArticle(state, ref), before: versionOf(before) };
}

const NOBODY = "Nobody was found to speak in this article.";
