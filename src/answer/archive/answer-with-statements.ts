import type { Person } from "../../article/article.ts";
import { foldName } from "../../article/fold-name.ts";
import { publicationDayNumber } from "../../article/publication-day.ts";
import { voicesBy } from "../../article/voices.ts";
import { packFor } from "../../languages/packs.ts";
import { saidAbout, type Said } from "../../search/said-about.ts";
import { pairsIn, type WordPairs, isRepeatedIn } from "../../search/same-words.ts";
import type { ParsedQuestion } from "../../search/query/parse-question.ts";
import { snippetOf } from "../../search/snippet.ts";
import type { Citation, StatementsAnswer } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { speakerMention } from "../intent/speaker-asked-about.ts";
import { citeHit } from "../respond/passage-answer.ts";
import type { SearchedQuestion } from "../search-question.ts";
import { isInScope } from "../../article/article-scope.ts";
import { isSamePerson } from "./same-person.ts";
import type { StatementsRequest } from "./statements-request.ts";

/** What was said about something, in the order of time, each statement once; nobody's words but speakers'. */
export function answerWithStatements(
  request: StatementsRequest,
  { article, findings, scope }: SearchedQuestion,
  library: ArticleLibrary,
): StatementsAnswer {
  const { about, isLatestFirst, period } = request;
  const speakers = request.isOfPerson ? speakersNamed(request.text, library) : undefined;
  const topic = topicOf(request, library.parse({ text: request.text }, article));
  const within = { ...scope?.asked, ...(period && { days: period }) };
  const asked = saidAbout(topic, { ...(speakers && amongSpeakers(speakers, library)), within });
  const said = scope ? asked.filter((one) => isInScope(one.article, scope.asked)) : asked;
  const statements = withoutRepeats(said.map(dated).toSorted(byTime));
  const [nearest] = findings.hits;
  const [speaker] = speakers ?? [];
  return {
    kind: "statements",
    about,
    ...(speaker && { speaker }),
    statements: isLatestFirst ? statements.toReversed() : statements,
    ...(nearest && findings.verdict !== "nothing" && { nearest: citeHit(nearest, findings.query) }),
  };
}

/** Of an archive, the question knows each of them from one article only. */
function amongSpeakers(speakers: readonly Person[], { language }: ArticleLibrary) {
  const pack = packFor(language);
  const isMeant = (person: Person) =>
    speakers.some((one) => one === person || isSamePerson(one, person, pack));
  return { isMeant, speakers: speakers.map(({ id }) => id) };
}

/** The question is parsed as a whole, because its other words tell its language. */
function topicOf({ topicStart }: StatementsRequest, parsed: ParsedQuestion): ParsedQuestion {
  const isTopic = ({ start }: { readonly start: number }) => start >= topicStart;
  return new Map(
    [...parsed].map(([index, query]) => {
      const mentions = query.mentions.filter(isTopic);
      const people = mentions.map(({ person }) => person);
      return [index, { ...query, topic: query.words.filter(isTopic), mentions, people }];
    }),
  );
}

/** Everybody with the name of the person whose words are asked for; those in the question's language first. */
export function speakersNamed(
  text: string,
  { parse, language }: ArticleLibrary,
): readonly Person[] {
  const queries = [...parse({ text }).values()];
  const own = queries.filter(({ pack }) => pack.code === language);
  const others = queries.filter(({ pack }) => pack.code !== language);
  return [...own, ...others].flatMap(({ mentions, likelyPacks, pack }) => {
    const { speech } = likelyPacks[0] ?? pack;
    const speaker = speakerMention(text, mentions, speech);
    return mentions
      .filter(({ start, end }) => start === speaker?.start && end === speaker.end)
      .map(({ person }) => person);
  });
}

type Dated = { readonly citation: Citation; readonly by: Person; readonly day: number };

/** What has no date comes last. */
function dated({ article, section, passage, by, query }: Said): Dated {
  const snippet = snippetOf(passage, query, { article, by: by.id });
  const citation = { article, section, passage, snippet, by: by.id };
  return { citation, by, day: publicationDayNumber(article) ?? Infinity };
}

function byTime(one: Dated, other: Dated): number {
  return one.day === other.day ? 0 : one.day - other.day;
}

/** What several articles quote is said once, when it was first quoted. */
function withoutRepeats(statements: readonly Dated[]): readonly Citation[] {
  const kept: {
    readonly citation: Citation;
    readonly name: string;
    readonly content: WordPairs;
  }[] = [];
  const copies = new Map<Citation, Citation[]>();
  for (const { citation, by } of statements) {
    const content = contentOfWords(citation, by);
    const name = foldName(by.name);
    const same = kept.find(
      (one) =>
        one.name === name &&
        (isRepeatedIn(one.content, content) || isRepeatedIn(content, one.content)),
    );
    if (!same) kept.push({ citation, name, content });
    else if (same.citation.article !== citation.article)
      copies.set(same.citation, [...(copies.get(same.citation) ?? []), citation]);
  }
  return kept.map(({ citation }) => {
    const alsoIn = copies.get(citation);
    return alsoIn ? { ...citation, alsoIn } : citation;
  });
}

/** Of their own words in the sentence shown. */
function contentOfWords({ article, passage, snippet }: Citation, by: Person): WordPairs {
  const pack = packFor(article.language);
  const [from, upTo] = snippet?.sentence ?? [0, passage.text.length];
  const own = voicesBy(passage, by.id).flatMap(({ ranges }) => ranges);
  const inside = own.find(([start, end]) => start < upTo && end > from) ?? [from, upTo];
  return pairsIn(passage.text, [Math.max(from, inside[0]), Math.min(upTo, inside[1])], pack);
}
