import type { MenuButton } from "@grammyjs/types";
import { z } from "zod";
import { findRoom } from "../rules/chat-rules.ts";
import type { SimulatorState } from "../state/state.ts";
import * as wire from "./wire.ts";

export const menuChatParameters = z.strictObject({ chat_id: wire.integer.exactOptional() });
export const setMenuButtonParameters = z.strictObject({
  ...menuChatParameters.shape,
  menu_button: wire
    .json(z.strictObject({ type: z.enum(["default", "commands"]) }))
    .default({ type: "default" }),
});

/** The key for all chats without a button of their own. */
const EVERYWHERE = 0;

export function setChatMenuButton(
  state: SimulatorState,
  { chat_id, menu_button }: z.output<typeof setMenuButtonParameters>,
): true {
  if (chat_id !== undefined) findRoom(state, chat_id);
  state.menuButtons.set(chat_id ?? EVERYWHERE, menu_button);
  state.changes.notify({ kind: "profile" });
  return true;
}

export function getChatMenuButton(
  { menuButtons }: SimulatorState,
  { chat_id = EVERYWHERE }: z.output<typeof menuChatParameters>,
): MenuButton {
  return menuButtons.get(chat_id) ?? menuButtons.get(EVERYWHERE) ?? { type: "commands" };
}
