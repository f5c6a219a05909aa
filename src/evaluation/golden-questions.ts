import type { Article } from "../article/article.ts";
import { cleanSource } from "../article/invisible-characters.ts";
import { byLine, type Mistake } from "../article/diagnostic.ts";
import { readYaml } from "../article/front-matter/read-yaml.ts";
import { readGoldenChat, type GoldenChat, type ReadChat } from "./golden-chat.ts";

export type GoldenQuestions =
  | { readonly kind: "parsed"; readonly chats: readonly GoldenChat[] }
  | { readonly kind: "faulty"; readonly mistakes: readonly Mistake[] };

/** Reads an article's `*.questions.yaml`; what its fields mean stands at the top of the sample's. */
export function parseGoldenQuestions(
  text: string,
  file: string,
  article: Article,
): GoldenQuestions {
  const clean = cleanSource(text, file);
  const yaml = readYaml(clean.text);
  const unread = [...clean.mistakes, ...yaml.mistakes.map((mistake) => ({ file, ...mistake }))];
  if (unread.length > 0) return { kind: "faulty", mistakes: unread.toSorted(byLine) };

  const entries = yaml.value ?? [];
  if (!Array.isArray(entries)) {
    const message = "this is no list: begin every question with `- `";
    return { kind: "faulty", mistakes: [{ file, line: 1, message }] };
  }

  const read = entries.map((entry: unknown, at) =>
    readGoldenChat(entry, article, (path) => yaml.lineOf([at, ...path])),
  );
  const mistakes = read.flatMap((entry) => mistakesOf(entry, file));
  if (mistakes.length > 0) return { kind: "faulty", mistakes };
  return { kind: "parsed", chats: read.flatMap((entry) => ("chat" in entry ? entry.chat : [])) };
}

function mistakesOf(entry: ReadChat, file: string): Mistake[] {
  return "mistakes" in entry ? entry.mistakes.map((mistake) => ({ file, ...mistake })) : [];
}
