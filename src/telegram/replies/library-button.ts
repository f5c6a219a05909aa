import type { Context } from "grammy";
import { memoize } from "../memoize.ts";
import { MAX_ROWS, type Button, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** In a private chat about several articles, the way back to their list, below whatever is about one. */
export function withLibraryButton(
  reply: Reply,
  { chat }: Pick<Context, "chat">,
  { count, wording }: { readonly count: number; readonly wording: Wording },
): Reply {
  if (chat?.type !== "private" || count < 2) return reply;
  return { ...reply, buttons: withRow(reply.buttons, libraryButton(wording)) };
}

/** The same object every time, because keyboards are memoized by it. */
export const libraryButton = memoize(({ buttons }: Wording): Button => ({
  label: buttons.library,
  data: { ask: "library" },
}));

/** On a card it goes beside “Original” or above the last row, in place of a second suggestion. */
function withRow(rows: Reply["buttons"], button: Button): Reply["buttons"] {
  const filled = rows.filter((row) => row.length > 0);
  const joined = filled.findIndex((row) => row.some(isVersionOrOverview));
  if (joined !== -1) {
    return filled.map((row, at) => (at === joined ? [...row, button] : row));
  }
  const last = filled.at(-1);
  if (!last?.some((one) => "rating" in one)) return [...filled, [button]];
  return [...filled.slice(0, -1).slice(0, MAX_ROWS - 2), [button], last];
}

/** Rows of one short label. */
function isVersionOrOverview(button: Button): boolean {
  if (!("data" in button)) return false;
  const { data } = button;
  return data.ask === "version" || (data.ask === "brief" && data.at === 0);
}
