import { describeFetchFailure } from "../import/describe-failure.ts";
import type { FetchFailure } from "../import/fetch/fetch-failure.ts";
import type { PageVersion } from "../import/fetch/fetch-page.ts";
import { checkPage, piecesToCheck, withdrawPiece } from "./check-page.ts";
import { type Listing, readListing } from "./listing.ts";
import { publishCertain } from "./publish-certain.ts";
import type { Round } from "./round.ts";
import { attempt, takeItems } from "./take-items.ts";

/** Looks at a feed once: takes what is new, follows what it brought before, and plans the next look. */
export async function runRound(round: Round): Promise<void> {
  const { state, settings, signal } = round;
  const wanted = JSON.stringify(settings);
  if (state.settings !== wanted) {
    Object.assign(state, { settings: wanted, isEnded: false, version: {} });
  }
  const read = state.isEnded ? undefined : await fetchListing(round);
  if (signal.aborted) return;
  if (read && "failure" in read) noteFailure(round, read.failure);
  else if (read) {
    const isDone = await follow(round, read.listing);
    if (signal.aborted) return;
    noteSuccess(round, isDone ? read.version : {});
  }
  publishCertain(round);
  planNext(round);
  round.keep();
}

type ListingFetched =
  | { readonly failure: FetchFailure | string }
  /** No listing: it is as it was. */
  | { readonly listing: Listing | undefined; readonly version: PageVersion };

const NO_FEED = "this is neither a feed nor a page with links to articles: check the address";
const NO_LONGER_A_FEED = "a feed was here, but what is there now is none: check the address";

async function fetchListing(round: Round): Promise<ListingFetched> {
  const { state, settings, fetcher } = round;
  const isOwn = state.alternate === undefined;
  const got = await fetcher.fetchIfChanged(state.alternate ?? settings.url, state.version);
  if (got.kind === "not-modified") return { listing: undefined, version: state.version };
  const read = got.kind === "fetched" ? readListing(got.text, got.url, settings) : undefined;
  const mayBePage = isOwn && state.form !== "feed";
  if (
    read &&
    got.kind === "fetched" &&
    (read.form === "feed" || (read.form === "page" && mayBePage))
  ) {
    if (isOwn) state.form = read.form;
    return { listing: read, version: got.version };
  }
  // The page may name another feed by now.
  if (!isOwn) Object.assign(state, { alternate: undefined, version: {} });
  if (got.kind !== "fetched") return { failure: got };
  if (read?.form === "alternate" && mayBePage) {
    Object.assign(state, { form: "page", alternate: read.address, version: {} });
    return fetchListing(round);
  }
  return { failure: isOwn && state.form === "feed" ? NO_LONGER_A_FEED : NO_FEED };
}

/** Says whether nothing of the listing is left for another round. */
async function follow(round: Round, listing: Listing | undefined): Promise<boolean> {
  const isDone = listing ? await takeItems(round, listing) : true;
  for (const piece of piecesToCheck(round)) {
    if (round.signal.aborted) return false;
    await attempt(round, piece, () => checkPage(round, piece));
  }
  withdrawDeleted(round, new Set(listing?.feed.deleted));
  return isDone;
}

function withdrawDeleted(round: Round, deleted: ReadonlySet<string>): void {
  for (const piece of round.state.pieces) {
    const isNamed = deleted.has(piece.id ?? "") || deleted.has(piece.page);
    if (piece.kind === "filed" && isNamed && !piece.withdrawn) withdrawPiece(round, piece, "feed");
  }
}

const ENDED = "the feed has ended (410): take it out of feeds.yaml, or give its new address";
const GONE = 410;

function noteFailure({ state, log }: Round, failure: FetchFailure | string): void {
  const isStatus = typeof failure !== "string" && failure.kind === "status";
  state.isEnded = isStatus && failure.status === GONE && state.alternate === undefined;
  const why = typeof failure === "string" ? failure : describeFetchFailure(failure);
  const error = state.isEnded ? ENDED : why;
  if (state.error !== error) log("a feed cannot be followed", { of: state.url, error });
  state.failures += 1;
  state.error = error;
}

function noteSuccess({ state, clock, log }: Round, version: PageVersion): void {
  if (state.error !== undefined) log("a feed is followed again", { of: state.url });
  Object.assign(state, { failures: 0, error: undefined, lastSuccessAt: clock.now(), version });
}

const MINUTE_MS = 60_000;
/** A feed that is back after a night is noticed in the morning. */
const MAX_BACKOFF_MS = 6 * 60 * MINUTE_MS;
/** Rounds are spread by a tenth, so that not all feeds are due at the same time. */
const SPREAD = 0.2;

/** Twice as late after every failure in a row, and not before its host wants to be asked again. */
function planNext({ state, settings, clock, fetcher }: Round): void {
  const every = settings.every * MINUTE_MS;
  const delay = Math.min(every * 2 ** state.failures, Math.max(every, MAX_BACKOFF_MS));
  const spread = 1 - SPREAD / 2 + SPREAD * clock.random();
  const quietUntil = fetcher.quietUntil(state.alternate ?? settings.url);
  state.nextAt = Math.max(clock.now() + delay * spread, quietUntil);
}
