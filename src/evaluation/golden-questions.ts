import type { Article } from "../article/article.ts";
import { cleanSource } from "../article/invisible-characters.ts";
import { byLine, type Diagnostic } from "../article/diagnostic.ts";
import { readYaml } from "../article/front-matter/read-yaml.ts";
import { readGoldenChat, type GoldenChat, type ReadChat } from "./golden-chat.ts";

export type GoldenQuestions =
  | { readonly kind: "parsed"; readonly chats: readonly GoldenChat[] }
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/** Parses an article's `*.questions.yaml`; the comment at the top of the sample's explains the fields. */
export function parseGoldenQuestions(
  text: string,
  file: string,
  article: Article,
): GoldenQuestions {
  const clean = cleanSource(text, file);
  const yaml = readYaml(clean.text);
  const unread = [
    ...clean.diagnostics,
    ...yaml.diagnostics.map((diagnostic) => ({ file, ...diagnostic })),
  ];
  if (unread.length > 0) return { kind: "faulty", diagnostics: unread.toSorted(byLine) };

  const entries = yaml.value ?? [];
  if (!Array.isArray(entries)) {
    const message = "this is not a list: begin every question with `- `";
    return { kind: "faulty", diagnostics: [{ file, line: 1, message }] };
  }

  const read = entries.map((entry: unknown, at) =>
    readGoldenChat(entry, article, (path) => yaml.lineOf([at, ...path])),
  );
  const diagnostics = read.flatMap((entry) => diagnosticsOf(entry, file));
  if (diagnostics.length > 0) return { kind: "faulty", diagnostics };
  return { kind: "parsed", chats: read.flatMap((entry) => ("chat" in entry ? entry.chat : [])) };
}

function diagnosticsOf(entry: ReadChat, file: string): Diagnostic[] {
  return "diagnostics" in entry
    ? entry.diagnostics.map((diagnostic) => ({ file, ...diagnostic }))
    : [];
}
