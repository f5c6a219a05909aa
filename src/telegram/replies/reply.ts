import { FormattedString } from "@grammyjs/parse-mode";
import type { PressedButton, CardReferences } from "../callback/callback-data.ts";
import type { Rating } from "../../feedback/vote.ts";

/** A button of ours: its label, and what a press of it asks for or does. */
export type Button = { readonly label: string } & (
  | { readonly data: PressedButton }
  /** Votes on the answer that it stands below; which one that is, is known when it goes out. */
  | { readonly rating: Rating; readonly shown: CardReferences }
  /** Puts this text into the reader's clipboard. */
  | { readonly copy: string }
  /** Offers to send a link that starts the bot at this place, with a few words. */
  | { readonly share: { readonly start: string; readonly text: string } }
);

/** What Telegram gets: text with entities, and rows of buttons. */
export type Reply = {
  readonly text: FormattedString;
  readonly buttons: readonly (readonly Button[])[];
};

/** More buttons below a card would push its passage out of sight. */
export const MOST_ROWS = 3;

/** The most that a message holds, in UTF-16 units. */
const MAX_MESSAGE_LENGTH = 4096;

/** Blocks of text with a blank line between them; empty ones leave no gap. */
export function blocks(...parts: readonly FormattedString[]): FormattedString {
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    "\n\n",
  );
}

export function lines(...parts: readonly FormattedString[]): FormattedString {
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    "\n",
  );
}

export function plain(text: string): FormattedString {
  return new FormattedString(text);
}

export const NOTHING: FormattedString = plain("");

/** Text that surely fits into one message: all the bot's own fits, an editor's may not. */
export function fitToMessage(text: FormattedString): FormattedString {
  if (text.text.length <= MAX_MESSAGE_LENGTH) return text;
  return FormattedString.join([text.slice(0, MAX_MESSAGE_LENGTH - 1), "…"]);
}

const LOOSE_END = /[\s,;:–—-]+$/u;

/** A text cut between words where it is longer; " …" shows that something is left out. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - " …".length);
  const end = Math.max(cut.lastIndexOf(" "), Math.floor(cut.length / 2));
  return `${cut.slice(0, end).toWellFormed().replace(LOOSE_END, "")} …`;
}

/** "the Kremlin" at the head of a line. */
export function capitalise(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
