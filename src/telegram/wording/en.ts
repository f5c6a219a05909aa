import { pluralize, type Wording } from "./wording.ts";

export const ENGLISH_WORDING: Wording = {
  language: "en",

  card: {
    kinds: { opinion: "opinion", announcement: "announcement", report: "report" },
    articlesText: "the article's text",
    quoted: "quoted",
    partlyQuoted: "partly quoted",
    retold: "retold",
    quotedInDigest: "quoted in the article, retold here",
    partlyQuotedInDigest: "partly quoted in the article, retold here",
    retoldInDigest: "retold here",
    editorsNote: (note) => `Editor's note: ${note}`,
    editorsTranslation: "Translated by the editors",
    inLanguage: { en: "in English", uk: "in Ukrainian", ru: "in Russian" },
    inOtherLanguage: (name) => `in ${name}`,
    fragment: (words) => `“${words}”`,
    rest: "The rest",
  },

  replies: {
    saidBy: "Said by",
    noSpeaker: "The article doesn't say whose words these are.",
    notMarked:
      "This is the article's text. Who says it isn't marked here: the text itself may tell.",

    readAs: (words) => `Reading this as ${words.join(" · ")}`,
    closest: "Closest in the article",
    nearest: "The closest passage:",
    perhaps: "Perhaps this:",
    whichPassage: "Several passages are about this. Which one?",

    answeringFrom: (title) => `Answering from “${title}”.`,
    unknownArticle: {
      link: "I don't have the article behind this link.",
      post: "I don't have the article that this post links to.",
      "post-without-link": "I don't know which article this post is about.",
    },

    notInArticle: "I found nothing on that in the article.",
    inOtherLanguage: (language) => {
      const name = { en: "English", uk: "Ukrainian", ru: "Russian" }[language];
      return `The article is in ${name}, and I found nothing on that in it.`;
    },
    notSaid: "The article doesn't seem to say that.",
    neverMentions: () => "It never mentions",
    missingWord: (word) => word,
    doesNotQuote: (name) => `It doesn't quote ${name} on that.`,
    tryThese: "It does answer these:",

    mainPoints: (name) => `${name}: main points`,
    statements: (count) =>
      `${pluralize("en", count, { one: "statement", other: "statements" })} in this article`,
    statementCount: (count) => pluralize("en", count, { one: "statement", other: "statements" }),
    othersSay: "What others say",
    saidOf: (name) => `${name}: what others say`,
    whichPerson: "Whom do you mean?",
    whoSaysWhat: "Who says what",
    notInText: "Listed for this article, but its text doesn't name them.",
    inArticles: (which) => `In articles ${which}:`,
    noArticlesOf: (which) => `There are no articles ${which}.`,
    byPublisher: (name) => `by ${name}`,
    ofSection: (name) => `from the section “${name}”`,
    ofDays: (days) => `of ${days}`,
    sinceDay: (day) => `since ${day}`,
    untilDay: (day) => `until ${day}`,
    nearestArticle: (title, date) => `The nearest in time: “${title}”, ${date}.`,
    whoSaidWhatAbout: (about) => `${about}: who said what`,
    onlyArticleQuotes: "Only this article quotes anybody on it.",
    speakersNotMarked: (about) =>
      `Who says what is not marked in this article, so I cannot list who said what ${about}.`,
    nobodyQuotedAbout: (about) => `The articles quote nobody ${about}.`,
    notQuotedAbout: (name, about) => `The articles don't quote ${name} ${about}.`,
    askForMore: "Please ask again to see more of this list.",
    alsoIn: () => "Also in",
    namedOnly: "Named in this article but not quoted.",
    asDescribedBy: (publisher) => `as described by ${publisher}`,

    points: "Main points",
    keyFacts: "Key facts",
    dates: "Dates",
    people: "People in this article",
    articles: "Articles you can ask about",
    noPeople: "No people are listed for this article.",
    onlyNamed: "Only named:",
    noKeyFacts: "The article has no key facts to list.",
    noDates: "The article gives no dates.",
    articlesInAll: (count) => `There are ${count.toLocaleString("en")} articles in all.`,
    askInYourWords: "Ask about any of this in your own words.",

    source: "Source",
    publisher: (name) => `Publisher: ${name}`,
    author: (name) => `Author: ${name}`,
    publishedOn: (date) => `Published: ${date}`,
    updatedOn: (date) => `Updated: ${date}`,
    notGiven: (missing) => `Not given: ${missing.join(", ")}`,
    missingPublisher: "publisher",
    missingAuthor: "author",
    missingDate: "date",
    missingUrl: "link",
    isDigest: "The passages here are a short retelling, not the original text.",

    readsOnly: {
      question: "That was a long message. I read the question only.",
      end: "That was a long message. I read its last part only.",
    },
    unreadQuestions: (count) =>
      `I left out ${pluralize("en", count, { one: "question", other: "questions" })}. Please ask again.`,

    intro:
      "Ask about it in your own words. Every answer is a passage from the article, with who said it.",
    help: [
      "I answer questions about an article with passages from it, and tell you who said each one. If the article doesn't say, I tell you so. I write nothing of my own.",
      "Try a question in your own words, “who says that?” after an answer, or a name and “main points”.",
    ],

    smallTalk: {
      greeting: "Hello. What would you like to know?",
      thanks: "You're welcome.",
      goodbye: "Goodbye.",
      identity:
        "I'm a bot. I find passages in an article and tell you who said them. I write nothing of my own.",
      feelings: "All good, thanks. What would you like to know?",
      agreement: "Good. Ask away whenever you like.",
      complaint:
        "Sorry if that is not what you meant. I only show what the article says and who says it; I can't judge whether it is right. You can ask in other words.",
      address:
        "I can't open links or profiles. I only know what is in the article. What would you like to know?",
      elsewhere:
        "I only know what is in the article, so I can't help with that. You can ask me about it.",
      "no-words": "I can only read words. Please type your question.",
    },

    nothingInline: "Nothing found. Open the bot",
    textOnly: "I can only read text. Please type your question.",
    articleUpdated: "The article has been updated. Please ask again.",
    oneMoment: "One moment: this takes longer than usual.",
    articleCorrected:
      "This answer is out of date: the article has been corrected since. Please ask again.",
    unknownCommand: "I don't know that command. /help shows what I can do.",
    noArticles: "There is no article here yet, so please ask again later.",
    tooFast: "Too many messages at once. Wait a few seconds and ask again.",
  },

  buttons: {
    copy: "Copy",
    share: "Share",
    original: "Original",
    translation: "Translation",
    show: "Show it",
    overview: "What is it about?",
    othersSay: (count) => `What others say (${count})`,
    list: "All",
    library: "All articles",
    earlier: "‹",
    later: "›",
    more: "More ›",
    fewer: "‹ Back",
    askMore: "Ask the article",
    position: (index, count) => `${index + 1} of ${count}`,
  },

  feedback: {
    thanks: "Thanks.",
    whatIsWrong: "What's wrong with it?",
    reasons: {
      "wrong-passage": "Wrong passage",
      "wrong-person": "Wrong person",
      misread: "Not what I asked",
    },
    noted: (trace) => `Noted, ref. ${trace}`,
    noLongerCounts: "This button has expired. Please ask again.",
  },

  why: {
    shownAs: {
      answered: "Shown as the answer",
      closest: "Shown as closest, not as the answer",
      near: "Shown as near, not as the answer",
      nothing: "No passage is shown",
    },
    hasWords: (found, asked) =>
      `the first passage has ${found} of ${pluralize("en", asked, { one: "word", other: "words" })} of the question`,
    lacks: (words) => `it lacks ${words.map((word) => `“${word}”`).join(", ")}`,
    isAlone: "no other passage has any of them",
    isAhead: "it is well ahead of the second",
    isEqualled: "the second fits about as well",
    failed: {
      matchesAnyTerm: "it has words of earlier questions only",
      matchesMoreThanNames: "it has little more of the question than a name",
      usesEveryName: "the question has a name that the article never uses",
      hasTimeOrNumber: "it has no time or number, which the question asks for",
      coversHalf: "it has less than half of what the question is about",
      hasWhatIsCounted: "it does not mention what the question counts",
      hasWhatIsListed: "it lists nothing, and the question asks for a list",
      hasAskedQuantity: "it has no value of the kind that the question asks for",
      numbersWhatIsCounted: "it has no number beside what the question counts",
      hasValueBesideTopic: "its time or number is not beside what the question is about",
      hasValueOfWhoIsNamed: "its time or number is about somebody or something else",
      hasWordsOfWhoIsAsked: "it has no words of whoever the question asks about",
      hasNegationAsAsked: "it doesn’t say that something is not so",
      keepsRoles: "in it, who does something, or to whom, is another than in the question",
      saysWhatIsDone: "it has the names of the question, but not what the question says they do",
      hasAgeOfWhoIsAsked: "its age is that of somebody else",
      hasNameAskedFor: "it mentions what the question asks a name of, but names none",
    },
    lacksWhatIsAsked: "it does not give what the question asks for",
    presumes: "it does not confirm what the question takes for granted",
    notTheirWords: (name) => `nothing that ${name} says in the article answers`,
    sureness: (percent, needed) =>
      `How sure: of 100 matches like this, about ${percent} are right; a card takes ${needed}.`,
  },

  privacy: {
    heading: "What is stored",
    logged: (days) =>
      `For ${pluralize("en", days, { one: "day", other: "days" })}: the text of your question, the passages found and shown, your vote, and the hour. Email addresses, phone numbers and @names are removed from the text.`,
    notLogged:
      "Your questions are not saved. Recent ones from all readers stay in memory until the bot restarts, in case someone complains about an answer. Email addresses, phone numbers and @names are removed from them.",
    anonymous: "Your name, your user id and the chat are not stored with them.",
    undelivered:
      "An answer that Telegram doesn't accept right away is stored with this chat's id until it is sent, for ten minutes at most.",
    chatContext:
      "The bot remembers what this chat is about for 15 minutes, so you can ask follow-up questions. /forget erases it at once.",
    posts:
      "In a discussion group, it also keeps the links of the channel's posts for a week, so that comments are answered from the right article.",
    forgotten: "Done. I no longer know what this chat was about.",
  },

  operator: {
    sinceStart: "Since startup",
    inQuestionLog: (days) =>
      `In the question log (${pluralize("en", days, { one: "day", other: "days" })})`,
    noQuestionLog: "There is no question log. Set QUESTION_JOURNAL to keep one.",
    answers: (count, percent) =>
      `${pluralize("en", count, { one: "question", other: "questions" })}, ${percent}% unanswered`,
    votes: (good, bad) => `Votes: 👍 ${good} · 👎 ${bad}`,

    gaps: (count) =>
      `Questions not answered well: ${pluralize("en", count, { one: "group", other: "groups" })}`,
    noGaps: "No question went unanswered, and no answer was voted down.",
    gap: ({ asked, wordings, trace }) =>
      `asked ${pluralize("en", asked, { one: "time", other: "times" })} in ${pluralize("en", wordings, { one: "wording", other: "wordings" })} · ${trace}`,

    whichTrace: "Which answer? Put its id after /trace.",
    noTrace: (id) => `There is no answer ${id}. It may be too old, or the id mistyped.`,
    shown: (passages) => `Shown: ${passages.join(", ") || "nothing"}`,
    replies: {
      answered: "a passage that answers",
      closest: "the passages that come closest",
      near: "the nearest passage, as one that does not say it",
      unsure: "a passage that may not answer",
      menu: "a choice of passages",
      "not-covered": "not in the article",
      points: "what somebody says, point by point",
      person: "who somebody is",
      "which-person": "which of several people is meant",
      speakers: "who says each passage of a list",
      statements: "who said what, over time",
      "no-articles": "articles of a time or publisher that has none",
      overview: "a list from the article",
      source: "where the article comes from",
      "small-talk": "small talk",
      several: "answers to several questions",
    },
    sureness: (percent) => `of 100 matches like this, about ${percent} are right`,

    commands: {
      stats: "answers and votes in numbers",
      gaps: "questions not answered well",
      trace: "how the bot arrived at an answer, by its id",
    },
  },

  newsroom: {
    commands: { import: "import an article: send its link" },
    howToImport:
      "You are an editor of this bot: send me the link to a page, and nothing else, to import its article.",
    offer: "Import the article from this page?",
    steps: {
      fetching: "Fetching the page…",
      attributing: "Finding out who says what…",
    },
    failures: {
      address: "Only public pages with an https address can be imported.",
      missing: "There is no such page: check the link.",
      subscribers:
        "Only subscribers may read this page. If you are one, save it from your browser and import the file at the desk.",
      refused:
        "The site doesn't let programs read this page. Save it from your browser and import the file at the desk.",
      unreachable: "The site doesn't answer as it should. Check the link, or try again later.",
      "no-article": "There is no article on this page. Send the link of a single article.",
      feed: "This is a feed of several articles. Send the link of one of them.",
      "too-long": "The article is longer than the bot can read. Split it into several.",
      "by-hand": "This article is here already, written by an editor, and stays as it is.",
      shrunk:
        "The page has lost most of the article since it was imported, so the article stays as it is.",
      "not-saved":
        "The article could not be saved. Try again; if that doesn't help, look at the desk.",
    },

    imported: "A draft: readers don't see it yet.",
    draftUpdated: "This draft was here already and is up to date now.",
    articleUpdated: "Published already, and up to date now.",
    published: "Published: readers get answers from it.",
    withdrawn: "Withdrawn: it is a draft again.",
    changed: "Changed since. This is how it is now:",
    discarded: (title) => `Discarded: ${title}`,

    whoSpeaks: "Who speaks",
    speaker: (name, count) =>
      `${name}: ${pluralize("en", count, { one: "sentence", other: "sentences" })}`,
    own: (count) =>
      `The publication itself: ${pluralize("en", count, { one: "sentence", other: "sentences" })}`,
    others: (count) => `and ${pluralize("en", count, { one: "other", other: "others" })}`,
    uncertain: (count) =>
      `To be reviewed: ${pluralize("en", count, { one: "sentence", other: "sentences" })}.`,
    nothingUncertain: "No sentence is left to review.",
    mistakes: "The file has a mistake. The desk shows where.",
    remarks: {
      subscribers: "The page is for subscribers, so some of the article may be missing.",
      translations: "Its translation no longer fits and has to be updated.",
      "not-taken-up":
        "The bot still answers from the articles as they were: one of them has a mistake. The desk shows which.",
    },

    sendAgain: "This message no longer has its link. Please send the link again.",
    isRunning: "This page is being imported already. One moment.",
    gone: "This article is no longer here: it has been discarded or renamed.",
    already: { draft: "It is a draft already.", published: "It is published already." },
    changedSince: "It has changed since, so nothing was done. See how it is now, then decide.",
    refused: {
      mistakes: "The file has a mistake, so it can't be published. The desk shows where.",
      embargoed: "This article is under embargo. Publish it once that is over, or now at the desk.",
      "only-article":
        "This is the only article: the bot would have nothing to answer from. Publish another one first.",
      "name-taken": "There is another file of this name, so nothing was moved. Rename one of them.",
      "not-saved": "The file could not be moved or deleted, so nothing was done.",
    },
    editorsOnly: "Only editors can do that, in their own chat with the bot.",

    buttons: {
      import: "Import",
      tryAgain: "Try again",
      publish: "Publish",
      withdraw: "Withdraw",
      discard: "Discard",
      openDesk: "Open the desk",
    },
  },

  profile: {
    commands: {
      start: "a few questions to begin with",
      help: "what this bot does",
      brief: "the article, section by section",
      facts: "key facts",
      dates: "dates",
      people: "who is named and what they say",
      about: "where the article comes from",
      privacy: "what is stored about your questions",
    },
    groupCommands: {
      ask: "ask about the article",
      help: "what this bot does",
    },
    description:
      "Ask about a news article in your own words. Every answer is a passage from the article, with who said it, in what capacity and where. If the article doesn't say, the bot tells you so.",
    shortDescription: "Answers about a news article: passages from it, and who said each one.",
  },
};
