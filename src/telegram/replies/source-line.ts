import { FormattedString } from "@grammyjs/parse-mode";
import type { Article } from "../../article/article.ts";
import { NOTHING, plain, publisherOf } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Below several passages: whose they are, and that a digest retells them. */
export function sourceLine(article: Article, wording: Wording): FormattedString {
  const retold = article.text === "digest" ? plain(wording.retoldInDigest) : NOTHING;
  const parts = [publisherOf(article, wording), retold];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    " · ",
  );
}
