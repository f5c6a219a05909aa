import type { Article, Attribution, Passage, Person } from "../../article/article.ts";
import { sentencesIn } from "../../text/sentences.ts";
import type { ProposedSentence } from "../attribute/attribute-speech.ts";
import { placeSentences, type PlacedSentence } from "../draft/place-sentences.ts";
import type { ProposedArticle, ProposedPassage } from "../propose-article.ts";
import { attributedWithin, sentencesByText, type AttributedWords } from "./pair-sentences.ts";
import { sameSpeakerIn } from "./same-speaker.ts";

/**
 * An article as its file has it, in the form of a proposal. What an editor decided is certain; what import proposed is as
 * sure as it was.
 */
export function asFiled(article: Article, proposed: ProposedArticle): ProposedArticle {
  const { title, language, source, sections, suggestedQuestions } = article;
  const {
    publisher,
    publishedOn: published,
    updatedOn: _updated,
    section: _section,
    ...stated
  } = source;
  const speaking = new Set(
    sections.flatMap(({ passages }) => passages.flatMap((one) => speakersIn(one, publisher))),
  );
  const passageOf = filedPassages(article, proposed);
  return {
    title,
    language,
    source: {
      ...stated,
      ...(publisher && { publisher: publisher.name }),
      ...(published !== undefined && { published }),
    },
    people: article.people.filter((person) => speaking.has(person)),
    sections: sections.map(({ heading, summary, passages }) => ({
      ...(heading !== undefined && { heading }),
      ...(summary !== undefined && { summary }),
      passages: passages.map(passageOf),
    })),
    questions: suggestedQuestions,
  };
}

function speakersIn(passage: Passage, publisher: Person | undefined): Person[] {
  return [passage, ...(passage.spans ?? [])].flatMap((one) => speakerOf(one, publisher) ?? []);
}

/** The publisher speaks only where it is quoted; all else of its own is narration. */
function speakerOf(
  { speaker, kind, quoted }: Attribution,
  publisher: Person | undefined,
): Person | undefined {
  const isNarration = speaker === publisher && kind === "report" && quoted === "retold";
  return isNarration ? undefined : speaker;
}

function filedPassages(
  { language, source: { publisher } }: Article,
  { people, sections }: ProposedArticle,
): (passage: Passage) => ProposedPassage {
  const proposals = sentencesByText(sections);
  const proposedPeople = new Map(people.map((person) => [person.id, person]));
  const isOne = sameSpeakerIn(language);
  return (passage) => {
    const { text, kind, quoted, lead, isKeyFact } = passage;
    const sentences = proposals.get(text)?.shift() ?? undecided(passage);
    return {
      text,
      speaker: speakerOf(passage, publisher)?.id ?? null,
      kind,
      quoted,
      sentences: placeSentences(sentences, text).map((placed) => filedSentence(placed, passage)),
      ...(lead !== undefined && { lead }),
      ...(isKeyFact && { isKeyFact }),
    };
  };

  function filedSentence(
    { sentence, start, end }: PlacedSentence,
    passage: Passage,
  ): ProposedSentence {
    const within = attributedWithin(passage, start, end);
    const filed = speakerOf(within, publisher);
    const other = sentence.speaker === null ? undefined : proposedPeople.get(sentence.speaker);
    const isProposals = filed && other ? isOne(filed, other) : filed === other;
    const isOpen = isProposals && (within.isProposed === true || filed === undefined);
    return {
      ...sentence,
      speaker: filed?.id ?? null,
      kind: within.kind,
      ...(isOpen
        ? { review: sentence.review && within.needsReview === true }
        : { quoted: quotedIn(within, filed), confidence: 1, review: false }),
    };
  }
}

function quotedIn(
  { quoted }: AttributedWords,
  speaker: Person | undefined,
): ProposedSentence["quoted"] {
  if (!speaker) return "none";
  return quoted === "retold" ? "indirect" : quoted;
}

/** Import says nothing about words that only the file has. */
function undecided({ text, kind }: Passage): ProposedSentence[] {
  return sentencesIn(text).map(([start, end]) => {
    const words = text.slice(start, end);
    return { text: words, speaker: null, kind, quoted: "none", confidence: 1, review: false };
  });
}
