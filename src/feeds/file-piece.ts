import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { canonicalAddress } from "../article/address.ts";
import type { Article } from "../article/article.ts";
import { translationProblems } from "../article/loading/translation-problems.ts";
import { parseArticle } from "../article/parsing/parse-article.ts";
import { answersOf } from "../content/answers-of.ts";
import { embargoOf } from "../import/embargo.ts";
import { writtenDay } from "../import/extract/metadata/published.ts";
import type { ExtractedArticle } from "../import/extracted-article.ts";
import { importDocument, type SourceOutcome } from "../import/into-folder/import-source.ts";
import { isVersionOf } from "../import/into-folder/import-targets.ts";
import type { ReadDocument } from "../import/read-document.ts";
import { languageOfCode } from "../languages/language.ts";
import { type FollowedPiece, fingerprint } from "./feed-state.ts";
import { filedAs, type Round, tell } from "./round.ts";

type ExtractedDocument = Extract<ReadDocument, { kind: "extracted" }>;

/** The text of a piece as it was found. */
export type FoundPiece = {
  readonly document: ExtractedDocument;
  readonly from: FollowedPiece["from"];
  /** When the feed says that it was updated. */
  readonly updated?: string | undefined;
};

/**
 * Imports a piece as a draft, or brings its article up to date where it is. What editors have changed stays; what
 * they have discarded stays away. Says whether that is settled; otherwise it is tried again.
 */
export function filePiece(round: Round, piece: FollowedPiece, found: FoundPiece): boolean {
  const { document, from } = found;
  const { settings } = round;
  const { url = piece.page } = document.article.source;
  const place = placeOf(round, piece, { ...document, from: url });
  if (place === "duplicate") return leave(piece);
  const isPublished = stateOf(round, place.lookup) === "published";
  const times = [piece.released, Date.parse(document.releasedAt ?? "") || 0];
  const embargo = isPublished ? undefined : embargoOf(times, round.clock.now());
  const article: ExtractedArticle = {
    ...document.article,
    ...(settings.language !== undefined && { language: settings.language }),
    source: { ...document.article.source, url: place.address },
    ...(embargo !== undefined && { embargo }),
  };
  const text = fingerprint(JSON.stringify(article));
  const isKnown = piece.kind === "filed";
  if (isKnown && piece.text === text) return true;
  const target = round.targets.targetFor({ title: "", url: place.lookup, texts: [] });
  const isHere = !("problem" in target) && target.existing !== undefined;
  if (isKnown && !isHere && !("problem" in target)) return true;
  // A feed may say what it likes about pages of others, but their articles follow their own pages.
  if (isHere && !isKnown && from === "feed" && !isSameSite(settings.url, url)) return leave(piece);

  const outcome = importFound(round, { ...document, article }, place, found);
  if (outcome.kind === "failed") return failed(round, piece, outcome);
  const [misfit] = translationProblems(outcome.file, outcome.markdown);
  if (misfit !== undefined) {
    tell(round, basename(outcome.file), `${MISFIT} ${misfit}`);
    Object.assign(piece, { kind: "filed", text });
    return true;
  }
  const why = write(round, piece, outcome, !document.isForSubscribers);
  if (why !== undefined) return retryLater(round, piece, why);
  const keys = [piece.page, url, place.address, place.lookup].map(canonicalAddress);
  Object.assign(piece, { kind: "filed", from, text, address: place.address, tries: 0 });
  piece.page = from === "page" ? url : piece.page;
  piece.keys = [...new Set([...piece.keys, ...keys])].slice(-MAX_KEYS);
  piece.embargo = embargo === undefined ? undefined : Date.parse(embargo);
  return true;
}

/** One translation that does not fit keeps the bot from taking up any article. */
const MISFIT =
  "The page has changed, but the article's translation would no longer fit, so nothing was done: import the page at the desk, and correct the translation.";
const MAX_KEYS = 12;

type Place = {
  /** What the article says where it comes from. */
  readonly address: string;
  /** Where it is filed today. */
  readonly lookup: string;
};

