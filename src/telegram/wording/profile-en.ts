import type { ProfileWording } from "./wording.ts";

export const ENGLISH_PROFILE: ProfileWording = {
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
};
