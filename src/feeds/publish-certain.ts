import { fingerprint } from "./feed-state.ts";
import { fileOfPiece, type Round, tell } from "./round.ts";

/**
 * Publishes drafts without an editor where the feed allows it: nothing in them is for review, nobody has changed them
 * since, and their embargo is over.
 */
export function publishCertain(round: Round): void {
  const { state, settings, clock, desk, log } = round;
  let hasChanged = false;
  for (const piece of state.pieces) {
    if (piece.certain === undefined || settings.publish !== "when-certain") continue;
    if ((piece.embargo ?? 0) > clock.now()) continue;
    const file = fileOfPiece(piece, round);
    const isUntouched = file?.state === "draft" && fingerprint(file.text) === piece.certain;
    piece.certain = undefined;
    hasChanged = true;
    if (!isUntouched) continue;
    const why = desk.publish(file.name);
    if (why !== undefined) {
      tell(round, file.name, why);
      continue;
    }
    state.counts.published += 1;
    log("a feed published an article", { of: state.url, article: file.name });
    desk.onPublished();
  }
  if (hasChanged) round.keep();
}
