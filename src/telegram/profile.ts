import type { Api } from "grammy";
import { wordingIn } from "./wording/wording-in.ts";

type Commands = Readonly<Record<string, string>>;
type Scope = { readonly type: "all_private_chats" | "all_group_chats" };

/** Tells Telegram the commands and the descriptions; only what differs from what it has. */
export async function publishProfile(api: Api): Promise<void> {
  const { profile: wording } = wordingIn("en");
  await publishCommands(api, wording.commands, { type: "all_private_chats" });
  await publishCommands(api, wording.groupCommands, { type: "all_group_chats" });

  const { description } = await api.getMyDescription();
  if (description !== wording.description) await api.setMyDescription(wording.description);
  const { short_description: short } = await api.getMyShortDescription();
  if (short !== wording.shortDescription) await api.setMyShortDescription(wording.shortDescription);
}

async function publishCommands(api: Api, commands: Commands, scope: Scope): Promise<void> {
  const wanted = Object.entries(commands).map(([command, description]) => {
    return { command, description };
  });
  const known = await api.getMyCommands({ scope });
  if (JSON.stringify(known) !== JSON.stringify(wanted)) await api.setMyCommands(wanted, { scope });
}
