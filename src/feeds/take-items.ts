import { describeError } from "../logging/describe-error.ts";
import type { FollowedPiece } from "./feed-state.ts";
import { retryLater } from "./file-piece.ts";
import type { ListedItem, Listing } from "./listing.ts";
import type { Round } from "./round.ts";
import { newPiece, pieceOf, printOf, takeItem } from "./take-item.ts";

/** How many changed items are looked at in a round. */
const MAX_UPDATES = 20;
const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

/** Takes what is new in a listing, up to the limit, and what has changed. Says whether nothing is left. */
export async function takeItems(round: Round, { items, feed }: Listing): Promise<boolean> {
  const { state, settings, clock, signal, isOthers } = round;
  let [news, updates] = [settings.limit, MAX_UPDATES];
  let isDone = true;
  for (const item of items) {
    if (signal.aborted) return false;
    const known = pieceOf(item, state.pieces);
    if (known) known.seenAt = clock.now();
    if (known && !isChanged(known, item)) continue;
    const piece = known ?? newPiece(item, clock.now());
    if (known ? !isDue(round, known) || updates === 0 : news === 0) {
      isDone = false;
      continue;
    }
    if (known) updates -= 1;
    else state.pieces.push(piece);
    if (piece.kind !== "filed" && isOthers(piece.keys)) {
      Object.assign(piece, { kind: "left", print: printOf(item) });
      continue;
    }
    await attempt(round, piece, () => takeItem(round, piece, item, feed));
    // What turns out to be no article takes nothing from the limit.
    if (!known && piece.kind !== "left") news -= 1;
    isDone &&= piece.print === printOf(item);
  }
  state.pieces = state.pieces.filter((piece) => isRemembered(piece, clock.now()));
  return isDone;
}

/** Items of a page are links, whose words say nothing about the article's. */
function isChanged(piece: FollowedPiece, item: ListedItem): boolean {
  return piece.kind === "waiting" || piece.print !== printOf(item);
}

/** A piece that could not be imported is tried again after one round, two, four … */
function isDue({ clock, settings }: Round, { kind, tries, checkedAt }: FollowedPiece): boolean {
  if (kind !== "waiting" || tries === 0) return true;
  const wait = settings.every * MINUTE_MS * (2 ** (tries - 1) - 0.5);
  return clock.now() - checkedAt >= Math.min(wait, DAY_MS);
}

/** Long enough for no feed to list it again. */
const REMEMBERED_MS = 90 * DAY_MS;

function isRemembered({ seenAt, foundAt }: FollowedPiece, now: number): boolean {
  return now - Math.max(seenAt, foundAt) < REMEMBERED_MS;
}

/** A piece that makes import fail stops no other. */
export async function attempt(
  round: Round,
  piece: FollowedPiece,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const why = `import fails (${describeError(error)})`;
    round.log("a piece of a feed cannot be imported", { of: piece.page, error: why });
    retryLater(round, piece, why);
  }
  if (!round.signal.aborted) round.keep();
}
