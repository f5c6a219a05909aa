import { FormattedString } from "@grammyjs/parse-mode";
import { citationsOf } from "../../answer/respond/citations.ts";
import type { PersonAnswer } from "../../answer/answer.ts";
import { voicesIn } from "../../article/voices.ts";
import type { Article } from "../../article/article.ts";
import { pointsButton } from "./buttons.ts";
import { blocks, capitalise, lines, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Who somebody is by the article, and the way to what they say in it. */
export function personReply({ person, article, points }: PersonAnswer, wording: Wording): Reply {
  const { publisher } = article.source;
  const introduced =
    publisher && person !== publisher ? ` (${wording.replies.asIntroducedBy(publisher.name)})` : "";
  const said =
    points.length > 0 ? wording.replies.statements(points.length) : wording.replies.namedOnly;
  return {
    text: blocks(
      lines(
        FormattedString.bold(capitalise(person.name)),
        plain(`${person.capacity}${introduced}`),
      ),
      plain(said),
    ),
    buttons: points.length > 0 ? [[pointsButton(article, person, wording)]] : [],
  };
}

/** Telegram shows so many buttons below a message without a scroll. */
const MOST_BUTTONS = 8;

/** Everybody the article names, with a button for each who says something in it. */
export function peopleReply(article: Article, wording: Wording): Reply {
  const voices = citationsOf(article).flatMap(({ passage }) => voicesIn(passage));
  const speaking = new Set(voices.flatMap(({ speaker }) => speaker ?? []));
  const named = article.people.map(({ name, capacity }) =>
    FormattedString.join([FormattedString.bold(capitalise(name)), `: ${capacity}`]),
  );
  return {
    text: blocks(
      FormattedString.bold(wording.replies.people),
      named.length === 0 ? plain(wording.replies.noPeople) : lines(...named),
    ),
    buttons: [...speaking]
      .slice(0, MOST_BUTTONS)
      .map((person) => [pointsButton(article, person, wording)]),
  };
}
