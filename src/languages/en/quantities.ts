import type { AgeForms } from "../ages.ts";
import type { QuantityForms } from "../quantities.ts";

const YEAR = /\b(?:1\d{3}|20\d{2})(?:s|\b)/gu;

/** Words and signs of an amount: "a million", "half", "40". */
const NUMBER =
  "(?:\\d[\\d.,]{0,12}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|half|hundreds?|thousands?|dozens?|several|few|many|some|couple of)";
const SPAN =
  "(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|terms?)";

export const ENGLISH_QUANTITIES: QuantityForms = {
  age: {
    asks: /\bhow old\b|\b(?:what|which) age\b|\bage of\b/u,
    is: new RegExp(
      `\\b${NUMBER}[- ]years?[- ]old\\b|\\baged? (?:of )?${NUMBER}|,? \\d{1,3}(?=[,.;)])|\\bborn\\b|\\bbirthday\\b|\\b(?:in (?:his|her|their) )?\\d0s\\b|\\bturn(?:s|ed)? \\d|\\(\\d{1,3}\\)`,
      "giu",
    ),
  },
  money: {
    asks: /^(?:and |but |so )?what (?:do|does|did|will|would) .{1,60} cost\b(?! (?:him|her|them|us|me|you|the)\b)|\bhow (?:expensive|cheap)\b|\bhow much (?:money|did (?:it|the \w+|\w+) cost|does|was \w+ paid|(?:will|would) .{1,60} cost)\b|\bhow much .{0,80}\b(?:costs?|paid|pay|earn|earned|spend|spent|raised?|donated?|owed?|worth|dollars)\b|\b(?:what|how much)\b.{0,40}\b(?:the price|salary|the cost)\b/u,
    is: /[$€£¥₴₽]|\b(?:USD|EUR|GBP|dollars?|euros?|pounds?|cents?|pence|penny|crowns?|roubles?|rubles?|hryvnias?|yuan|yen|rupees?|pesos?|francs?|bucks|free|nothing|for free)\b/giu,
  },
  share: {
    asks: /\b(?:what|which) (?:percent(?:age)?|per cent|share|proportion|fraction|portion)\b|\bby what margin\b|\bin percent\b|\bhow many percent\b|\bhow much of the (?:vote|population)\b/u,
    is: /%|\bper ?cent(?:age)?\b|\bpoints?\b|\b(?:half|halves|third|thirds|quarters?|fifths?|tenths?|majority|\d+ (?:in|out of|of) (?:every )?\d+|one in|two in|three in|four in|(?:nine|seven|six|five|eight) in|to \d+|all|none)\b|\d-\d/giu,
  },
  duration: {
    asks: /\bhow long\b(?! ago)|\bhow many (?:days|nights|weeks|months|years|hours|minutes)\b/u,
    is: new RegExp(
      `\\b${NUMBER}(?:[- ](?:more|full|consecutive|straight|and a half|long|and|or|to|${NUMBER})){0,3}[- ]${SPAN}\\b|\\b(?:since|until|till|through|forever|indefinitely|overnight|permanently|for life|life|lifetime|long|longer|short|briefly)\\b|\\b(?:for|over|in) (?:the )?(?:last|past|next|first)?\\s?(?:\\w+ )?${SPAN}\\b|\\b(?:from|between) .{1,40} (?:to|and|until) |\\b(?:by|before) (?:the end|\\d{4})|\\d ?[–—-] ?\\d`,
      "giu",
    ),
  },
  clock: {
    asks: /\b(?:what|which) time\b|\bwhat hour\b/u,
    is: /\b\d{1,2}(?::\d{2}|\s?[ap]\.?m\b)|\b(?:noon|midnight|o['’]clock|dawn|dusk|morning|afternoon|evening|night|UTC|GMT)\b/giu,
  },
  year: {
    asks: /\b(?:what|which) year\b/u,
    is: new RegExp(`${YEAR.source}|\\b(?:this|last|next) year\\b|\\byears? ago\\b`, "giu"),
  },
  causeOfDeath: {
    asks: /\bwhat (?:did|does|do|has|have|will) .{1,60} die[ds]? (?:of|from)\b|^(?:and |so |but )?how did .{2,60} (?:die|lose (?:his|her|their) li(?:fe|ves))\b|\bcause of (?:the |his |her |their )?deaths?\b/u,
    is: /\b(?:die[ds]?|dying|dead)\b[^.!?]{0,40}?\b(?:of|from|after|in an?|when|by|because|due|following|during|while)\b|\bdeaths?\b[^.!?,]{0,25}?\b(?:from|after|in an?|by|because|due|following)\b|\b(?:shot|stabbed|strangled|suffocated|drown(?:s|ed)?|beaten|hanged|poisoned|electrocuted|crushed|murdered|suicide|overdose|cancer|leuka?emia|tumou?r|stroke|pneumonia|illness|disease|infection|complications|injuries|wounds|heart (?:attack|failure)|crash(?:ed)?|collision|explosion|blast|fire|gunfire|accident|killed (?:by|in|when|after|while|during))\b/giu,
  },
};

export const ENGLISH_AGES: AgeForms = {
  asks: /\b(?:how|what|which) (old|age)\b/dgiu,
  tells: [
    /\b(\d{1,3})[- ]years?[- ]old\b/dgiu,
    /\b(?:aged|age of|turn(?:s|ed|ing)) (\d{1,2})\b/dgiu,
    /\b(?:he|she|who) (?:is|was) (\d{1,2})(?=[,.;]| when\b| at\b| and\b|$)/dgiu,
    // What stands before is looked at last, since every place of a long word may be before something.
    /, (?<=\p{Lu}[\p{L}'’-]{1,30}, )(\d{1,2})(?=[,.;])/dgu,
    / \((?<=\p{Lu}[\p{L}'’-]{1,30} \()(\d{1,2})\)/dgu,
  ],
};
