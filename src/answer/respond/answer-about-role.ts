import type { Person } from "../../article/article.ts";
import { wordsIn } from "../../text/words.ts";
import type { PersonAnswer, WhichPerson } from "../answer.ts";
import { asksWho } from "./answer-about-name.ts";
import { presentPerson } from "./present-person.ts";
import type { SearchedQuestion } from "../search-question.ts";

/** "Who is the spokesman?": whoever has that capacity. */
export function answerAboutRole(
  question: SearchedQuestion,
): PersonAnswer | WhichPerson | undefined {
  const { article, findings } = question;
  const { query } = findings;
  if (!article || query.people.length > 0) return undefined;
  if (query.words.length === 0 || !asksWho(question)) return undefined;

  const { terms } = query.pack;
  const hasRole = ({ capacity = "" }: Person) => {
    const described = new Set(wordsIn(capacity).map((word) => terms.of(word.text)));
    return query.words.every(({ term }) => described.has(term));
  };
  const people = article.people.filter(hasRole);
  const [person, ...others] = people;
  if (!person) return undefined;
  if (others.length === 0) return presentPerson(person, article);
  return { kind: "which-person", people: people.map((one) => ({ person: one, article })) };
}
