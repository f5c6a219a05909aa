import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isTranslation } from "../article/loading/attach-translations.ts";
import { readArticleFile } from "../article/loading/read-article-file.ts";
import { parseArticle, slugOfFile } from "../article/parsing/parse-article.ts";
import { voicesIn } from "../article/voices.ts";
import { count } from "../feedback/feedback.ts";
import type { RatedAnswer } from "../feedback/vote.ts";
import { shorten } from "../text/shorten.ts";

/** A passage of which readers said that somebody else says it. */
export type WrongPerson = {
  readonly file: string;
  readonly line: number;
  /** Whoever speaks in it according to the file. */
  readonly speakers: readonly string[];
  readonly text: string;
  /** Import proposed that, and no editor has confirmed it. */
  readonly isProposed: boolean;
  /** No editor has decided who says it. */
  readonly isOpen: boolean;
  readonly votes: number;
};

/** Those that the folder still has, most votes first. */
export function passagesOfWrongPerson(
  answers: readonly RatedAnswer[],
  folder: string,
): WrongPerson[] {
  const votes = new Map<string, number>();
  for (const { trace, rating } of answers) {
    const [first] = trace.shown;
    if (rating === "wrong-person" && first !== undefined) count(votes, first, 1);
  }
  if (votes.size === 0 || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => MARKDOWN.test(name) && !isTranslation({ path: name }))
    .flatMap((name) => passagesIn(folder, join(folder, name), votes))
    .toSorted((one, other) => other.votes - one.votes);
}

const MARKDOWN = /\.md$/iu;

function passagesIn(
  folder: string,
  file: string,
  votes: ReadonlyMap<string, number>,
): WrongPerson[] {
  const slug = slugOfFile(file);
  if (![...votes.keys()].some((name) => name.startsWith(`${slug}/`))) return [];
  const read = readArticleFile(folder, file);
  const parsed = "text" in read ? parseArticle(read.text, file) : undefined;
  if (parsed?.kind !== "parsed") return [];
  const { publisher } = parsed.article.source;
  return parsed.article.sections
    .flatMap(({ passages }) => passages)
    .flatMap((passage) => {
      const number = votes.get(`${slug}/${passage.id}`);
      if (number === undefined) return [];
      const isProposed = [passage, ...(passage.spans ?? [])].some((one) => one.isProposed === true);
      const isNarration = passage.speaker === publisher && !passage.spans;
      const speakers = voicesIn(passage).flatMap(({ speaker }) => speaker?.name ?? []);
      return {
        file,
        line: parsed.lines.get(passage.id) ?? 1,
        speakers: [...new Set(speakers)],
        text: passage.text,
        isProposed,
        isOpen: isProposed || isNarration,
        votes: number,
      };
    });
}

const MAX_TEXT = 80;

/** `content/ferry.md:12: Tobias Renn (proposed; 2 votes): A single ticket costs …` */
export function describeWrongPerson(passage: WrongPerson): string {
  const { file, line, speakers, text, isProposed, votes } = passage;
  const who = speakers.length === 0 ? "nobody" : speakers.join(", ");
  const state = `${isProposed ? "proposed; " : ""}${votes} ${votes === 1 ? "vote" : "votes"}`;
  return `${file}:${line}: ${who} (${state}): ${shorten(text, MAX_TEXT)}`;
}
