import { isNode, LineCounter, parseDocument } from "yaml";
import type { Article } from "../article/article.ts";
import type { Mistake } from "../article/mistake.ts";
import { readGoldenChat, type GoldenChat, type ReadChat } from "./golden-chat.ts";

export type GoldenQuestions =
  | { readonly kind: "parsed"; readonly chats: readonly GoldenChat[] }
  | { readonly kind: "faulty"; readonly mistakes: readonly Mistake[] };

/** Reads an article's `*.questions.yaml`; what its fields mean stands at the top of the sample's. */
export function parseGoldenQuestions(
  yaml: string,
  file: string,
  article: Article,
): GoldenQuestions {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const message = `bad YAML: ${error.message.split("\n")[0]}`;
    return {
      kind: "faulty",
      mistakes: [{ file, line: lines.linePos(error.pos[0]).line, message }],
    };
  }

  const entries: unknown = document.toJS() ?? [];
  if (!Array.isArray(entries)) {
    const message = "this is no list: begin every question with `- `";
    return { kind: "faulty", mistakes: [{ file, line: 1, message }] };
  }

  const read = entries.map((entry: unknown, at) =>
    readGoldenChat(entry, article, (path) => lineOf([at, ...path])),
  );
  const mistakes = read.flatMap((entry) => mistakesOf(entry, file));
  if (mistakes.length > 0) return { kind: "faulty", mistakes };
  return { kind: "parsed", chats: read.flatMap((entry) => ("chat" in entry ? entry.chat : [])) };

  /** The line of the nearest thing on the path that the YAML has. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function mistakesOf(entry: ReadChat, file: string): Mistake[] {
  return "mistakes" in entry ? entry.mistakes.map((mistake) => ({ file, ...mistake })) : [];
}
