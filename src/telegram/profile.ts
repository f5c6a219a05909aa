import type { Api } from "grammy";
import { LANGUAGES, type Language } from "../article/language.ts";
import type { ProfileWording } from "./wording/wording.ts";
import { wordingIn } from "./wording/wording-in.ts";

type Commands = Readonly<Record<string, string>>;
type Scope = { readonly type: "all_private_chats" | "all_group_chats" };
/** Without a code: what is shown to readers of all languages that have none of their own. */
type Code = { readonly language_code?: Exclude<Language, "en"> };

/** Tells Telegram the commands and the descriptions in each language; only what differs from what it has. */
export async function publishProfile(api: Api): Promise<void> {
  for (const language of LANGUAGES) {
    const { profile } = wordingIn(language);
    const code = language === "en" ? {} : { language_code: language };
    await publishCommands(api, profile.commands, { scope: { type: "all_private_chats" }, code });
    await publishCommands(api, profile.groupCommands, { scope: { type: "all_group_chats" }, code });
    await publishDescriptions(api, profile, code);
  }
  const { type } = await api.getChatMenuButton();
  if (type !== "commands") await api.setChatMenuButton({ menu_button: { type: "commands" } });
}

async function publishCommands(
  api: Api,
  commands: Commands,
  { scope, code }: { readonly scope: Scope; readonly code: Code },
): Promise<void> {
  const wanted = Object.entries(commands).map(([command, description]) => {
    return { command, description };
  });
  const known = await api.getMyCommands({ scope, ...code });
  if (JSON.stringify(known) !== JSON.stringify(wanted)) {
    await api.setMyCommands(wanted, { scope, ...code });
  }
}

async function publishDescriptions(
  api: Api,
  wanted: Pick<ProfileWording, "description" | "shortDescription">,
  code: Code,
): Promise<void> {
  const { description } = await api.getMyDescription(code);
  if (description !== wanted.description) await api.setMyDescription(wanted.description, code);
  const { short_description: short } = await api.getMyShortDescription(code);
  if (short !== wanted.shortDescription) {
    await api.setMyShortDescription(wanted.shortDescription, code);
  }
}
