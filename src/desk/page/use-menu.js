import { useEffect, useLayoutEffect, useState } from "./preact.js";
import { TAB } from "./connection.js";
import { choicesFor, commandChoices, inlineChoices } from "./menu.js";

/** Telegram's limit. */
export const MAX_INLINE_QUERY = 256;

/** The one open menu: inline results, all commands, or what completes the text. */
export function useMenu(form, draft, { state, chatName }) {
  const [open, setOpen] = useState(undefined);
  // Before anything can be typed into the other chat.
  useLayoutEffect(() => setOpen(undefined), [chatName]);
  useEffect(() => {
    if (draft.isInline) setOpen({});
  }, [chatName, draft.isInline]);
  useEffect(() => {
    const closeOutside = ({ target }) => {
      if (!form.current.contains(target)) setOpen(undefined);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);
  if (!open || draft.editing) return [undefined, setOpen];
  const found = open.isCommands
    ? { label: "Commands", choices: commandChoices(state.chats[chatName].commands) }
    : draft.isInline
      ? inlineMenu(draft.text.trim(), state.inline)
      : { label: "Completions", choices: completions(draft.text, state, chatName) };
  if (found.choices.length === 0 && !found.empty) return [undefined, setOpen];
  const at = Math.min(open.at ?? 0, Math.max(0, found.choices.length - 1));
  const { isCommands } = open;
  return [
    { ...found, at, isCommands },
    (next) => setOpen(next?.at === undefined ? next : { ...next, isCommands }),
  ];
}

function completions(text, { bot, chats }, chatName) {
  const { commands } = chats[chatName];
  return choicesFor(text, { commands, chatName, username: bot.username });
}

function inlineMenu(query, inline) {
  const label = "Inline results";
  if (query.length > MAX_INLINE_QUERY) {
    const empty = `An inline query has at most ${MAX_INLINE_QUERY} characters; this one has ${query.length}.`;
    return { label, choices: [], empty };
  }
  const own = inline.find(({ tab }) => tab === TAB);
  const isCurrent = own?.query === query && own.isAnswered;
  if (!isCurrent) return { label, choices: [], empty: "Looking for passages…" };
  return { label, choices: inlineChoices(own), empty: "No passage about that." };
}
