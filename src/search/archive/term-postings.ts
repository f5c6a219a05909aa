import { LANGUAGES } from "../../languages/language.ts";
import type { TextDocuments } from "./analysed-article.ts";
import { type PostingList, type PostingWriter, writePostings } from "./posting-lists.ts";

type LocatedDocuments = TextDocuments & {
  /** Id of the article, and number of the text in it. */
  readonly article: number;
  readonly text: number;
  /** The languages of the readers who get this text. */
  readonly readers: readonly string[];
};

/** Of texts in one language, in the order of their articles: collects the postings of each term. */
export function collectPostings(maxBytes: number) {
  const writers = new Map<string, PostingWriter>();

  function writerOf(term: string): PostingWriter {
    const known = writers.get(term);
    if (known) return known;
    const writer = writePostings(maxBytes);
    writers.set(term, writer);
    return writer;
  }
  return {
    add({ article, text, readers, documents, vocabulary }: LocatedDocuments): void {
      const mask = readersMask(readers);
      // By number of the term, to look each up once: there are a hundred for each passage.
      const own = vocabulary.map(writerOf);
      for (const { kind, first, end, terms, frequencies } of documents) {
        const length = terms.length;
        // One object for all of its terms.
        const posting = { article, text, readers: mask, kind, first, end, frequency: 0, length };
        for (let at = 0; at < length; at += 1) {
          posting.frequency = frequencies[at] ?? 0;
          own[terms[at] ?? 0]?.add(posting);
        }
      }
    },
    byTerm: (): ReadonlyMap<string, readonly PostingList[]> =>
      new Map(Array.from(writers, ([term, writer]) => [term, writer.lists()])),
  };
}

/** A bit for each language of the bot. */
export function readersMask(readers: readonly string[]): number {
  return LANGUAGES.reduce((mask, language, bit) => {
    return readers.includes(language) ? mask + 2 ** bit : mask;
  }, 0);
}
