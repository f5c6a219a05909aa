import { deserialize } from "node:v8";
import { z } from "zod";
import type { ArchivedArticle } from "../../search/archive/archived-article.ts";
import { tellOthersWords } from "../others-words.ts";

/** The bot has written it, so the shape is known. */
const archived = z.custom<ArchivedArticle>((value) => typeof value === "object" && value !== null);

/** An article of the archive; its texts are those of the article. */
export function readArticle(body: Uint8Array): ArchivedArticle {
  const stored = archived.parse(deserialize(body));
  const [article = stored.article] = tellOthersWords([stored.article]);
  if (article === stored.article) return stored;
  const [original, ...translations] = stored.texts;
  const texts = [
    ...(original ? [{ ...original, article }] : []),
    ...translations.map((text, at) => ({
      ...text,
      article: article.translations[at] ?? text.article,
    })),
  ];
  return { article, texts };
}
