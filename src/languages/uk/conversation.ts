import { pattern } from "../pattern.ts";
import { ordinalReader } from "../ordinals.ts";
import type { FollowUpForms, TurnForms } from "../language-pack.ts";

const BEGINS = "^(?:(?:а|і|й|та|але|ну|то|так) )*";

export const UKRAINIAN_FOLLOW_UPS: FollowUpForms = {
  personalPronoun: pattern("\\b(?:він|його|йому|ним|нього|ньому|вона|її|їй|нею|неї|ній)\\b", "giu"),
  whoIsIt: pattern("(?<=^(?:(?:а|і|та) )?хто )(?:це)(?= ?\\W*$)"),
  otherPronoun: pattern(
    "\\b(?:це|цей|ця|ці|цього|цьому|цим|цієї|цій|цією|цю|цих|цими|того|воно|вони|їх|їм|ними|них|їхн\\w+|там|тоді|туди|звідти)\\b",
  ),
  continues: pattern("^(?:а|і|й|та|але|ну|то|також|тоді|що щодо|як щодо)\\b"),
  bareQuestion: pattern(
    `${BEGINS}(?:хто|коли|де|чому|навіщо|як|скільки|кому|кого|ким|чого|куди|звідки|з ким|як довго)(?: (?:саме|так|ж|же))?\\W*$`,
  ),
  nameFor: (_pronoun, name) => name,
};

const LAST = pattern("^(?:(?:а|і|покажи) )?останн\\w+(?: пункт)?$");
const COUNTED = [
  "перш",
  "друг",
  "трет",
  "четверт",
  "п['’ʼ]?ят",
  "шост",
  "сьом",
  "восьм",
  "дев['’ʼ]?ят",
  "десят",
].map((stem) => pattern(`^(?:(?:а|і|покажи|пункт) )*${stem}\\w*(?: пункт)?$`));

export const UKRAINIAN_TURNS: TurnForms = {
  yes: pattern("^(?:(?:так|ага|звісно|звичайно|авжеж|давай|давайте|будь ласка|добре|хочу) ?)+$"),
  correction: pattern(
    "^(?:(?:ні|та ні|вибач|вибачте|перепрошую)[^а-яєіїґ]+)*(?:я (?:мав|мала) на увазі|я про)\\b[,:]?\\s*",
  ),
  and: pattern("^(?:а|і|й|та|але)(?: (?:про|щодо))?\\b,?\\s*"),
  whatAbout: pattern("^(?:(?:а|і|та) )?(?:що (?:про|щодо|з|зі)|як щодо)\\b\\s*"),
  ordinal: ordinalReader({ counted: COUNTED, last: LAST }),
  previous: pattern("^(?:(?:а|і|покажи) )?(?:попередн\\w+|назад)$"),
  inPlaceOf: (_other, name) => name,
  saysAbout: (name, topic) => `Що ${name} каже про ${topic}`,
};