/** Where a piece is filed: under the address its page wants to be known by, if that is believable. */
function placeOf(
  { targets, isOthers }: Round,
  piece: FollowedPiece,
  { article, canonical, from }: ExtractedDocument & { readonly from: string },
): Place | "duplicate" {
  if (piece.kind === "filed") {
    const hasMoved = !piece.keys.includes(canonicalAddress(from));
    return { address: hasMoved ? from : piece.address, lookup: piece.address };
  }
  const own = { address: from, lookup: from };
  if (isOthers([canonicalAddress(from)])) return "duplicate";
  if (canonical === undefined || canonicalAddress(canonical) === canonicalAddress(from)) return own;
  if (new URL(canonical).pathname === "/") return own;
  const texts = article.blocks.map(({ text }) => text);
  const target = targets.targetFor({ title: article.title, url: canonical, texts });
  const existing = "problem" in target ? undefined : target.existing;
  // Sites that name one address for all their pages are not believed.
  if (existing && !isVersionOf(texts, existing)) return own;
  if (existing && isOthers([canonicalAddress(canonical)])) return "duplicate";
  if (isSameSite(canonical, from)) return { address: canonical, lookup: canonical };
  return existing ? "duplicate" : own;
}

function isSameSite(one: string, other: string): boolean {
  const [host, another] = [one, other].map((url) => canonicalAddress(url).split("/")[0]);
  return host === another;
}

function stateOf({ targets, desk }: Round, address: string) {
  const file = targets.fileOf(address);
  return file === undefined ? undefined : filedAs(file, desk).state;
}

function importFound(
  { targets, clock }: Round,
  document: ExtractedDocument,
  { address, lookup }: Place,
  { updated = "" }: FoundPiece,
): SourceOutcome {
  const stated = new Date(updated);
  const day = Number.isNaN(stated.getTime()) ? new Date(clock.now()) : stated;
  const updatedOn = writtenDay(
    { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() },
    languageOfCode(document.article.language ?? "") ?? "en",
  );
  return importDocument(document, address, {
    ...targets,
    targetFor: (wanted) => targets.targetFor({ ...wanted, url: lookup }),
    answersOf,
    marksKept: true,
    updatedOn,
  });
}

type Imported = Extract<SourceOutcome, { kind: "imported" }>;

/** Writes the article, and says why if it cannot. `isWhole`: nothing of the text is missing. */
function write(
  round: Round,
  piece: FollowedPiece,
  { file, before, markdown, article, review, changes = [] }: Imported,
  isWhole: boolean,
): string | undefined {
  const { desk, state, settings } = round;
  const filed = filedAs(file, desk);
  const wasCertain = before === undefined || fingerprint(before) === piece.certain;
  if (before === undefined || !saysTheSame(before, article)) {
    const why = desk.save(filed, before, markdown);
    if (why !== undefined) return why;
    state.counts[before === undefined ? "imported" : "updated"] += 1;
    round.log(before === undefined ? "a feed brought an article" : "a feed updated an article", {
      of: state.url,
      article: filed.name,
    });
    if (filed.state === "published") desk.onPublished();
  }
  const isCertain =
    wasCertain && isWhole && settings.publish === "when-certain" && review.length === 0;
  const isDraft = filed.state === "draft";
  piece.certain = isCertain && isDraft ? fingerprint(markdown) : undefined;
  const kinds = new Set(changes.map(({ kind }) => kind));
  if (kinds.has("kept")) tell(round, filed.name, KEPT);
  if (kinds.has("kept-though-gone")) tell(round, filed.name, KEPT_THOUGH_GONE);
  return undefined;
}

/** Then the file stays as its editors have written it, with their comments and line breaks. */
function saysTheSame(markdown: string, { imported: _hashes, ...article }: Article): boolean {
  const read = parseArticle(markdown, `${article.slug}.md`);
  if (read.kind === "faulty") return false;
  const { imported: _before, ...existing } = read.article;
  return isDeepStrictEqual(existing, article);
}

const KEPT =
  "The page has changed a paragraph that an editor has changed, too: the editor's is kept, and marked for review.";
const KEPT_THOUGH_GONE =
  "The page no longer has a paragraph that an editor has changed: it is kept. Delete it if it should go.";

function failed(
  round: Round,
  piece: FollowedPiece,
  { why, cause }: Extract<SourceOutcome, { kind: "failed" }>,
): boolean {
  if (cause === "by-hand" || cause === "too-long") return leave(piece);
  if (cause !== "shrunk") return retryLater(round, piece, why);
  tell(round, piece.address, why);
  return true;
}

function leave(piece: FollowedPiece): boolean {
  piece.kind = "left";
  return true;
}

/** Longer than any outage that a piece's own page has while the feed is read. */
const MAX_TRIES = 6;

/** A piece that could not be imported waits for another round, up to a limit; an article keeps being followed. */
export function retryLater(round: Round, piece: FollowedPiece, why: string): boolean {
  piece.tries += 1;
  if (piece.kind !== "filed") piece.kind = piece.tries < MAX_TRIES ? "waiting" : "left";
  if (piece.kind !== "waiting") tell(round, piece.address, why);
  return piece.kind === "left";
}
