import type { Article, Person } from "../../article/article.ts";
import type { Answer, WhichPerson } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { Intent } from "../intent/intent.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { pointsOf } from "../citations.ts";
import { menuFor } from "./menu.ts";
import { notCovered, passageAnswer } from "./passage-answer.ts";
import { presentPerson } from "./present-person.ts";

/** Who somebody is, or what they say; `undefined` if their points are wanted but they say nothing. */
export function answerWithPerson(
  { kind, person }: Extract<Intent, { kind: "person" | "points" }>,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer | undefined {
  const article = articleOf(person, question, library);
  if (!article) return undefined;
  if (kind === "person") return presentPerson(person, article);
  const points = pointsOf(article, person.id);
  return points.length > 0 ? { kind, person, article, points } : undefined;
}

function articleOf(
  person: Person,
  { article: inScope, findings }: SearchedQuestion,
  { articles }: ArticleLibrary,
): Article | undefined {
  const introducesThem = ({ people }: Article) => people.includes(person);
  const found = findings.hits.find(({ article }) => introducesThem(article))?.article;
  return inScope ?? found ?? articles.find(introducesThem);
}

/** "What about them?": passages that name the person; if there are none, who they are. */
export function answerAboutPerson(
  person: Person,
  question: SearchedQuestion,
  library: ArticleLibrary,
): Answer {
  const isNamed = question.findings.hits.some(({ article, passage }) =>
    library.peopleNamedIn(passage.text, article).includes(person),
  );
  const answer = isNamed
    ? (menuFor(question, library) ?? passageAnswer(question, library))
    : undefined;
  if (answer && answer.kind !== "not-covered") return answer;
  return (
    answerWithPerson({ kind: "person", person }, question, library) ?? notCovered(question, library)
  );
}

/** Asks which of several people with one name is meant. */
export function askWhichPerson(
  people: readonly Person[],
  { articles }: Pick<ArticleLibrary, "articles">,
): WhichPerson {
  return {
    kind: "which-person",
    people: people.flatMap((person) => {
      const article = articles.find((one) => one.people.includes(person));
      return article ? [{ person, article }] : [];
    }),
  };
}
