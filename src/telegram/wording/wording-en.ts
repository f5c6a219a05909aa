import { counted } from "./counted.ts";
import { ENGLISH_FEEDBACK } from "./feedback-en.ts";
import { ENGLISH_OPERATOR } from "./operator-en.ts";
import { ENGLISH_PRIVACY } from "./privacy-en.ts";
import { ENGLISH_PROFILE } from "./profile-en.ts";
import type { Wording } from "./wording.ts";

export const ENGLISH: Wording = {
  language: "en",

  kinds: { opinion: "opinion", announcement: "announcement", report: "report" },
  quoted: "quoted",
  partlyQuoted: "partly quoted",
  retold: "retold",
  quotedInDigest: "direct words in the article, retold here",
  partlyQuotedInDigest: "partly direct words in the article, retold here",
  retoldInDigest: "retold here",
  note: (note) => `Editors' note: ${note}`,
  translation: "Editors' translation",
  says: "Said by",
  saidByNobody: "This is the article's own text; it does not say whose words these are.",
  words: (words) => `“${words}”`,
  theRest: "The rest",

  readAs: (words) => `Reading this as ${words.join(" · ")}`,
  unsure: "I am not sure that this answers it.",
  nearest: "The nearest passage:",
  perhaps: "Perhaps this:",
  several: "Several passages are about that. Which one?",

  notInArticle: "Not in this article.",
  notSaid: "The article does not say.",
  neverMentions: "It never mentions",
  noWordsOf: (name) => `It does not quote ${name} on that.`,
  tryThese: "It can answer these:",

  mainPoints: (name) => `${name}: main points`,
  whatTheySay: (count) =>
    `${counted("en", count, { one: "statement", other: "statements" })} in this article`,
  saysNothing: "Named in this article, not quoted in it.",
  asIntroducedBy: (publisher) => `as introduced by ${publisher}`,

  keyFacts: "Key facts",
  dates: "Dates",
  people: "Who is named",
  articles: "Articles you can ask about",
  noPeople: "No people are described in this article.",
  noDates: "The article gives no dates.",
  askInYourWords: "Ask about any of this in your own words.",

  source: "Source",
  publisher: (name, capacity) => `${name}, ${capacity}`,
  author: (name) => `Author: ${name}`,
  publishedOn: (date) => `Published: ${date}`,
  notGiven: (missing) => `Not given: ${missing.join(", ")}`,
  missingPublisher: "publisher",
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
    feelings: "All is well. What would you like to know?",
    agreement: "Good. Ask on whenever you like.",
    "no-words": "I read words only. Write your question in a few of them.",
  },

  nothingInline: "Nothing on that, open the bot",
  textOnly: "I read text only. Write your question in a few words.",
  articleUpdated: "The article was updated. Ask again.",
  unknownCommand: "I do not know this command. /help lists what I do.",
  tooFast:
    "That is faster than I can be read. I answer again once it has been quiet for a few seconds.",

  feedback: ENGLISH_FEEDBACK,
  privacy: ENGLISH_PRIVACY,
  operator: ENGLISH_OPERATOR,
  buttons: {
    copy: "Copy",
    share: "Share",
    original: "Original",
    translation: "Translation",
    show: "Show it",
    overview: "What is it about?",
    list: "All",
    earlier: "‹",
    later: "›",
    more: "More ›",
    fewer: "‹ Back",
    askMore: "Ask the article",
    position: (index, count) => `${index + 1} of ${count}`,
  },
  profile: ENGLISH_PROFILE,
};
