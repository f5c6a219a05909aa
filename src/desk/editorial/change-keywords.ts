import { existsSync } from "node:fs";
import { join } from "node:path";
import { editPassage } from "../../article/editing/edit-passage.ts";
import { readArticleFile } from "../../article/loading/read-article-file.ts";
import type { ArticleRef } from "./article-folders.ts";
import { replaceText } from "./change-file.ts";
import type { EditorialState } from "./editorial.ts";
import { versionOf } from "./journal.ts";

/** Words by which readers look for a passage. */
export type KeywordsEdit = {
  readonly passage: string;
  readonly words: readonly string[];
  readonly by: string;
};

/** Where they were written, and the file's versions before and after. */
export type WrittenKeywords = {
  readonly file: string;
  readonly before: string;
  readonly after: string;
};

/** `words`: those that the passage did not have. */
export type KeywordsOutcome =
  | { readonly kind: "done"; readonly written: WrittenKeywords; readonly words: readonly string[] }
  | { readonly kind: "refused"; readonly why: string };

/** Adds keywords to a passage, in the article's translation into that language if there is one. */
export function addKeywords(
  state: EditorialState,
  ref: ArticleRef,
  { passage, words, language, by }: KeywordsEdit & { readonly language: string },
): KeywordsOutcome {
  const translation = ref.name.replace(MARKDOWN, `.${language}.md`);
  const isTranslated =
    LANGUAGE.test(language) && existsSync(join(state.folders[ref.state], translation));
  const file = isTranslated ? translation : ref.name;
  const read = readArticleFile(state.folders[ref.state], join(state.folders[ref.state], file));
  if ("diagnostic" in read) return { kind: "refused", why: read.diagnostic.message };
  const before = read.text;
  let added: readonly string[] = [];
  const edited = editPassage(before, file, passage, (known) => {
    added = [...new Set(words)].filter((word) => !known.keywords.includes(word));
    return { ...known, keywords: [...known.keywords, ...added] };
  });
  if (edited.kind === "problem") return { kind: "refused", why: edited.message };
  if (added.length === 0) {
    return { kind: "refused", why: `#${passage} in ${file} has these keywords already.` };
  }
  const what = `keywords added to #${passage}: ${added.join(", ")}`;
  const entry = { at: state.at(), by, did: "edit", state: ref.state, name: file, what } as const;
  const path = join(state.folders[ref.state], file);
  const why = replaceText(state, path, entry, { before, after: edited.text });
  if (why !== undefined) return { kind: "refused", why };
  const versions = { before: versionOf(before), after: versionOf(edited.text) };
  return { kind: "done", written: { file, ...versions }, words: added };
}

const MARKDOWN = /\.md$/iu;
const LANGUAGE = /^[a-z]{2}$/u;

/** Takes them out again: the file is exactly as before, or without these words if it has changed since. */
export function removeKeywords(
  state: EditorialState,
  ref: ArticleRef,
  { passage, words, by }: KeywordsEdit,
  { file, before: old, after }: WrittenKeywords,
): string | undefined {
  const path = join(state.folders[ref.state], file);
  const read = readArticleFile(state.folders[ref.state], path);
  if ("diagnostic" in read) return read.diagnostic.message;
  const before = read.text;
  const edited = editPassage(before, file, passage, (known) => {
    return { ...known, keywords: known.keywords.filter((word) => !words.includes(word)) };
  });
  const kept = versionOf(before) === after ? state.journal.textOf(old) : undefined;
  if (kept === undefined && edited.kind === "problem") return edited.message;
  const now = kept ?? (edited.kind === "edited" ? edited.text : before);
  const what = `keywords taken out of #${passage}: ${words.join(", ")}`;
  // Otherwise others have followed the edit that it takes back.
  const did = kept === undefined ? "edit" : "undo";
  const entry = { at: state.at(), by, did, state: ref.state, name: file, what } as const;
  return replaceText(state, path, entry, { before, after: now });
}
