import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, PersonAnswer, WhichPerson } from "../../answer/answer.ts";
import type { Person } from "../../article/article.ts";
import { statementOf } from "../../answer/statement.ts";
import { openAt } from "../callback/sequence.ts";
import { leadOnButtons, mentionsButton, pointsButton, whoButton } from "./buttons.ts";
import { shortAttribution } from "./card/attribution.ts";
import {
  blocks,
  capitalise,
  lines,
  NOTHING,
  plain,
  truncate,
  type Button,
  type Reply,
} from "./reply.ts";
import { articleName, sourceLine } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** Who someone is according to the article, the best of what they say, and what others say of them. */
export function personReply(answer: PersonAnswer, wording: Wording): Reply {
  const { article, best, points, mentions } = answer;
  const { replies } = wording;
  const saidByThem = best.points.map((point, at) => plain(`${at + 1}. ${statementOf(point)}`));
  const saidOfThem = best.mentions.map((mention, at) =>
    FormattedString.join([
      `${best.points.length + at + 1}. ${statementOf(mention)} · `,
      FormattedString.italic(shortAttribution(mention, wording)),
    ]),
  );
  return {
    text: blocks(
      introduction(answer, wording),
      lines(plain(howMuch(answer, wording)), ...saidByThem),
      mentions.length > 0 ? lines(FormattedString.bold(replies.othersSay), ...saidOfThem) : NOTHING,
      points.length + mentions.length > 0 ? sourceLine(article, wording) : NOTHING,
    ),
    buttons: buttonsFor(answer, wording),
  };
}

function howMuch({ points, mentions }: PersonAnswer, { replies }: Wording): string {
  if (points.length > 0) return replies.statements(points.length);
  return mentions.length > 0 ? replies.namedOnly : replies.notInText;
}

function introduction({ person, article }: PersonAnswer, { replies }: Wording): FormattedString {
  const { publisher } = article.source;
  const { capacity = "" } = person;
  const describedBy =
    publisher && person !== publisher ? ` (${replies.asDescribedBy(publisher.name)})` : "";
  return lines(
    FormattedString.bold(capitalise(person.name)),
    plain(capacity && `${capacity}${describedBy}`),
  );
}

/** Opens what is shown, then all of it if there is more. */
function buttonsFor(answer: PersonAnswer, wording: Wording): Button[][] {
  const { person, article, points, mentions, best } = answer;
  if (points.length + mentions.length === 0) return leadOnButtons(article, wording);

  const open = (sequence: "person" | "about", all: readonly Citation[]) => (shown: Citation) => {
    const at = all.indexOf(shown);
    return openAt("see", article, { sequence, of: person.id, at });
  };
  const shown = [
    ...best.points.map(open("person", points)),
    ...best.mentions.map(open("about", mentions)),
  ];
  return [
    shown.map((data, at) => ({ label: String(at + 1), data })),
    points.length > best.points.length ? [pointsButton(article, person, wording)] : [],
    mentions.length > best.mentions.length
      ? [mentionsButton(article, person, mentions.length, wording)]
      : [],
  ];
}

/** More would need scrolling. */
const MAX_NAMESAKES = 8;

/** Several people have the name: who each of them is, and a button for each. */
export function whichPersonReply({ people }: WhichPerson, { replies }: Wording): Reply {
  const asked = people.slice(0, MAX_NAMESAKES);
  const areOfSeveral = new Set(asked.map(({ article }) => article.slug)).size > 1;
  return {
    text: blocks(
      FormattedString.bold(replies.whichPerson),
      lines(
        ...asked.map(({ person, article }) =>
          FormattedString.join([
            FormattedString.bold(capitalise(person.name)),
            person.capacity === undefined ? "" : `: ${person.capacity}`,
            ...(areOfSeveral ? [" · ", FormattedString.italic(articleName(article))] : []),
          ]),
        ),
      ),
    ),
    buttons: asked.map(({ person, article }) => [
      { ...whoButton(article, person), label: labelOf(person, asked) },
    ]),
  };
}

const MAX_LABEL = 40;

/** Two people with the same name differ in their capacity. */
function labelOf(person: Person, people: WhichPerson["people"]): string {
  const named = people.filter((one) => one.person.name === person.name);
  const name = capitalise(person.name);
  return named.length > 1 && person.capacity !== undefined
    ? truncate(`${name}, ${person.capacity}`, MAX_LABEL)
    : name;
}
