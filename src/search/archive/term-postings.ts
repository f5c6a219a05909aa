import { LANGUAGES } from "../../languages/language.ts";
import type { AnalysedDocument } from "./analysed-article.ts";
import { type PostingList, type PostingWriter, writePostings } from "./posting-lists.ts";

/** The documents of a text, and where it is. */
type TextDocuments = {
  /** Id of the article, and number of the text in it. */
  readonly article: number;
  readonly text: number;
  /** The languages of the readers who get this text. */
  readonly readers: readonly string[];
  readonly documents: readonly AnalysedDocument[];
};

/** Of texts in one language, in the order of their articles: the postings of each term. */
export function postingsByTerm(
  texts: readonly TextDocuments[],
  maxBytes: number,
): ReadonlyMap<string, readonly PostingList[]> {
  const writers = new Map<string, PostingWriter>();
  for (const { article, text, readers, documents } of texts) {
    const mask = readersMask(readers);
    for (const { kind, first, end, terms } of documents) {
      const frequencies = frequenciesOf(terms);
      const length = frequencies.size;
      // One object for all of its terms: there are a hundred for each passage.
      const posting = { article, text, readers: mask, kind, first, end, frequency: 0, length };
      for (const [term, frequency] of frequencies) {
        let writer = writers.get(term);
        if (!writer) writers.set(term, (writer = writePostings(maxBytes)));
        posting.frequency = frequency;
        writer.add(posting);
      }
    }
  }
  return new Map(Array.from(writers, ([term, writer]) => [term, writer.lists()]));
}

function frequenciesOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return frequencies;
}

/** A bit for each language of the bot. */
export function readersMask(readers: readonly string[]): number {
  return LANGUAGES.reduce((mask, language, bit) => {
    return readers.includes(language) ? mask + 2 ** bit : mask;
  }, 0);
}
