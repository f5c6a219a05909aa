import type { AttributedSpan, Passage, Person } from "../../article/article.ts";
import type { ParsedArticle } from "../../article/parsing/parse-article.ts";
import type { ProposedSentence } from "../attribute/attribute-speech.ts";
import type { ProposedPerson } from "../attribute/people/propose-people.ts";
import { placeSentences } from "../draft/place-sentences.ts";
import type { ProposedArticle } from "../propose-article.ts";
import { sameSpeakerIn } from "./same-speaker.ts";

/** A file as read, with the lines of its passages. */
export type ReadArticle = Extract<ParsedArticle, { kind: "parsed" }>;

/** What has an attribution: a passage, or words in it. */
export type AttributedWords = Passage | AttributedSpan;

/** A sentence with who says it, to the file and to import; nobody if it is the publication. */
export type PairedSentence = Pick<ProposedSentence, "confidence" | "review"> & {
  readonly line: number;
  readonly passage: Passage;
  /** UTF-16 offsets into the passage. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The passage, or the span in it that has the sentence. */
  readonly within: AttributedWords;
  readonly filed: Person | undefined;
  readonly proposed: ProposedPerson | undefined;
  /** Both mean the same person, or nobody. */
  readonly isSame: boolean;
};

/** The sentences of a file that import has proposals for. */
export function pairSentences(
  { article, lines }: ReadArticle,
  { people, sections }: ProposedArticle,
): PairedSentence[] {
  const { publisher } = article.source;
  const isOne = sameSpeakerIn(article.language);
  const speakers = new Map(people.map((person) => [person.id, person]));
  const proposals = sentencesByText(sections);
  return article.sections
    .flatMap(({ passages }) => passages)
    .flatMap((passage) =>
      placeSentences(proposals.get(passage.text)?.shift() ?? [], passage.text).map((placed) => {
        const { sentence, start, end } = placed;
        const { text, speaker, confidence, review, isFrame } = sentence;
        const within = attributedWithin(passage, start, end);
        const filed = within.speaker === publisher ? undefined : within.speaker;
        const named = speaker === null || isFrame ? undefined : speakers.get(speaker);
        const proposed = named && publisher && isOne(publisher, named) ? undefined : named;
        const isSame = filed && proposed ? isOne(filed, proposed) : filed === proposed;
        const line = lines.get(passage.id) ?? 1;
        return {
          line,
          passage,
          start,
          end,
          text: text.trim(),
          within,
          filed,
          proposed,
          isSame,
          confidence,
          review,
        };
      }),
    );
}

type Sentences = readonly ProposedSentence[];

/** Paragraphs with the same words keep their order. */
export function sentencesByText(sections: ProposedArticle["sections"]): Map<string, Sentences[]> {
  const found = new Map<string, Sentences[]>();
  for (const { text, sentences } of sections.flatMap(({ passages }) => passages)) {
    const alike = found.get(text);
    if (alike) alike.push(sentences);
    else found.set(text, [sentences]);
  }
  return found;
}

/** The span that has most of these words, or else the passage. */
export function attributedWithin(passage: Passage, start: number, end: number): AttributedWords {
  const span = (passage.spans ?? []).find(
    (one) => (Math.min(one.end, end) - Math.max(one.start, start)) * 2 >= end - start,
  );
  return span ?? passage;
}
