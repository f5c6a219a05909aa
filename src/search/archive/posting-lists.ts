/**
 * Which documents of an archive have a term: a passage, what all passages of a section are found by, or a key fact. The
 * bytes of lists for articles with rising ids may be put one behind the other.
 */

/** What a document is: its passage, or all passages of a group of them. */
export const DOCUMENT_KIND = { passage: 0, section: 1, keyFact: 2 } as const;
export type DocumentKind = (typeof DOCUMENT_KIND)[keyof typeof DOCUMENT_KIND];

export type Posting = {
  /** Id of the article, and number of the text in it. */
  readonly article: number;
  readonly text: number;
  /** Bits of the languages of readers who get this text: see `readersMask`. */
  readonly readers: number;
  readonly kind: DocumentKind;
  /** Positions of its passages, `end` not included. */
  readonly first: number;
  readonly end: number;
  /** How often the term is there, and how many different terms are; 255 for more. */
  readonly frequency: number;
  readonly length: number;
};

const MAX_BYTE = 255;
/** Marks, in place of the difference to the article before. */
const SAME_ARTICLE = 0;
const ANY_ARTICLE = 1;

/** Writes the postings of a term in the order of their articles. */
export type PostingWriter = {
  readonly add: (posting: Posting) => void;
  /** Those so far, as lists of about the given length at most, each with the id of its first article. */
  readonly lists: () => readonly PostingList[];
};

export type PostingList = { readonly firstArticle: number; readonly bytes: Uint8Array };

/** `maxBytes`: a list begins anew with the next article once it is so long. */
export function writePostings(maxBytes: number): PostingWriter {
  const done: PostingList[] = [];
  let bytes: number[] = [];
  let firstArticle = 0;
  let last: number | undefined;

  function end(): void {
    if (bytes.length > 0) done.push({ firstArticle, bytes: new Uint8Array(bytes) });
    bytes = [];
    last = undefined;
  }
  function beginArticle({ article, text, readers }: Posting): void {
    if (bytes.length >= maxBytes) end();
    if (last === undefined) {
      firstArticle = article;
      bytes.push(ANY_ARTICLE);
      pushNumber(article, bytes);
    } else pushNumber(article - last + ANY_ARTICLE, bytes);
    bytes.push(text, readers);
    last = article;
  }
  return {
    add(posting) {
      if (posting.article === last) bytes.push(SAME_ARTICLE);
      else beginArticle(posting);
      const { kind, first, end: beyond, frequency, length } = posting;
      pushNumber(first * KINDS + kind, bytes);
      if (kind === DOCUMENT_KIND.section) pushNumber(beyond - first, bytes);
      bytes.push(Math.min(frequency, MAX_BYTE), Math.min(length, MAX_BYTE));
    },
    lists() {
      end();
      return done;
    },
  };
}

const KINDS_IN_ORDER = [DOCUMENT_KIND.passage, DOCUMENT_KIND.section, DOCUMENT_KIND.keyFact];
const KINDS = KINDS_IN_ORDER.length;
const SEVEN_BITS = 0x7f;
const MORE = 0x80;

/** The lowest seven bits first. */
function pushNumber(value: number, bytes: number[]): void {
  let rest = value;
  while (rest > SEVEN_BITS) {
    bytes.push((rest % MORE) + MORE);
    rest = Math.floor(rest / MORE);
  }
  bytes.push(rest);
}

/** Calls `take` with each posting; the object is the same every time. */
export function readPostings(bytes: Uint8Array, take: (posting: Posting) => void): void {
  const reader = openReader(bytes);
  while (reader.next()) take(reader.posting);
}

/** The list without the postings of some articles. */
export function withoutArticles(bytes: Uint8Array, gone: ReadonlySet<number>): Uint8Array {
  const writer = writePostings(Infinity);
  readPostings(bytes, (posting) => {
    if (!gone.has(posting.article)) writer.add(posting);
  });
  const [list] = writer.lists();
  return list?.bytes ?? new Uint8Array();
}

type MutablePosting = { -readonly [Part in keyof Posting]: Posting[Part] };

function openReader(bytes: Uint8Array) {
  const posting: MutablePosting = {
    article: 0,
    text: 0,
    readers: 0,
    kind: DOCUMENT_KIND.passage,
    first: 0,
    end: 0,
    frequency: 0,
    length: 0,
  };
  let at = 0;

  function byte(): number {
    const value = bytes[at] ?? 0;
    at += 1;
    return value;
  }
  function number(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const one = byte();
      value += (one & SEVEN_BITS) * scale;
      if (one < MORE) return value;
      scale *= MORE;
    }
  }
  return {
    posting,
    /** Reads the next one; false at the end. */
    next(): boolean {
      if (at >= bytes.length) return false;
      const difference = number();
      if (difference !== SAME_ARTICLE) {
        posting.article =
          difference === ANY_ARTICLE ? number() : posting.article + difference - ANY_ARTICLE;
        posting.text = byte();
        posting.readers = byte();
      }
      const place = number();
      posting.kind = KINDS_IN_ORDER[place % KINDS] ?? DOCUMENT_KIND.passage;
      posting.first = Math.floor(place / KINDS);
      posting.end = posting.first + (posting.kind === DOCUMENT_KIND.section ? number() : 1);
      posting.frequency = byte();
      posting.length = byte();
      return true;
    },
  };
}
