import { pattern } from "../east-slavic/cyrillic-pattern.ts";
import { ordinalReader } from "../ordinals.ts";
import type { TurnForms } from "../language-pack.ts";

const LAST = pattern("^(?:(?:а|и|покажи) )?последн\\w+(?: пункт)?$");
const COUNTED = [
  "перв",
  "втор",
  "трет",
  "четв[её]рт",
  "пят",
  "шест",
  "седьм",
  "восьм",
  "девят",
  "десят",
].map((stem) => pattern(`^(?:(?:а|и|покажи|пункт) )*${stem}\\w*(?: пункт)?$`));

export const RUSSIAN_TURNS: TurnForms = {
  yes: pattern("^(?:(?:да|ага|конечно|давай|давайте|пожалуйста|хорошо|хочу) ?)+$"),
  correction: pattern(
    "^(?:(?:нет|да нет|прости|простите|извини|извините)[^а-яё]+)*(?:я (?:имел|имела) в виду|я про|я об?)\\b[,:]?\\s*",
  ),
  and: pattern("^(?:а|и|но)(?: (?:про|об?|насч[её]т))?\\b,?\\s*"),
  whatAbout: pattern("^(?:(?:а|и|но) )?(?:что (?:про|об?|насч[её]т|с|со)|как насч[её]т)\\b\\s*"),
  ordinal: ordinalReader({ counted: COUNTED, last: LAST }),
  previous: pattern("^(?:(?:а|и|покажи) )?(?:предыдущ\\w+|назад)$"),
  inPlaceOf: (_other, name) => name,
  saysAbout: (name, topic) => `Что ${name} говорит о ${topic}`,
};
