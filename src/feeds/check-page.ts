import { fetchDocument } from "../import/fetch-document.ts";
import type { FollowedPiece } from "./feed-state.ts";
import { filePiece } from "./file-piece.ts";
import { fileOfPiece, type Round, tell } from "./round.ts";

/** Most corrections come soon: a page is looked at again after a tenth of its age. */
const SHARE_OF_AGE = 0.1;
/** Then it is no longer looked at. */
const FOLLOWED_MS = 30 * 24 * 60 * 60_000;
const MAX_CHECKS = 20;
const MINUTE_MS = 60_000;

/** The pieces whose pages are due for another look, those first that have waited longest. */
export function piecesToCheck({ state, settings, clock }: Round): FollowedPiece[] {
  const now = clock.now();
  return state.pieces
    .filter(({ kind, foundAt }) => kind === "filed" && now - foundAt < FOLLOWED_MS)
    .filter(({ checkedAt, foundAt, gone }) => {
      // A page that is gone has to be so twice in a row.
      const share = gone === 1 ? 0 : (now - foundAt) * SHARE_OF_AGE;
      return now - checkedAt >= Math.max(share, settings.every * MINUTE_MS * ALMOST);
    })
    .toSorted((one, other) => one.checkedAt - other.checkedAt)
    .slice(0, MAX_CHECKS);
}

/** A round comes somewhat earlier or later than the one before. */
const ALMOST = 0.7;

/** Looks whether the page of a piece was corrected or withdrawn since. */
export async function checkPage(round: Round, piece: FollowedPiece): Promise<void> {
  const { fetcher, desk, clock, signal } = round;
  const got = await fetcher.fetchIfChanged(piece.page, piece.gone > 0 ? {} : piece.version);
  if (signal.aborted) return;
  if (got.kind === "not-modified") {
    piece.checkedAt = clock.now();
    return;
  }
  const document = await fetchDocument(piece.page, () => Promise.resolve(got));
  await desk.turn();
  if (signal.aborted) return;
  piece.checkedAt = clock.now();
  if (document.kind === "nothing") {
    // A network that fails says nothing about the page.
    if (document.isGone === true) noteGone(round, piece);
    return;
  }
  if (piece.gone > 0) noteBack(piece);
  if (document.kind !== "extracted" || piece.from === "feed") return;
  const isSettled = filePiece(round, piece, { document, from: "page" });
  if (isSettled && got.kind === "fetched") piece.version = got.version;
}

/** In two rounds in a row: sites have bad minutes, too. */
const GONE_FOR_GOOD = 2;

function noteGone(round: Round, piece: FollowedPiece): void {
  piece.gone = Math.min(piece.gone + 1, GONE_FOR_GOOD);
  if (piece.gone === GONE_FOR_GOOD && !piece.withdrawn) withdrawPiece(round, piece, "page");
}

function noteBack(piece: FollowedPiece): void {
  piece.gone = 0;
  if (piece.withdrawn === "page") piece.withdrawn = undefined;
}

const WHY = {
  page: "Its page is gone from the site",
  feed: "The feed has withdrawn it",
};

/** Takes an article from readers since its publisher has. What editors do with it then is theirs. */
export function withdrawPiece(round: Round, piece: FollowedPiece, reason: "page" | "feed"): void {
  const { desk, state, log } = round;
  piece.certain = undefined;
  const file = fileOfPiece(piece, round);
  if (file?.state === "published") {
    const why = desk.withdraw(file.name);
    // The only article stays until there is another one: tried again in the next round.
    if (why !== undefined) return tell(round, file.name, `${WHY[reason]}. ${why}`);
    state.counts.withdrawn += 1;
    log("a feed withdrew an article", { of: state.url, article: file.name });
    desk.onPublished();
  }
  piece.withdrawn = reason;
  if (file) tell(round, file.name, `${WHY[reason]}: it is a draft now. Discard it, or publish it.`);
  return undefined;
}
