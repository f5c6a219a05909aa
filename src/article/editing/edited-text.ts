import type { Article, Passage } from "../article.ts";
import { formatDiagnostic, type Diagnostic } from "../diagnostic.ts";

/** The Markdown after an edit, or why it could not be made. */
export type EditedText =
  | { readonly kind: "edited"; readonly text: string; readonly article: Article }
  | {
      readonly kind: "problem";
      readonly message: string;
      /** What it is about, if that is one of the texts of the edit: "capacity". */
      readonly field?: string;
    };

export function problem(message: string, field?: string): EditedText {
  return { kind: "problem", message, ...(field !== undefined && { field }) };
}

export function faulty(diagnostics: readonly Diagnostic[]): EditedText {
  return problem(diagnostics.map(formatDiagnostic).join("\n"));
}

export function passagesOf({ sections }: Article): Passage[] {
  return sections.flatMap(({ passages }) => passages);
}
