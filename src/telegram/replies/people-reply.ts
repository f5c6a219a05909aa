import { FormattedString } from "@grammyjs/parse-mode";
import { citationsOf, pointsOf } from "../../answer/citations.ts";
import { mentionsOf } from "../../answer/mentions.ts";
import { voicesIn } from "../../article/voices.ts";
import type { Article, Person } from "../../article/article.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { leadOnButtons, pageButtons, pointsButton, whoButton } from "./buttons.ts";
import { paginate } from "./paginate.ts";
import { blocks, capitalise, lines, NOTHING, plain, type Button, type Reply } from "./reply.ts";
import { articleName } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** More buttons would need scrolling. */
const MAX_BUTTONS = 8;

/** A page of the people of an article: those who speak, with how much they say, then those only named. */
export function peopleReply(article: Article, page: number, wording: Wording): Reply {
  const { replies } = wording;
  const people = inOrder(article);
  if (people.length === 0) {
    return {
      text: blocks(
        FormattedString.bold(replies.people),
        lines(plain(replies.noPeople), plain(replies.askInYourWords)),
      ),
      buttons: leadOnButtons(article, wording),
    };
  }
  const entries = people.map((person) => entryOf(person, article, wording));
  const pages = paginate(entries, MAX_BUTTONS);
  const { from, upTo } = pages[page] ?? { from: 0, upTo: 0 };
  const onPage = people.slice(from, upTo);
  const speaking = onPage.filter((person) => speaks(person, article)).length;
  return {
    text: blocks(
      FormattedString.bold(replies.people),
      lines(...entries.slice(from, from + speaking)),
      speaking < onPage.length
        ? lines(FormattedString.italic(replies.onlyNamed), ...entries.slice(from + speaking, upTo))
        : NOTHING,
      articleName(article),
    ),
    buttons: [
      ...onPage.map((person) => buttonFor(person, article, wording)),
      pageButtons(pages, page, wording, (at) => ({
        ask: "people",
        article: referenceTo(article.slug),
        at,
      })),
    ],
  };
}

/** Those who speak first, in the order in which they do; then the publisher; then those only named. */
function inOrder({ people, source, ...article }: Article): Person[] {
  const voices = citationsOf({ people, source, ...article }).flatMap(({ passage }) =>
    voicesIn(passage),
  );
  const speaking = new Set(voices.flatMap(({ speaker }) => speaker ?? []));
  const isPublisher = (person: Person) => person === source.publisher;
  return [
    ...[...speaking].filter((person) => !isPublisher(person)),
    ...[...speaking].filter(isPublisher),
    ...people.filter((person) => !speaking.has(person)),
  ];
}

/** Nothing for somebody whom no passage names: there is nothing to open. */
function buttonFor(person: Person, article: Article, wording: Wording): Button[] {
  if (speaks(person, article)) return [pointsButton(article, person, wording)];
  return mentionsOf(article, person).length > 0 ? [whoButton(article, person)] : [];
}

function speaks({ id }: Person, article: Article): boolean {
  return pointsOf(article, id).length > 0;
}

function entryOf(person: Person, article: Article, { replies }: Wording): FormattedString {
  const count = pointsOf(article, person.id).length;
  return FormattedString.join([
    FormattedString.bold(capitalise(person.name)),
    person.capacity === undefined ? "" : `: ${person.capacity}`,
    ...(count > 0 ? [" · ", FormattedString.italic(replies.statementCount(count))] : []),
  ]);
}
