import { holdsNoArticles } from "../../src/article/loading/load-library.ts";
import { indexedHere, openContentReader } from "../../src/content/content-reader.ts";
import { type FirstContent, firstContent } from "../../src/content/load-content.ts";
import { tellOthersWords } from "../../src/content/others-words.ts";
import { articlesIn } from "./sample-bot.ts";

/** What a bot starts with that answers from a folder, which may be empty. */
export function firstContentIn(folder: string): FirstContent {
  const articles = holdsNoArticles(folder) ? [] : tellOthersWords(articlesIn(folder));
  return firstContent(indexedHere(articles), openContentReader({ folder }));
}
