import type { Context } from "grammy";
import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

/** A command, and the text behind it. */
type BotCommand = {
  /** In lower case, without the slash: phones capitalise the first letter. */
  readonly name: string;
  readonly words: string;
  readonly isForAnotherBot: boolean;
};

/** The command that a message begins with: "/Dates@this_bot". */
export function commandIn(
  message: Omit<Message, "reply_to_message">,
  me: Pick<UserFromGetMe, "username">,
): BotCommand | undefined {
  const text = message.text ?? message.caption ?? "";
  // Not always the first entity: the whole text may be bold.
  const entity = entitiesIn(message).find(
    ({ type, offset }) => type === "bot_command" && offset === 0,
  );
  if (!entity) return undefined;
  const [name = "", bot] = text.slice(1, entity.length).toLowerCase().split("@");
  return {
    name,
    words: text.slice(entity.length).trim(),
    isForAnotherBot: bot !== undefined && bot !== me.username.toLowerCase(),
  };
}

export function entitiesIn({
  entities,
  caption_entities: captionEntities,
}: Omit<Message, "reply_to_message">): readonly MessageEntity[] {
  return entities ?? captionEntities ?? [];
}

/** Whether an update is this command. grammY's own `command` distinguishes capitals. */
export function isCommand(name: string): (ctx: Context) => boolean {
  return ({ message, me }) => {
    const command = message && commandIn(message, me);
    return command?.name === name && !command.isForAnotherBot;
  };
}
