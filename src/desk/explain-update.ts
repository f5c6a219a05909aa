import type { Update } from "@grammyjs/types";
import { readCallbackData, type PressedButton } from "../telegram/callback/callback-data.ts";
import { linkIn } from "../telegram/handlers/import-offers.ts";
import { linksIn } from "../telegram/handlers/links-in.ts";
import type { Explanation } from "../telegram/explanation/explain-answer.ts";

type RuleExplanation = Pick<Explanation, "message" | "readAs" | "because">;

/**
 * Why an update that is no question gets its reply. `undefined` if it only changes buttons, or turns to
 * the translation: then the earlier explanation still holds.
 */
export function explainUpdate(update: Update): Explanation | undefined {
  const { callback_query: press } = update;
  const rule = press ? explainPress(press) : explainMessage(update);
  return rule && { ...rule, words: [], passages: [], areCompared: false };
}

type Press = NonNullable<Update["callback_query"]>;

function explainPress({ data = "", message }: Press): RuleExplanation | undefined {
  const pressed = readCallbackData(data);
  if (!pressed) return undefined;
  const does = buttonRule(pressed);
  if (does === undefined) return undefined;
  const label = labelOf(data, message);
  return {
    message: label,
    readAs: [`Read as a press of the button “${label}”.`],
    because: [`By rule: ${does}`],
  };
}

function labelOf(data: string, message: Press["message"]): string {
  const rows = message && "reply_markup" in message ? message.reply_markup?.inline_keyboard : [];
  const button = rows?.flat().find((one) => "callback_data" in one && one.callback_data === data);
  return button?.text ?? "";
}

const SEQUENCES = {
  section: "a section of the article",
  person: "what one person says",
  about: "what others say of one person",
  points: "the main points",
  facts: "the key facts",
  dates: "the dates in the article",
  timeline: "the dates in the article",
} as const;

const ACTION_RULES = {
  publish: "the button publishes the draft if it is still as the message shows it, for editors.",
  withdraw: "the button makes the article a draft again, for editors.",
  discard: "the button deletes the draft if it is still as the message shows it, for editors.",
} as const;

function buttonRule(pressed: PressedButton): string | undefined {
  switch (pressed.ask) {
    case "question":
      return "the button asks its question. The article has changed since, so nothing is shown.";
    case "brief":
      return "the button opens the overview of the article, section by section.";
    case "library":
      return "the button lists the articles.";
    case "people":
      return "the button opens the list of people.";
    case "who":
      return "the button shows who this is.";
    case "list":
      return `the button opens the list of passages for ${SEQUENCES[pressed.sequence]}.`;
    case "see":
      return `the button shows passage ${pressed.at + 1} of the list for ${SEQUENCES[pressed.sequence]}.`;
    case "said":
      return "the button turns the list of who said what: its question is asked again.";
    case "open":
      return "the button sends the whole passage behind one of the answers.";
    case "import":
      return "the button imports the page behind the link, for editors.";
    case "draft":
      return ACTION_RULES[pressed.act];
    case "vote":
    case "version":
    case "stay":
      return undefined;
  }
}

/** What each command always does, whatever has been asked before. */
const COMMANDS: Readonly<Record<string, string>> = {
  start: "/start greets and offers questions to begin with.",
  help: "/help says what the bot does and lists its commands.",
  ask: "/ask without a question explains what can be asked.",
  about: "/about says where the article comes from.",
  brief: "/brief gives the overview of the article, section by section.",
  facts: "/facts lists the key facts.",
  dates: "/dates lists what happens on each date, in the order of time.",
  people: "/people lists the people in the article.",
  privacy: "/privacy says what is stored about questions.",
  forget: "/forget erases what the bot remembers of this chat.",
  stats: "/stats counts answers and votes, for operators.",
  gaps: "/gaps lists questions that were not answered well, for operators.",
  trace: "/trace shows how an answer came about, for operators.",
};

const COMMAND = /^\/(?<name>\w+)(?:@\w+)?(?<rest>[^]*)$/u;

function explainMessage(update: Update): RuleExplanation {
  const { text = "" } = update.message ?? update.edited_message ?? {};
  const { name = "", rest = "" } = COMMAND.exec(text)?.groups ?? {};
  if (name === "" && update.message && linkIn(update.message) !== undefined) {
    return {
      message: text,
      readAs: ["Read as a link to a page, and nothing else."],
      because: ["By rule: editors are asked whether to import the page."],
    };
  }
  if (name === "" && update.message && linksIn(update.message).length > 0) {
    return {
      message: text,
      readAs: ["Read as a message about the article that it links to."],
      because: ["By rule: the reply opens that article, or says that the bot does not have it."],
    };
  }
  if (name === "") {
    return {
      message: text,
      readAs: ["Read as a message without a question."],
      because: ["By rule: a fixed reply. It says nothing about the article."],
    };
  }
  if (name.toLowerCase() === "start" && rest.trim() !== "") {
    return {
      message: text,
      readAs: ["Read as a link that opens this chat at an article or a passage."],
      because: ["By rule: the reply shows what the link names."],
    };
  }
  const does = COMMANDS[name.toLowerCase()];
  return {
    message: text,
    readAs: [
      does === undefined
        ? `Read as a command, but there is no /${name}.`
        : `Read as the command /${name}.`,
    ],
    because: [`By rule: ${does ?? "unknown commands lead to /help."}`],
  };
}
