import type { ArchiveForms } from "../archive-forms.ts";
import { anyOf } from "../pattern.ts";
import { ENGLISH_REPORTING_VERBS } from "./reporting-verbs.ts";

const { claims, base, ing } = ENGLISH_REPORTING_VERBS;
const SAYS = `(?:${anyOf(`${claims} ${base} ${ing} think thinks thought`)})`;
const ABOUT = "(?=(?:about|on|of|regarding|concerning) )";
const PEOPLE =
  "(?:(?:the |different |other |various |all )?(?:people|sides|speakers|officials|politicians)|everyone|everybody|they all)";
const WORDS = "(?:quotes|quotations|statements|comments|remarks|opinions|views)";

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
};
