import type { LanguagePack } from "../languages/language-pack.ts";
import { DEFAULT_LANGUAGE, languageOfCode } from "../languages/language.ts";
import { packFor } from "../languages/packs.ts";
import { attributeSpeech, type AttributedParagraph } from "./attribute/attribute-speech.ts";
import type { ProposedPerson } from "./attribute/people/propose-people.ts";
import type { ExtractedArticle, ExtractedBlock, ExtractedSource } from "./extracted-article.ts";
import { articleLanguage } from "./extract/metadata/language.ts";
import { paragraphText } from "./draft/plain-field.ts";
import { proposeLead, proposeSummary } from "./draft/propose-lead.ts";
import { languageOf } from "../languages/language-of.ts";
import { withLatinIds } from "./with-latin-ids.ts";

/** A paragraph with who says it, as import proposes it to an editor. */
export type ProposedPassage = AttributedParagraph & {
  readonly text: string;
  /** The fact in a few words of the passage. */
  readonly lead?: string;
  /** The text itself says that it is one. */
  readonly isKeyFact?: true;
  /** An item of a list or a row of a table. */
  readonly isItem?: true;
};

type ProposedSection = {
  /** Missing for passages before the first heading. */
  readonly heading?: string;
  /** A sentence of the section. */
  readonly summary?: string;
  readonly passages: readonly ProposedPassage[];
};

export type ProposedArticle = {
  readonly title: string;
  /** BCP 47 code. */
  readonly language: string;
  readonly source: ExtractedSource;
  readonly embargo?: string;
  readonly people: readonly ProposedPerson[];
  readonly sections: readonly ProposedSection[];
  /** Questions that the article answers. */
  readonly questions: readonly string[];
};

/** Proposes who says what in an article, leads and summaries, in its language if that is known. */
export function proposeArticle(extracted: ExtractedArticle): ProposedArticle {
  const { title, source } = extracted;
  const blocks = extracted.blocks
    .map((block) => ({ ...block, text: paragraphText(block.text) }))
    .filter(({ text }) => text !== "");
  const paragraphs = blocks.flatMap(({ kind, text }) => (kind === "paragraph" ? [text] : []));
  const language = extracted.language ?? articleLanguage([], paragraphs);
  const spoken =
    languageOfCode(language) ?? languageOfCode(languageOf(paragraphs)) ?? DEFAULT_LANGUAGE;
  const pack = packFor(language);
  const { people, passages } = withLatinIds(attributeSpeech(paragraphs, spoken), pack);
  const attributed = sectionsOf(blocks, passages);
  // Nothing tells what can be read alone in a language that the bot does not speak.
  const sections = languageOfCode(language)
    ? attributed.map((section) => withWords(section, pack))
    : attributed;
  const { embargo } = extracted;
  const proposed = { title, language, source, people, sections, questions: [] };
  return embargo === undefined ? proposed : { ...proposed, embargo };
}

function sectionsOf(
  blocks: readonly ExtractedBlock[],
  attributed: readonly AttributedParagraph[],
): ProposedSection[] {
  const sections: { heading?: string; passages: ProposedPassage[] }[] = [{ passages: [] }];
  const next = attributed.values();
  for (const { kind, ...passage } of blocks) {
    if (kind === "heading") sections.push({ heading: passage.text, passages: [] });
    else {
      const paragraph = next.next().value;
      if (paragraph) sections.at(-1)?.passages.push({ ...passage, ...paragraph });
    }
  }
  return sections.filter(({ passages }) => passages.length > 0);
}

/** A section with leads and a summary. */
function withWords({ heading, passages }: ProposedSection, pack: LanguagePack): ProposedSection {
  const texts = passages.map(({ text }) => text);
  const mayBeSummedUp = heading !== undefined && passages[0]?.isItem !== true;
  const summary = mayBeSummedUp ? proposeSummary(texts, pack) : undefined;
  return {
    ...(heading !== undefined && { heading }),
    ...(summary !== undefined && { summary }),
    passages: passages.map((passage) => {
      const lead = proposeLead(passage.text, pack);
      return { ...passage, ...(lead !== undefined && { lead }) };
    }),
  };
}
