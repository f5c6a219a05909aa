import { GrammyError, type Api } from "grammy";
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "../languages/language.ts";
import type { ProfileWording } from "./wording/wording.ts";
import { wordingFor } from "./wording/wording-for.ts";

const BAD_REQUEST = 400;

type Commands = Readonly<Record<string, string>>;
type Scope =
  | { readonly type: "all_private_chats" | "all_group_chats" }
  | { readonly type: "chat"; readonly chat_id: number };
/** Without a code: what is shown to readers of all languages that have none of their own. */
type Code = { readonly language_code?: Exclude<Language, typeof DEFAULT_LANGUAGE> };

/** Tells Telegram the commands and the descriptions in each language; only what differs from what it has. */
export async function publishProfile(api: Api, admins: readonly number[] = []): Promise<void> {
  for (const language of LANGUAGES) {
    const { profile } = wordingFor(language);
    const code = language === DEFAULT_LANGUAGE ? {} : { language_code: language };
    await publishCommands(api, profile.commands, { scope: { type: "all_private_chats" }, code });
    await publishCommands(api, profile.groupCommands, { scope: { type: "all_group_chats" }, code });
    await publishDescriptions(api, profile, code);
    for (const admin of admins) await publishToAdmin(api, admin, { language, code });
  }
  const { type } = await api.getChatMenuButton();
  if (type !== "commands") await api.setChatMenuButton({ menu_button: { type: "commands" } });
}

/** Besides what every reader has; others need not know of it. */
async function publishToAdmin(
  api: Api,
  admin: number,
  { language, code }: { readonly language: Language; readonly code: Code },
): Promise<void> {
  const { profile, operator } = wordingFor(language);
  const scope = { type: "chat", chat_id: admin } as const;
  try {
    await publishCommands(api, { ...profile.commands, ...operator.commands }, { scope, code });
  } catch (error) {
    // Who has not started the bot has no chat with it; the commands work without being listed.
    if (!(error instanceof GrammyError && error.error_code === BAD_REQUEST)) throw error;
  }
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
