import type { Article, Passage, Person, Section } from "../../article/article.ts";
import { importedHashes, importedPieces, PIECES } from "./imported-hashes.ts";
import { mergePassages, type PassageChange } from "./merge-passages.ts";

export type MergedArticle = {
  readonly article: Article;
  readonly changes: readonly PassageChange[];
};

export type MergeOptions = {
  /** Asks editors to look at what changed on the page if their version of it is kept: nobody is there to be told. */
  readonly marksKept?: boolean;
  /** The article's date of correction if its words changed. */
  readonly updatedOn?: string | undefined;
};

/**
 * Brings an article of the file up to date with its page: whatever an editor changed stays, what is new on the
 * page is added, and what went is told. `fresh`: the page as import would write it today.
 */
export function mergeArticle(
  existing: Article,
  fresh: Article,
  options: MergeOptions = {},
): MergedArticle {
  const isImported = importedPieces(existing);
  const { marksKept = false } = options;
  const made = { isImported, publisher: existing.source.publisher, marksKept };
  const merged = mergePassages(passagesOf(fresh), passagesOf(existing), made);
  const sections = mergeSections(existing, fresh, { ...merged, isImported });
  const people = mergePeople(existing, fresh, { sections, isImported });
  const questions = mergeQuestions(existing, fresh, isImported);
  const isSourceOwn = !isImported(PIECES.source(existing));
  const isCorrected = merged.changes.some(({ kind }) => CORRECTIONS.has(kind));
  const updatedOn = (isCorrected ? options.updatedOn : undefined) ?? existing.source.updatedOn;
  // Only editors give it.
  const { section } = existing.source;
  const { embargo: _before, ...kept } = existing;
  const embargo = mergeEmbargo(existing, fresh, isImported);
  const article: Article = {
    ...kept,
    title: isImported(PIECES.title(existing)) ? fresh.title : existing.title,
    source: {
      ...(isSourceOwn ? existing.source : fresh.source),
      ...(updatedOn !== undefined && { updatedOn }),
      ...(section !== undefined && { section }),
    },
    ...(embargo !== undefined && { embargo }),
    people,
    sections: sections.map((one) => withPeople(one, people)),
    ...questions,
    imported: importedHashes(fresh),
  };
  return { article: withPublisher(article), changes: merged.changes };
}

const CORRECTIONS: ReadonlySet<PassageChange["kind"]> = new Set(["added", "changed", "removed"]);

/** The page's, unless an editor has changed it or taken it out. */
function mergeEmbargo(
  existing: Article,
  fresh: Article,
  isImported: (piece: string) => boolean,
): string | undefined {
  const isTakenOut =
    existing.embargo === undefined &&
    fresh.embargo !== undefined &&
    isImported(PIECES.embargo(fresh));
  const isOwn = existing.embargo !== undefined && !isImported(PIECES.embargo(existing));
  return isTakenOut || isOwn ? existing.embargo : fresh.embargo;
}

function passagesOf({ sections }: Article): Passage[] {
  return sections.flatMap(({ passages }) => passages);
}

type Merge = ReturnType<typeof mergePassages> & {
  readonly isImported: (piece: string) => boolean;
};

/** The file's sections in its order; new passages follow those that they follow on the page. */
function mergeSections(existing: Article, fresh: Article, merge: Merge): Section[] {
  const { replacements, matches, added, isImported } = merge;
  // Several sections may have one heading.
  const byId = new Map(fresh.sections.map((section) => [section.id, section]));
  const byHeading = new Map(fresh.sections.map((section) => [section.heading, section]));
  const sections = existing.sections.map((section) => {
    const same = byId.get(section.id);
    const version = same?.heading === section.heading ? same : byHeading.get(section.heading);
    const isOwn = !isImported(PIECES.summary(section)) || !version;
    return {
      ...(isOwn ? section : { ...version, id: section.id }),
      passages: section.passages.flatMap((passage) => replacements.get(passage) ?? []),
    };
  });
  const inFile = new Map([...matches].map(([page, file]) => [page, replacements.get(file)]));
  for (const section of fresh.sections) insertAdded(section, { sections, added, inFile });
  return withFreeIds(sections.filter(({ passages }) => passages.length > 0));
}

