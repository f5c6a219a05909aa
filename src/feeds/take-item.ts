import { canonicalAddress } from "../article/address.ts";
import { articleInFeed } from "../import/feed/article-in-feed.ts";
import type { Feed } from "../import/feed/read-feed.ts";
import { fetchDocument } from "../import/fetch-document.ts";
import type { ReadDocument } from "../import/read-document.ts";
import { type FollowedPiece, fingerprint } from "./feed-state.ts";
import { filePiece, retryLater } from "./file-piece.ts";
import type { ListedItem } from "./listing.ts";
import type { Round } from "./round.ts";

/** The piece that an item of the feed is about, by its id or its address. */
export function pieceOf(
  { id, url }: ListedItem,
  pieces: readonly FollowedPiece[],
): FollowedPiece | undefined {
  const key = canonicalAddress(url);
  return (
    pieces.find((piece) => piece.keys.includes(key)) ??
    (id === undefined ? undefined : pieces.find((piece) => piece.id === id))
  );
}

/** Changes if the feed says anything else about a piece. */
export function printOf({ url, title, html, updated, published }: ListedItem): string {
  return fingerprint(JSON.stringify([url, title, html, updated, published]));
}

export function newPiece({ url, id }: ListedItem, now: number): FollowedPiece {
  return {
    page: url,
    address: url,
    keys: [canonicalAddress(url)],
    id,
    kind: "waiting",
    from: "page",
    print: "",
    text: "",
    version: {},
    foundAt: now,
    checkedAt: now,
    seenAt: now,
    gone: 0,
    tries: 0,
  };
}

/** Imports what a feed lists, or brings it up to date. */
export async function takeItem(
  round: Round,
  piece: FollowedPiece,
  item: ListedItem,
  feed: Feed,
): Promise<void> {
  const { clock, desk, signal } = round;
  const released = Date.parse(item.published ?? "");
  piece.released = Number.isNaN(released) ? undefined : released;
  piece.id = item.id ?? piece.id;
  const full = articleInFeed(item, feed);
  const { updated } = item;
  const found = full
    ? ({ document: inFull(full), from: "feed", updated } as const)
    : ({ document: await fetchPiece(round, piece, item.url), from: "page", updated } as const);
  await desk.turn();
  // What an aborted request leaves behind is no news of the piece.
  if (signal.aborted) return;
  piece.checkedAt = clock.now();
  const { document } = found;
  if (document.kind === "extracted") {
    if (filePiece(round, piece, { ...found, document })) piece.print = printOf(item);
  } else if (document.kind === "nothing" && mayComeBack(document)) {
    retryLater(round, piece, document.why);
  } else {
    piece.print = printOf(item);
    if (piece.kind !== "filed") piece.kind = "left";
  }
}

function inFull(article: Extract<ReadDocument, { kind: "extracted" }>["article"]): ReadDocument {
  const isFree = { isNotToBeKept: false, isForSubscribers: false };
  return { kind: "extracted", article, remarks: [], ...isFree };
}

async function fetchPiece(
  round: Round,
  piece: FollowedPiece,
  address: string,
): Promise<ReadDocument> {
  const got = await round.fetcher.fetchIfChanged(address, {});
  if (got.kind === "not-modified") return { kind: "nothing", why: "the page cannot be read" };
  const document = await fetchDocument(address, () => Promise.resolve(got));
  if (got.kind === "fetched" && document.kind === "extracted") piece.version = got.version;
  return document;
}

/** A page that is not there yet, or a server that does not answer. */
function mayComeBack({ cause }: Extract<ReadDocument, { kind: "nothing" }>): boolean {
  return cause === "unreachable" || cause === "missing";
}
