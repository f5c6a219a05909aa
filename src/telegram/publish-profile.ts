import { GrammyError, type Api } from "grammy";
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "../languages/language.ts";
import type { ProfileWording } from "./wording/wording.ts";
import { wordingFor } from "./wording/wording-for.ts";

const BAD_REQUEST = 400;

type Commands = Readonly<Record<string, string>>;
type Scope =
  | { readonly type: "all_private_chats" | "all_group_chats" }
  | { readonly type: "chat"; readonly chat_id: number };
/** No code means the default, for readers of all other languages. */
type Code = { readonly language_code?: Exclude<Language, typeof DEFAULT_LANGUAGE> };

/** Sends Telegram the commands and descriptions in each language, but only what has changed. */
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

/** Admins see the commands of editors and operators as well. */
async function publishToAdmin(
  api: Api,
  admin: number,
  { language, code }: { readonly language: Language; readonly code: Code },
): Promise<void> {
  const { profile, operator, newsroom } = wordingFor(language);
  const scope = { type: "chat", chat_id: admin } as const;
  try {
    const commands = { ...profile.commands, ...newsroom.commands, ...operator.commands };
    await publishCommands(api, commands, { scope, code });
  } catch (error) {
    // An admin who has not started the bot has no chat with it. The commands work without being listed.
    if (!(error instanceof GrammyError && error.error_code === BAD_REQUEST)) throw error;
  }
}

async function publishCommands(
  api: Api,
  commands: Commands,
  { scope, code }: { readonly scope: Scope; readonly code: Code },
): Promise<void> {
  const current = Object.entries(commands).map(([command, description]) => {
    return { command, description };
  });
  const published = await api.getMyCommands({ scope, ...code });
  if (JSON.stringify(published) !== JSON.stringify(current)) {
    await api.setMyCommands(current, { scope, ...code });
  }
}

async function publishDescriptions(
  api: Api,
  current: Pick<ProfileWording, "description" | "shortDescription">,
  code: Code,
): Promise<void> {
  const { description } = await api.getMyDescription(code);
  if (description !== current.description) await api.setMyDescription(current.description, code);
  const { short_description: short } = await api.getMyShortDescription(code);
  if (short !== current.shortDescription) {
    await api.setMyShortDescription(current.shortDescription, code);
  }
}