type Insertion = {
  readonly sections: Section[];
  readonly added: ReadonlySet<Passage>;
  readonly inFile: ReadonlyMap<Passage, Passage | undefined>;
};

function insertAdded(section: Section, { sections, added, inFile }: Insertion): void {
  let before: Passage | undefined;
  for (const passage of section.passages) {
    if (!added.has(passage)) {
      before = inFile.get(passage) ?? before;
      continue;
    }
    const home = before ? placeOf(before, sections) : placeOfSection(section, sections);
    const target = sections[home];
    if (target) {
      const at = before ? target.passages.indexOf(before) + 1 : 0;
      sections[home] = { ...target, passages: target.passages.toSpliced(at, 0, passage) };
    } else sections.push({ ...section, passages: [passage] });
    before = passage;
  }
}

function placeOf(passage: Passage, sections: readonly Section[]): number {
  return sections.findIndex(({ passages }) => passages.includes(passage));
}

function placeOfSection({ id, heading }: Section, sections: readonly Section[]): number {
  const same = sections.findIndex((one) => one.id === id && one.heading === heading);
  return same >= 0 ? same : sections.findIndex((one) => one.heading === heading);
}

/** New passages may have ids that others have already. */
function withFreeIds(sections: readonly Section[]): Section[] {
  const taken = new Set<string>();
  const free = (id: string) => {
    let found = id;
    for (let count = 2; taken.has(found); count += 1) found = `${id}-${count}`;
    taken.add(found);
    return found;
  };
  return sections.map((section) => ({
    ...section,
    passages: section.passages.map((passage) => ({ ...passage, id: free(passage.id) })),
  }));
}

type PeopleMerge = {
  readonly sections: readonly Section[];
  readonly isImported: (piece: string) => boolean;
};

/** The file's people, up to date where nobody edited them; new ones; not those that an editor took out. */
function mergePeople(
  existing: Article,
  fresh: Article,
  { sections, isImported }: PeopleMerge,
): Person[] {
  const freshById = new Map(fresh.people.map((person) => [person.id, person]));
  const known = new Set(existing.people.map(({ id }) => id));
  const speaking = new Set(sections.flatMap(({ passages }) => passages.flatMap(speakersOf)));
  const updated = existing.people.map((person) =>
    isImported(PIECES.person(person)) ? (freshById.get(person.id) ?? person) : person,
  );
  const added = fresh.people.filter(
    (person) =>
      !known.has(person.id) && (!isImported(PIECES.personId(person)) || speaking.has(person.id)),
  );
  return [...updated, ...added];
}

function speakersOf({ speaker, spans = [] }: Passage): string[] {
  return [speaker, ...spans.map((span) => span.speaker)].flatMap((person) => person?.id ?? []);
}

function mergeQuestions(existing: Article, fresh: Article, isImported: (piece: string) => boolean) {
  const before = existing.proposedQuestions ?? [];
  const own = existing.suggestedQuestions.slice(
    0,
    existing.suggestedQuestions.length - before.length,
  );
  const kept = before.filter((question) => !isImported(PIECES.question(question)));
  const proposed = fresh.suggestedQuestions.filter(
    (question) =>
      !own.includes(question) &&
      (before.includes(question) || !isImported(PIECES.question(question))),
  );
  const all = [...new Set([...kept, ...proposed])];
  return {
    suggestedQuestions: [...own, ...all],
    proposedQuestions: all,
  };
}

/** Passages of the page and of the file refer to one and the same people. */
function withPeople(section: Section, people: readonly Person[]): Section {
  const byId = new Map(people.map((person) => [person.id, person]));
  const same = (speaker: Person | undefined) => speaker && (byId.get(speaker.id) ?? speaker);
  return {
    ...section,
    passages: section.passages.map((passage) => ({
      ...passage,
      speaker: same(passage.speaker),
      ...(passage.spans && {
        spans: passage.spans.map((span) => ({ ...span, speaker: same(span.speaker) })),
      }),
    })),
  };
}

function withPublisher(article: Article): Article {
  const { publisher, ...source } = article.source;
  if (!publisher) return article;
  const known = article.people.find(({ id }) => id === publisher.id);
  const people = known ? article.people : [...article.people, publisher];
  return { ...article, people, source: { publisher: known ?? publisher, ...source } };
}
