import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../article/article.ts";
import { publisherOf } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

/** Below several passages: whose they are, and that a digest retells them. */
export function sourceLine(article: Article, { retoldInDigest }: Wording): FormattedString {
  const retold = article.text === "digest" ? ` · ${retoldInDigest}` : "";
  return FormattedString.join([publisherOf(article), retold]);
}
