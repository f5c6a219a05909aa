import type { Article, Section } from "../../article/article.ts";
import type { Citation } from "../answer.ts";
import { citationsOf } from "../citations.ts";
import { standsAlone } from "../statement.ts";

/** A screen of a phone. */
const MAX_POINTS = 8;

/** With fewer headed parts, one point for each would leave most of the article out. */
const MIN_SECTIONS = 3;

/**
 * What an article says, point by point: its key facts if an editor marked any, one point for each section,
 * or the first paragraphs that can be read by themselves. News puts what matters first.
 */
export function articlePointsOf(article: Article): Citation[] {
  const all = citationsOf(article);
  const keyFacts = all.filter(({ passage }) => passage.isKeyFact);
  if (keyFacts.length > 0) return keyFacts;

  const sections = article.sections.filter(({ passages }) => passages.length > 0);
  if (sections.length >= MIN_SECTIONS) {
    return sections.flatMap((section) => pointOfSection(article, section) ?? []);
  }
  const readable = all.filter(standsAlone);
  return (readable.length > 0 ? readable : all).slice(0, MAX_POINTS);
}

/** Whether an article has parts to give an overview of, rather than paragraphs only. */
export function hasSections({ sections }: Article): boolean {
  return sections.filter(({ passages }) => passages.length > 0).length > 1;
}

/** The passage that says most about what a section is about. */
export function pointOfSection(article: Article, section: Section): Citation | undefined {
  const all = section.passages.map((passage) => ({ article, section, passage }));
  return all.find(({ passage }) => passage.isKeyFact) ?? all.find(standsAlone) ?? all[0];
}
