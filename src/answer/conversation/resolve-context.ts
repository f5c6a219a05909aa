import type { Article, Person } from "../../article/article.ts";
import { voicesBy } from "../../article/voices.ts";
import type { Citation, Context } from "../answer.ts";
import { citationsOf } from "../citations.ts";

/** A context with its ids looked up; unknown ids are dropped. */
export type ResolvedContext = {
  readonly article?: Article;
  readonly question?: string;
  readonly asked?: string;
  readonly passage?: Citation;
  readonly person?: Person;
  readonly isQuoted?: boolean;
  /** Whether the list has the passages that may answer. */
  readonly isUndecided?: boolean;
  readonly listed: readonly Citation[];
  readonly offered: readonly string[];
  /** Whether the reader was asked which of several people is meant. */
  readonly isWhichAsked?: boolean;
  readonly seen: readonly string[];
};

export const EMPTY_CONTEXT: ResolvedContext = { listed: [], offered: [], seen: [] };

export function resolveContext(context: Context, articles: readonly Article[]): ResolvedContext {
  const { question, asked, offered = [], isWhichAsked = false, paged } = context;
  const article = articles.find(({ slug }) => slug === context.article);
  const listedAnywhere = paged === undefined ? [] : statementsOf(context, articles);
  if (!article) {
    return {
      ...EMPTY_CONTEXT,
      ...(asked !== undefined && { asked }),
      offered,
      isWhichAsked,
      listed: listedAnywhere,
    };
  }

  const all = citationsOf(article);
  const passage = all.find((one) => one.passage.id === context.passage);
  const person = article.people.find(({ id }) => id === context.person);
  const inWordsOf = (citation: Citation) =>
    person && voicesBy(citation.passage, person.id).length > 0
      ? { ...citation, by: person.id }
      : citation;
  return {
    article,
    ...(question !== undefined && { question }),
    ...(asked !== undefined && { asked }),
    ...(passage && { passage: context.isQuoted ? inWordsOf(passage) : passage }),
    ...(person && { person }),
    ...(passage && context.isQuoted && { isQuoted: true }),
    ...(context.isUndecided && { isUndecided: true }),
    listed:
      listedAnywhere.length > 0
        ? listedAnywhere
        : (context.listed ?? []).flatMap((id) => {
            const citation = all.find((one) => one.passage.id === id);
            return citation ? [inWordsOf(citation)] : [];
          }),
    offered,
    isWhichAsked,
    seen: context.seen ?? [],
  };
}

/** The passages of a list from several articles. */
function statementsOf({ listed = [] }: Context, articles: readonly Article[]): Citation[] {
  return listed.flatMap((id) => {
    const [slug, passage] = id.split("/");
    const article = articles.find((one) => one.slug === slug);
    if (!article || passage === undefined) return [];
    return citationsOf(article).filter((one) => one.passage.id === passage);
  });
}
