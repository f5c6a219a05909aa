import type { Article, Passage, Person, Section } from "../article/article.ts";
import { draftArticle } from "./draft/draft-article.ts";
import { hashesOfPeople, importedPieces, PIECES } from "./merge/imported-hashes.ts";
import { proposeArticle, type ProposedArticle } from "./propose-article.ts";
import { writeProposed, type WrittenProposal } from "./write-proposed.ts";

/** An article whose bare passages have proposals; an editor's own attributes stay as they are. */
export function proposeForArticle(article: Article): WrittenProposal {
  const proposed = proposeWrittenArticle(article);
  const draft = draftArticle(proposed, article.slug);
  const people = peopleOf(article, draft);
  const sections = withProposals(article, draft, people);
  const speaking = new Set(sections.flatMap(({ passages }) => passages.flatMap(speakersIn)));
  const added = [...people.values()].filter(
    (person) => speaking.has(person) && !article.people.includes(person),
  );
  const isChanged = added.length > 0 && article.imported === undefined;
  const whole: Article = {
    ...article,
    people: [...article.people, ...added],
    sections,
    ...(isChanged && { imported: hashesOfPeople(added) }),
  };
  return writeProposed(whole, proposed);
}

/** What import would say of an article that is written already. */
export function proposeWrittenArticle({
  title,
  language,
  source,
  sections,
}: Article): ProposedArticle {
  return proposeArticle({
    title,
    language,
    source: { title: source.title },
    blocks: sections.flatMap(({ heading, passages }) => [
      ...(heading === undefined ? [] : [{ kind: "heading" as const, text: heading }]),
      ...passages.map(({ text }) => ({ kind: "paragraph" as const, text })),
    ]),
  });
}

/** The article's sections; the draft has the same passages in the same order. */
function withProposals(
  article: Article,
  draft: Article,
  people: ReadonlyMap<string, Person>,
): Section[] {
  const drafts = draft.sections.flatMap(({ passages }) => passages).values();
  const isImported = importedPieces(article);
  return article.sections.map((section) => ({
    ...section,
    passages: section.passages.map((passage) => {
      const other = drafts.next().value;
      // What import wrote and has nothing now was decided by an editor.
      const isOpen = isBare(passage, article) && !isImported(PIECES.text(passage));
      return isOpen && other?.text === passage.text
        ? withProposal(passage, other, { people, article })
        : passage;
    }),
  }));
}

function speakersIn({ speaker, spans = [] }: Passage): (Person | undefined)[] {
  return [speaker, ...spans.map((span) => span.speaker)];
}

/** Nobody has said anything about it yet. */
function isBare(passage: Passage, { source }: Article): boolean {
  const { speaker, kind, quoted, spans, lead, note, isKeyFact } = passage;
  const isNarration = speaker === source.publisher && kind === "report" && quoted === "retold";
  return isNarration && !spans && lead === undefined && note === undefined && !isKeyFact;
}

/** The people of the proposal, by their id in it: the article's own where it has them. */
function peopleOf(article: Article, draft: Article): ReadonlyMap<string, Person> {
  const taken = new Set(article.people.map(({ id }) => id));
  return new Map(
    draft.people.map((person) => {
      const known = article.people.find((own) =>
        [own.name, ...own.aliases].some((name) => name === person.name),
      );
      const id = taken.has(person.id) ? `${person.id}-2` : person.id;
      return [person.id, known ?? { ...person, id }];
    }),
  );
}

type Around = { readonly people: ReadonlyMap<string, Person>; readonly article: Article };

function withProposal(passage: Passage, draft: Passage, { people, article }: Around): Passage {
  const { publisher } = article.source;
  const same = (speaker: Person | undefined) => (speaker && people.get(speaker.id)) ?? publisher;
  const { id: _own, keywords: _none, speaker, spans, ...proposal } = draft;
  return {
    ...passage,
    ...proposal,
    speaker: same(speaker),
    ...(spans && { spans: spans.map((span) => ({ ...span, speaker: same(span.speaker) })) }),
  };
}
