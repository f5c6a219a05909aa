import { pluralize, type Wording } from "./wording.ts";

export const ENGLISH_WORDING: Wording = {
  language: "en",

  card: {
    kinds: { opinion: "opinion", announcement: "announcement", report: "report" },
    quoted: "quoted",
    partlyQuoted: "partly quoted",
    retold: "retold",
    quotedInDigest: "direct words in the article, retold here",
    partlyQuotedInDigest: "partly direct words in the article, retold here",
    retoldInDigest: "retold here",
    editorsNote: (note) => `Editors' note: ${note}`,
    editorsTranslation: "Editors' translation",
    fragment: (words) => `“${words}”`,
    rest: "The rest",
  },

  replies: {
    saidBy: "Said by",
    noSpeaker: "This is the article's own text; it does not say whose words these are.",

    readAs: (words) => `Reading this as ${words.join(" · ")}`,
    unsure: "I am not sure that this answers it.",
    nearest: "The nearest passage:",
    perhaps: "Perhaps this:",
    whichPassage: "Several passages are about that. Which one?",

    notInArticle: "Not in this article.",
    notSaid: "The article does not say.",
    neverMentions: "It never mentions",
    doesNotQuote: (name) => `It does not quote ${name} on that.`,
    tryThese: "It can answer these:",

    mainPoints: (name) => `${name}: main points`,
    statements: (count) =>
      `${pluralize("en", count, { one: "statement", other: "statements" })} in this article`,
    namedOnly: "Named in this article, not quoted in it.",
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

    intro:
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
  },

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

  feedback: {
    thanks: "Thanks.",
    whatIsWrong: "What is wrong with it?",
    reasons: {
      "wrong-passage": "Wrong passage",
      "wrong-person": "Wrong person",
      misread: "Not my question",
    },
    noted: (trace) => `Noted as ${trace}`,
    noLongerCounts: "This button no longer counts. Ask again.",
  },

  privacy: {
    heading: "What is kept",
    logged: (days) =>
      `For ${pluralize("en", days, { one: "day", other: "days" })}: the text of your question, which passages were found and shown, and your vote; the time to the hour. E-mail addresses, phone numbers and @names are taken out of the text.`,
    notLogged:
      "Your questions are written down nowhere. The latest of all readers are in memory until the bot starts anew, so that a complaint can be looked into; e-mail addresses, phone numbers and @names are taken out of them.",
    anonymous: "Neither your name nor your id is kept with them, nor which chat it was.",
    undelivered:
      "An answer that Telegram does not take at once is kept with this chat's id until it is sent, for ten minutes at most.",
    chatContext:
      "What this chat is about is remembered for 15 minutes, so that you can ask on. /forget clears it at once.",
    forgotten: "Forgotten: what this chat was about.",
  },

  operator: {
    sinceStart: "Since the start",
    inQuestionLog: (days) =>
      `In the question log, ${pluralize("en", days, { one: "day", other: "days" })}`,
    noQuestionLog: "No question log is kept: set QUESTION_JOURNAL to have one.",
    answers: (count, percent) =>
      `${pluralize("en", count, { one: "answer", other: "answers" })}, ${percent} % of them unanswered`,
    votes: (good, bad) => `Votes: 👍 ${good} · 👎 ${bad}`,

    gaps: (count) =>
      `Asked in vain: ${pluralize("en", count, { one: "group", other: "groups" })} of questions`,
    noGaps: "Nothing was asked in vain, or judged badly.",
    gap: ({ asked, wordings, trace }) =>
      `asked ${pluralize("en", asked, { one: "time", other: "times" })}, in ${pluralize("en", wordings, { one: "wording", other: "wordings" })} · ${trace}`,

    whichTrace: "Which answer? Write the id behind /trace.",
    noTrace: (id) => `No answer ${id} is known: it may be too old, or mistyped.`,
    shown: (passages) => `Shown: ${passages.join(", ") || "no passage"}`,

    commands: {
      stats: "answers and votes in figures",
      gaps: "what readers asked in vain",
      trace: "what led to an answer, by its id",
    },
  },

  profile: {
    commands: {
      start: "begin, with a few questions to ask",
      help: "what this bot does",
      brief: "the article, section by section",
      facts: "key facts",
      dates: "dates",
      people: "who is named, and what they say",
      about: "where the article comes from",
      privacy: "what is kept of your questions",
    },
    groupCommands: {
      ask: "ask about the article",
      help: "what this bot does",
    },
    description:
      "Ask about a news article in your own words. Every answer is a passage of the article, with who says it, in what capacity and where. Where the article does not say, the bot says so.",
    shortDescription: "Answers about a news article: its own passages, and who says each of them.",
  },
};
