import { FormattedString } from "@grammyjs/parse-mode";
import { citationsOf } from "../../answer/citations.ts";
import type { PersonAnswer } from "../../answer/answer.ts";
import { voicesIn } from "../../article/voices.ts";
import type { Article } from "../../article/article.ts";
import { pointsButton } from "./buttons.ts";
import { blocks, capitalise, lines, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Who someone is according to the article, with a button to what they say in it. */
export function personReply({ person, article, points }: PersonAnswer, wording: Wording): Reply {
  const { publisher } = article.source;
  const { capacity = "" } = person;
  const describedBy =
    publisher && person !== publisher ? ` (${wording.replies.asDescribedBy(publisher.name)})` : "";
  const statements =
    points.length > 0 ? wording.replies.statements(points.length) : wording.replies.namedOnly;
  return {
    text: blocks(
      lines(
        FormattedString.bold(capitalise(person.name)),
        plain(capacity && `${capacity}${describedBy}`),
      ),
      plain(statements),
    ),
    buttons: points.length > 0 ? [[pointsButton(article, person, wording)]] : [],
  };
}

/** More would need scrolling. */
const MAX_BUTTONS = 8;

/** Everyone the article introduces, with a button for each who says something in it. */
export function peopleReply(article: Article, wording: Wording): Reply {
  const voices = citationsOf(article).flatMap(({ passage }) => voicesIn(passage));
  const speaking = new Set(voices.flatMap(({ speaker }) => speaker ?? []));
  const named = article.people.map(({ name, capacity }) =>
    FormattedString.join([
      FormattedString.bold(capitalise(name)),
      capacity === undefined ? "" : `: ${capacity}`,
    ]),
  );
  return {
    text: blocks(
      FormattedString.bold(wording.replies.people),
      named.length === 0 ? plain(wording.replies.noPeople) : lines(...named),
    ),
    buttons: [...speaking]
      .slice(0, MAX_BUTTONS)
      .map((person) => [pointsButton(article, person, wording)]),
  };
}
