import type { OverviewAnswer, SmallTalk } from "../../answer/answer.ts";
import { articleReply } from "./article-reply.ts";
import { libraryReply } from "./library-reply.ts";
import { menuReply } from "./menu-reply.ts";
import { listReply } from "./list-reply.ts";
import { notCoveredReply } from "./not-covered-reply.ts";
import { passageReply } from "./passage-reply.ts";
import { peopleReply, personReply } from "./person-reply.ts";
import { blocks, fitted, plain, type Reply } from "./reply.ts";
import { sourceReply } from "./source-reply.ts";
import type { Told } from "./told.ts";
import type { Wording } from "../wording/wording.ts";

/** How an answer looks in Telegram. */
export function renderReply(told: Told, wording: Wording): Reply {
  const reply = replyTo(told, wording);
  return { ...reply, text: fitted(reply.text) };
}

function replyTo({ answer, ...talk }: Told, wording: Wording): Reply {
  switch (answer.kind) {
    case "answered":
    case "unsure":
      return passageReply(answer, talk, wording);
    case "menu":
      return menuReply(answer, wording);
    case "not-covered":
      return notCoveredReply(answer, wording);
    case "points": {
      const { article, person } = answer;
      return listReply(article, { sequence: "person", of: person.id, at: 0 }, wording);
    }
    case "person":
      return personReply(answer, wording);
    case "overview":
      return overviewReply(answer, wording);
    case "source":
      return sourceReply(answer.article, wording);
    case "small-talk":
      return smallTalkReply(answer, wording);
  }
}

function overviewReply({ of, articles }: OverviewAnswer, wording: Wording): Reply {
  const [article] = articles;
  switch (of) {
    case "sections":
      return articleReply(article, 0, wording);
    case "key-facts":
      return listReply(article, { sequence: "facts", of: "", at: 0 }, wording);
    case "dates":
      return listReply(article, { sequence: "dates", of: "", at: 0 }, wording);
    case "people":
      return peopleReply(article, wording);
    case "library":
      return libraryReply(articles, wording);
  }
}

function smallTalkReply({ topic }: SmallTalk, wording: Wording): Reply {
  if (topic === "abilities") return { text: blocks(...wording.help.map(plain)), buttons: [] };
  return { text: plain(wording.smallTalk[topic]), buttons: [] };
}
