import type { Person } from "../../article/article.ts";
import type { Answer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { Intent } from "../intent/intent.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { pointsOf } from "../citations.ts";
import { menuFor } from "./menu.ts";
import { notCovered, passageAnswer } from "./passage-answer.ts";

/** Who somebody is, or what they say; `undefined` if their points are wanted but they say nothing. */
export function presentPerson(
  { kind, person }: Extract<Intent, { kind: "person" | "points" }>,
  { article: inScope, findings }: SearchedQuestion,
): Answer | undefined {
  const article =
    inScope ?? findings.hits.find((hit) => hit.article.people.includes(person))?.article;
  if (!article) return undefined;

  const points = pointsOf(article, person.id);
  if (kind === "points" && points.length === 0) return undefined;
  return { kind, person, article, points };
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
  return presentPerson({ kind: "person", person }, question) ?? notCovered(question, library);
}
