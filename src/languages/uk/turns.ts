import { pattern } from "../east-slavic/cyrillic-pattern.ts";
import { ordinalReader } from "../ordinals.ts";
import type { TurnForms } from "../language-pack.ts";

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
