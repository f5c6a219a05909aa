import type { SmallTalkTopic } from "../answer/answer.ts";
import type { Kind } from "../article/article.ts";

/** Every sentence of the bot's own that a reader sees. What the article says is never in here. */
export const wording = {
  kinds: { opinion: "opinion", announcement: "announcement", report: "report" } satisfies Record<
    Kind,
    string
  >,
  quoted: "quoted",
  retold: "retold",
  /** Of a digest: the article gives these words as the speaker's own, the card does not. */
  quotedInDigest: "direct words in the article, retold here",
  retoldInDigest: "retold here",
  note: (note: string) => `Editors' note: ${note}`,
  says: "Said by",

  readAs: (words: readonly string[]) => `Reading this as ${words.join(" · ")}`,
  unsure: "I am not sure that this answers it.",
  nearest: "The nearest passage:",

  notInArticle: "Not in this article.",
  notSaid: "The article does not say.",
  neverMentions: "It never mentions",
  noWordsOf: (name: string) => `It does not quote ${name} on that.`,
  tryThese: "It can answer these:",

  mainPoints: (name: string) => `${name}: main points`,
  whatTheySay: (count: number) =>
    count === 1 ? "One statement in this article" : `${count} statements in this article`,
  saysNothing: "Named in this article, not quoted in it.",
  asIntroducedBy: (publisher: string) => `as introduced by ${publisher}`,

  keyFacts: "Key facts",
  dates: "Dates",
  people: "Who is named",
  articles: "Articles you can ask about",
  noDates: "The article gives no dates.",
  askInYourWords: "Ask about any of this in your own words.",

  source: "Source",
  publisher: (name: string, capacity: string) => `${name}, ${capacity}`,
  author: (name: string) => `Author: ${name}`,
  publishedOn: (date: string) => `Published: ${date}`,
  notGiven: (missing: readonly string[]) => `Not given: ${missing.join(", ")}`,
  missingAuthor: "author",
  missingDate: "date",
  missingUrl: "link",
  isDigest: "Here it is retold in short passages, not in its own words.",

  promise:
    "Ask about it in your own words. Every answer is a passage of the article, with who says it.",
  help: [
    "I answer questions about an article with the article's own passages, and say who says each of them. Where it does not say, I tell you so. I write nothing of my own.",
    "Try: a question in your own words; “who says that?” after an answer; a name and “main points”.",
  ],

  smallTalk: {
    greeting: "Hello. What would you like to know?",
    thanks: "You are welcome.",
    goodbye: "Goodbye.",
    identity:
      "A bot. I look up passages of an article and say who says them; I write nothing of my own.",
    abilities: "",
    feelings: "All is well. What would you like to know?",
    agreement: "Good. Ask on whenever you like.",
    "no-words": "I read words only. Write your question in a few of them.",
  } satisfies Record<SmallTalkTopic, string>,

  nothingInline: "Nothing on that, open the bot",
  textOnly: "I read text only. Write your question in a few words.",
  articleUpdated: "The article was updated. Ask again.",
  unknownCommand: "I do not know this command. /help lists what I do.",

  buttons: {
    mainPoints: "Main points",
    overview: "What is it about?",
    source: "Source",
    list: "All",
    earlier: "‹",
    later: "›",
    more: "More ›",
    fewer: "‹ Back",
    askMore: "Ask the article",
    position: (index: number, count: number) => `${index + 1} of ${count}`,
  },

  commands: {
    start: "begin, with a few questions to ask",
    help: "what this bot does",
    brief: "the article, section by section",
    facts: "key facts",
    dates: "dates",
    people: "who is named, and what they say",
    about: "where the article comes from",
  },
  groupCommands: {
    ask: "ask about the article",
    help: "what this bot does",
  },
  /** Shown before the first message: 512 characters at most. */
  description:
    "Ask about a news article in your own words. Every answer is a passage of the article, with who says it, in what capacity and where. Where the article does not say, the bot says so.",
  /** Shown on the bot's page: 120 characters at most. */
  shortDescription: "Answers about a news article: its own passages, and who says each of them.",
} as const;
