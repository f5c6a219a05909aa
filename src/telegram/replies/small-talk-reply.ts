import type { SmallTalk } from "../../answer/answer.ts";
import { articleButton, questionButtons } from "./buttons.ts";
import { MAX_ARTICLES } from "./library-reply.ts";
import { blocks, plain, type Button, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** A sentence, and what the reader can ask next. */
export function smallTalkReply(answer: SmallTalk, wording: Wording): Reply {
  const { topic } = answer;
  const { help, smallTalk } = wording.replies;
  const text = topic === "abilities" ? blocks(...help.map(plain)) : plain(smallTalk[topic]);
  return { text, buttons: leadingOn(answer, wording) };
}

function leadingOn({ articles, nextQuestions }: SmallTalk, { buttons }: Wording): Button[][] {
  const [article, ...others] = articles;
  if (!article) return [];
  if (others.length > 0) {
    return articles.slice(0, MAX_ARTICLES).map((one) => [articleButton(one, one.title)]);
  }
  return [...questionButtons(article, nextQuestions), [articleButton(article, buttons.overview)]];
}
