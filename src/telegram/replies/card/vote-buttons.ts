import type { InlineKeyboardButton } from "grammy/types";
import {
  readCallbackData,
  writeCallbackData,
  type PressedButton,
  type CardReferences,
} from "../../callback/callback-data.ts";
import { MOST_ROWS, type Button } from "../reply.ts";
import { REASONS } from "../../../feedback/vote.ts";
import type { Wording } from "../../wording/wording.ts";

/** The answer that is voted on: its trace id, and the update that the id was made from. */
export type VotedAnswer = { readonly trace: string; readonly update: number };

/** Thumbs up and down, for the row below a passage; they carry what its card shows, for a reply to it. */
export function voteButtons(shown: CardReferences): Button[] {
  return [
    { label: "👍", rating: "good", shown },
    { label: "👎", rating: "bad", shown },
  ];
}

type PressedVote = Extract<PressedButton, { ask: "vote" }>;
type DataButton = Extract<Button, { data: PressedButton }>;
type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/**
 * The keyboard of a card once it was voted on: the buttons that asked for the vote give way to what
 * comes next, and all others stay.
 */
export function keyboardAfterVote(
  keyboard: Keyboard,
  vote: PressedVote,
  { feedback }: Pick<Wording, "feedback">,
): InlineKeyboardButton[][] {
  const next = nextButtons(vote, feedback).map(({ label, data }) => ({
    text: label,
    callback_data: writeCallbackData(data),
  }));
  const rows = keyboard.flatMap((row) => {
    const others = row.filter((button) => !asksForVote(button));
    if (others.length === row.length) return [others];
    // Reasons are sentences: beside other buttons nobody could read them.
    if (vote.rating === "bad") return [next, others].filter(({ length }) => length > 0);
    return [[...next, ...others]];
  });
  // The next questions, which come first, give way.
  return rows.slice(Math.max(0, rows.length - MOST_ROWS));
}

function nextButtons(vote: PressedVote, { reasons, noted }: Wording["feedback"]): DataButton[] {
  const { rating, article, passage, person, trace } = vote;
  const stay = { ask: "stay", article, passage, person } as const;
  if (rating === "good") return [{ label: "✓", data: stay }];
  if (rating !== "bad") return [{ label: `✓ ${noted(trace)}`, data: stay }];
  return REASONS.map((reason) => {
    return { label: reasons[reason], data: { ...vote, rating: reason } };
  });
}

function asksForVote(button: InlineKeyboardButton): boolean {
  return "callback_data" in button && readCallbackData(button.callback_data)?.ask === "vote";
}
