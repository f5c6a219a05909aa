import type { ProposedSentence } from "../import/attribute/attribute-speech.ts";
import type { ProposedArticle, ProposedPassage } from "../import/propose-article.ts";

/**
 * An imported article as scripts read it. The names and order of the keys are a contract with them:
 * see docs/commands.md.
 */
export function articleRecord({ title, language, source, people, sections }: ProposedArticle) {
  return {
    title,
    language,
    source: {
      publisher: source.publisher ?? null,
      title: source.title ?? title,
      url: source.url ?? null,
      author: source.author ?? null,
      published: source.published ?? null,
    },
    people: people.map(({ id, name, capacity, aliases }) => ({
      id,
      name,
      capacity: capacity ?? null,
      aliases,
    })),
    sections: sections.map(({ heading, passages }) => ({
      heading: heading ?? null,
      passages: passages.map(passageRecord),
    })),
  };
}

function passageRecord({
  text,
  speaker,
  kind,
  quoted,
  sentences,
  lead,
  isKeyFact,
}: ProposedPassage) {
  return {
    text,
    speaker,
    kind,
    quoted,
    sentences: sentences.map(sentenceRecord),
    ...(lead !== undefined && { lead }),
    ...(isKeyFact === true && { key: true }),
  };
}

function sentenceRecord({ text, speaker, quoted, confidence, review }: ProposedSentence) {
  return { text, speaker, quoted, confidence, review };
}
