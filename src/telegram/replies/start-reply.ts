import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation } from "../../answer/answer.ts";
import type { Article } from "../../article/article.ts";
import { articleButton, questionButtons } from "./buttons.ts";
import { type ArticleListing, libraryReply } from "./library-reply.ts";
import { blocks, lines, plain, type Reply } from "./reply.ts";
import { publisherLink } from "./source-line.ts";
import { browseReply } from "./browse-reply.ts";
import type { Wording } from "../wording/wording.ts";

const MAX_QUESTIONS = 4;

/** What a link opens that names no article. */
export function introReply(listing: ArticleListing, wording: Wording): Reply {
  const { text, buttons } = libraryReply(listing, wording);
  return { text: blocks(plain(wording.replies.intro), text), buttons };
}

/** What a link to an article, or to a passage of it, opens. */
export function startReply(
  { article, citation }: { readonly article: Article; readonly citation?: Citation | undefined },
  wording: Wording,
): Reply {
  const passageReply = citation && passageInSection(citation, wording);
  if (passageReply) return passageReply;

  const offers = questionButtons(article, article.suggestedQuestions.slice(0, MAX_QUESTIONS));
  return {
    text: blocks(
      lines(FormattedString.bold(article.title), publisherLink(article, wording)),
      plain(wording.replies.intro),
    ),
    buttons: offers.length > 0 ? offers : [[articleButton(article, wording.buttons.overview)]],
  };
}

/** The linked passage, with buttons to its neighbours and a first question. */
function passageInSection(
  { article, section, passage }: Citation,
  wording: Wording,
): Reply | undefined {
  const at = section.passages.indexOf(passage);
  const reply = browseReply(article, { sequence: "section", of: section.id, at }, wording);
  const firstQuestion = questionButtons(article, article.suggestedQuestions.slice(0, 1));
  return reply && { ...reply, buttons: [...firstQuestion, ...reply.buttons] };
}
