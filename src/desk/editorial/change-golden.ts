import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../article/article.ts";
import { formatDiagnostic } from "../../article/diagnostic.ts";
import { parseGoldenQuestions } from "../../evaluation/golden-questions.ts";
import { textOf } from "../../files/write-article-file.ts";
import { codeOf } from "../../logging/describe-error.ts";
import { languageOfCode } from "../../languages/language.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import type { ArticleRef } from "./article-folders.ts";
import { replaceText } from "./change-file.ts";
import type { EditorialState } from "./editorial.ts";
import {
  GOLDEN_HEAD,
  type GoldenEntry,
  withLine,
  withoutLine,
  writeGoldenEntry,
} from "./golden-entry.ts";
import { type JournalEntry, versionOf } from "./journal.ts";
import { readFile } from "./open-article.ts";

/** A line that was written to a file of golden questions; `version` tells it from others without its words. */
export type GoldenLine = { readonly file: string; readonly version: string };

export type GoldenOutcome =
  | { readonly kind: "done"; readonly line: GoldenLine }
  | { readonly kind: "refused"; readonly why: string };

/** Adds a golden question to those of an article in the question's language. Nothing else in the file changes. */
export function addGolden(
  state: EditorialState,
  ref: ArticleRef,
  { language, by, ask, passage }: GoldenEntry & { readonly language: string; readonly by: string },
): GoldenOutcome {
  const read = readFile(state, ref);
  if ("why" in read) return refuse(read.why);
  const { article } = read.parsed;
  const file = goldenFileOf(ref.name, language, article.language);
  const path = join(state.folders[ref.state], file);
  const before = textOf(path);
  const line = writeGoldenEntry({ ask, passage });
  const added = withGolden(before, line, { file, article, ask });
  if ("why" in added) return refuse(added.why);

  const expected = passage === undefined ? "not in the article" : `#${passage}`;
  const what = `golden question added: ${expected}`;
  const entry = { at: state.at(), by, did: "edit", state: ref.state, name: file, what } as const;
  const why = replaceText(state, path, entry, { before, after: added.text });
  if (why !== undefined) return refuse(why);
  return { kind: "done", line: { file, version: versionOf(line) } };
}

type Place = { readonly file: string; readonly article: Article; readonly ask: string };

/** The file with one more question; or why it cannot have it. */
function withGolden(
  before: string | undefined,
  line: string,
  { file, article, ask }: Place,
): { readonly text: string } | { readonly why: string } {
  const questions = parseGoldenQuestions(before ?? "", file, article);
  if (questions.kind === "faulty") {
    return { why: questions.diagnostics.map(formatDiagnostic).join("\n") };
  }
  const { chats } = questions;
  const known = chats.find(({ turns: [turn, ...more] }) => {
    return turn && more.length === 0 && isSame(turn.ask, ask);
  });
  if (known) return { why: `${file}:${known.turns[0]?.line} asks this already. ${ASKED_ALREADY}` };
  const text = withLine(before ?? GOLDEN_HEAD, line);
  const now = parseGoldenQuestions(text, file, article);
  const isAdded = now.kind === "parsed" && now.chats.length === chats.length + 1;
  return isAdded ? { text } : { why: `${file} cannot be added to here. Write this line: ${line}` };
}

const ASKED_ALREADY = "Correct it there, or dismiss these questions.";

function refuse(why: string): GoldenOutcome {
  return { kind: "refused", why };
}

/** Takes a line out again, wherever the article is now. Says why it does not, if so. */
export function removeGolden(
  state: EditorialState,
  { file, version }: GoldenLine,
  by: string,
): string | undefined {
  for (const folder of ["published", "draft"] as const) {
    const path = join(state.folders[folder], file);
    const before = textOf(path);
    const after =
      before === undefined ? undefined : withoutLine(before, (line) => versionOf(line) === version);
    if (before === undefined || after === undefined) continue;
    const what = "golden question taken out";
    const entry = { at: state.at(), by, did: "undo", state: folder, name: file, what } as const;
    return after === GOLDEN_HEAD
      ? removeFile(state, path, { ...entry, before: state.journal.keep(before) })
      : replaceText(state, path, entry, { before, after });
  }
  return `${file} does not have this question any longer: somebody has changed it or taken it out.`;
}

function removeFile(
  { journal }: EditorialState,
  path: string,
  entry: JournalEntry,
): string | undefined {
  try {
    rmSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return `${path} cannot be deleted (${code}): check the folder's permissions.`;
  }
  journal.add(entry);
  return undefined;
}

const MARKDOWN = /\.md$/iu;

/** `ferry.questions.yaml`, or `ferry.uk.questions.yaml` for questions in another language than the article's. */
function goldenFileOf(name: string, language: string, languageOfArticle: string): string {
  const asked = languageOfCode(language);
  const isOther = asked !== undefined && asked !== languageOfCode(languageOfArticle);
  return `${name.replace(MARKDOWN, isOther ? `.${asked}` : "")}.questions.yaml`;
}

function isSame(one: string, other: string): boolean {
  const [words, others] = [one, other].map((question) =>
    wordsIn(question)
      .map(({ text }) => foldWord(text))
      .join(" "),
  );
  return words === others;
}
