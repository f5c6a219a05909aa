import type { ArchiveForms } from "../archive-forms.ts";
import { anyOf } from "../pattern.ts";
import { ENGLISH_REPORTING_VERBS } from "./reporting-verbs.ts";

const { claims, base, ing } = ENGLISH_REPORTING_VERBS;
const SAYS = `(?:${anyOf(`${claims} ${base} ${ing} think thinks thought`)})`;
const ABOUT = "(?=(?:about|on|of|regarding|concerning) )";
const PEOPLE =
  "(?:(?:the |different |other |various |all )?(?:people|sides|speakers|officials|politicians)|everyone|everybody|they all)";
const WORDS = "(?:quotes|quotations|statements|comments|remarks|opinions|views)";

/** A report or a paper may be what an article is about. */
const ARTICLES = "(?:articles?|news|stories|story|coverage|headlines?|newspapers?)";

export const ENGLISH_ARCHIVE: ArchiveForms = {
  whoSaidWhat: new RegExp(
    `^(?:and |so )?(?:who(?:['’]s| has| have| had)?(?: all| ever)? ${SAYS} what(?:,? (?:and )?when,?)?|(?:(?:show|list|give)(?: me)? )?(?:all|all of|every one of)(?: the)? ${WORDS}) ${ABOUT}`,
    "iu",
  ),
  peopleSay: new RegExp(
    `^(?:and |so )?(?:what (?:has|have|did|do|does|are|is|were|was) ${PEOPLE}(?: been)?(?: all)? ${SAYS}|what (?:has been|have been|is being|was|is) said(?: by (?:whom|anyone|everyone|everybody|people))?|who (?:has |have |had |else has |else )?(?:said (?:something|anything)|spoken|spoke|speaks|talked|talks|commented|comments))(?:,? (?:and )?(?:when|by whom),?)? ${ABOUT}`,
    "iu",
  ),
  overTime:
    /,? ?\b(?:and when|over (?:time|the (?:years|months|weeks|days|past \w+|last \w+))|through(?:out)? (?:time|the (?:years|months|weeks))|in (?:chronological order|the order of time|order of time))\b/iu,
  latestFirst:
    /,? ?\b(?:(?:with |starting with |beginning with |from )?(?:the )?(?:latest|newest|most recent)(?: (?:ones?|statements?))? first|(?:starting|beginning) (?:with|from) the (?:latest|newest|most recent)(?: ones?)?|in reverse order)\b/iu,
  beforePeriod: /\b(?:in|on|during|of|from|for|within)(?: the)? ?$/iu,
  scopes: {
    hint: /\b(?:articles?|news|story|stories|coverage|headlines?|newspapers?|papers?|edition|published|printed|posted)\b/iu,
    articlesOf: new RegExp(
      `(?:\\b(?:in|from|of|among|by) )?(?:\\b(?:the|your|all|any) )*\\b${ARTICLES}(?: that)?(?: (?:was|were|you have|there are|there were|is|are))?(?: (?:published|written|printed|posted|dated))?(?: (?:of|from|on|for|in|during|since|until|before|after|over|within))?(?: the)? ?$`,
      "iu",
    ),
    datedArticles: new RegExp(`^(?:['’]s?)? (?:${ARTICLES}|papers?|paper|edition)\\b`, "iu"),
    within: /\b(?:in|from|of|among|by|on|since|before|after)(?: the)? $/iu,
    published: new RegExp(
      `\\b(?:(?:published|printed|posted)(?: (?:on|in|during|over|since|before|after))?|${ARTICLES} (?:about|on) [^?]{1,80} (?:from|of|since|before|after))(?: the)? $`,
      "iu",
    ),
    adjectives: [],
    hiding: /\bthe (?=(?:last|past|previous) )/giu,
    sectionHint: /\b(?:section|pages)\b/iu,
    inSection: /\b(?:in|from|of)(?: the)? section(?: on| called)? ["“]?$/iu,
    beforeSection: /(?:\b(?:in|from|of|on))?(?: the)? ?["“]?$/iu,
    sectionAfter: /^["”]? (?:section|pages)\b/iu,
    inPublisher:
      /\b(?:in|on|from|by|at|according to)(?: (?:articles|news|stories)(?: (?:in|of|by|from))?)?(?: the)? ?$/iu,
    publisherWrites: new RegExp(
      `^(?:(?:['’]s?)? ${ARTICLES}(?: (?:say|says|said|tell|write|have|has))?|(?: (?:itself|recently|ever|now))? (?:write|writes|wrote|written|writing|report|reports|reported|reporting|publish|publishes|published|print|prints|printed|cover|covers|covered|say|says|said|tell|tells|told))\\b`,
      "iu",
    ),
    beforeWriter: /(?:\b(?:does|did|do|has|have|had|is|was|will))?(?: the)? ?$/iu,
    writtenBy: /(?!)/u,
  },
};
