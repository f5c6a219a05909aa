import type { AttributedSpan, Attribution, Passage } from "../article.ts";
import { trimmedRange } from "../markdown/text-writer.ts";
import type { Range } from "../../text/ranges.ts";

/**
 * The passage with one of its ranges attributed by an editor, so that nothing there is proposed any longer. What has
 * the attribution of the passage needs no span; words that are all attributed in one way make it that of the passage.
 */
export function attributeRange(passage: Passage, range: Range, attribution: Attribution): Passage {
  const pieces = piecesOf(passage).flatMap((piece) => splitAround(piece, range));
  const decided = pieces.map((piece): AttributedPiece => {
    return isWithin(piece, range) ? { start: piece.start, end: piece.end, ...attribution } : piece;
  });
  return passageOf(passage, decided);
}

/** The passage without the marks of import on the range: an editor has found it right. */
export function confirmRange(passage: Passage, range: Range): Passage {
  const pieces = piecesOf(passage);
  const decided = pieces.map((piece): AttributedPiece => {
    if (!overlaps(piece, range)) return piece;
    const { isProposed: _proposed, needsReview: _review, ...confirmed } = piece;
    return confirmed;
  });
  return passageOf(passage, decided);
}

/** A range of a passage with its attribution, whether a span has it or not. */
export type AttributedPiece = AttributedSpan;

/** The spans of a passage and the words between them, in order. */
export function piecesOf(passage: Passage): readonly AttributedPiece[] {
  const { text, spans = [] } = passage;
  const pieces: AttributedPiece[] = [];
  let at = 0;
  for (const span of spans) {
    if (hasWords(text.slice(at, span.start))) pieces.push(ownPiece(passage, at, span.start));
    pieces.push(span);
    at = span.end;
  }
  if (hasWords(text.slice(at))) pieces.push(ownPiece(passage, at, text.length));
  return pieces;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

function hasWords(text: string): boolean {
  return WORD_CHARACTER.test(text);
}

function ownPiece(passage: Passage, from: number, upTo: number): AttributedPiece {
  const { text, speaker, kind, quoted, isProposed, needsReview } = passage;
  return {
    ...trimmedRange(text, [from, upTo]),
    speaker,
    kind,
    quoted,
    ...(isProposed && { isProposed }),
    ...(needsReview && { needsReview }),
  };
}

function isWithin({ start, end }: AttributedPiece, [from, upTo]: Range): boolean {
  return start >= from && end <= upTo;
}

function overlaps({ start, end }: AttributedPiece, [from, upTo]: Range): boolean {
  return start < upTo && end > from;
}

/** The piece in up to three: before the range, in it, after it. */
function splitAround(piece: AttributedPiece, [from, upTo]: Range): AttributedPiece[] {
  if (!overlaps(piece, [from, upTo])) return [piece];
  const cuts = [piece.start, from, upTo, piece.end].filter(
    (at) => at >= piece.start && at <= piece.end,
  );
  return cuts.slice(1).flatMap((end, number) => {
    const start = cuts[number] ?? end;
    return start < end ? [{ ...piece, start, end }] : [];
  });
}

/** The attribution that covers most words becomes that of the passage; the others keep spans. */
function passageOf(passage: Passage, pieces: readonly AttributedPiece[]): Passage {
  const trimmed = pieces.flatMap((piece) => trimmedPiece(passage.text, piece));
  const joined = joinAlike(trimmed);
  const own = joined.find((piece) => isAsOwn(piece, passage)) ?? longest(joined);
  if (!own) return passage;
  const { start: _start, end: _end, isProposed, needsReview, ...attribution } = own;
  const { isProposed: _proposed, needsReview: _review, spans: _spans, ...rest } = passage;
  const spans = joined.filter((piece) => keyOf(piece) !== keyOf(own));
  return {
    ...rest,
    ...attribution,
    ...(spans.length > 0 && { spans }),
    ...(isProposed && { isProposed }),
    ...(needsReview && { needsReview }),
  };
}

function isAsOwn(piece: AttributedPiece, { speaker, kind, quoted }: Passage): boolean {
  return piece.speaker === speaker && piece.kind === kind && piece.quoted === quoted;
}

function longest(pieces: readonly AttributedPiece[]): AttributedPiece | undefined {
  return pieces.toSorted((one, other) => other.end - other.start - (one.end - one.start))[0];
}

function trimmedPiece(text: string, piece: AttributedPiece): AttributedPiece[] {
  const { start, end } = trimmedRange(text, [piece.start, piece.end]);
  return start < end ? [{ ...piece, start, end }] : [];
}

/** Neighbours with one attribution and the same marks are one piece. */
function joinAlike(pieces: readonly AttributedPiece[]): AttributedPiece[] {
  const joined: AttributedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && keyOf(last) === keyOf(piece))
      joined[joined.length - 1] = { ...last, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

function keyOf({ speaker, kind, quoted, isProposed, needsReview }: AttributedPiece): string {
  return JSON.stringify([speaker?.id, kind, quoted, isProposed, needsReview]);
}
