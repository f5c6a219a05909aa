import { languageOfCode } from "../languages/language.ts";
import { attributeSpeech, type AttributedParagraph } from "./attribute/attribute-speech.ts";
import type { ProposedPerson } from "./attribute/people/propose-people.ts";
import type { ExtractedArticle, ExtractedBlock, ExtractedSource } from "./extracted-article.ts";
import { languageOf } from "./language-of.ts";

/** A paragraph with who says it, as import proposes it to an editor. */
export type ProposedPassage = AttributedParagraph & { readonly text: string };

type ProposedSection = {
  /** Missing for passages before the first heading. */
  readonly heading?: string;
  readonly passages: readonly ProposedPassage[];
};

export type ProposedArticle = {
  readonly title: string;
  /** BCP 47 code. */
  readonly language: string;
  readonly source: ExtractedSource;
  readonly people: readonly ProposedPerson[];
  readonly sections: readonly ProposedSection[];
};

/** Proposes who says what in an article, in its language if that is known. */
export function proposeArticle(extracted: ExtractedArticle): ProposedArticle {
  const { title, source, blocks } = extracted;
  const paragraphs = blocks.flatMap(({ kind, text }) => (kind === "paragraph" ? [text] : []));
  const language = extracted.language ?? languageOf(paragraphs);
  const spoken = languageOfCode(language) ?? languageOfCode(languageOf(paragraphs)) ?? "en";
  const { people, passages } = attributeSpeech(paragraphs, spoken);
  return { title, language, source, people, sections: sectionsOf(blocks, passages) };
}

function sectionsOf(
  blocks: readonly ExtractedBlock[],
  attributed: readonly AttributedParagraph[],
): ProposedSection[] {
  const sections: { heading?: string; passages: ProposedPassage[] }[] = [{ passages: [] }];
  const next = attributed.values();
  for (const { kind, text } of blocks) {
    if (kind === "heading") sections.push({ heading: text, passages: [] });
    else {
      const paragraph = next.next().value;
      if (paragraph) sections.at(-1)?.passages.push({ text, ...paragraph });
    }
  }
  return sections.filter(({ passages }) => passages.length > 0);
}
