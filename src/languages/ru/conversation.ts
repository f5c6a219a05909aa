import { pattern } from "../pattern.ts";
import { ordinalReader } from "../ordinals.ts";
import type { FollowUpForms, TurnForms } from "../language-pack.ts";

const BEGINS = "^(?:(?:а|и|но|ну|то|так) )*";

export const RUSSIAN_FOLLOW_UPS: FollowUpForms = {
  personalPronoun: pattern(
    "\\b(?:он|его|ему|им|него|нему|ним|нём|нем|она|е[её]|ей|ней|нею|неё)\\b",
    "giu",
  ),
  whoIsIt: pattern("(?<=^(?:(?:а|и) )?кто )(?:это)(?= ?\\W*$)"),
  otherPronoun: pattern(
    "\\b(?:это|этот|эта|эти|этого|этому|этим|этой|этою|эту|этих|этими|этом|того|оно|они|их|ими|них|ними|там|тогда|туда|оттуда)\\b",
  ),
  continues: pattern("^(?:а|и|но|ну|то|также|тогда|что насч[её]т|как насч[её]т)\\b"),
  bareQuestion: pattern(
    `${BEGINS}(?:кто|когда|где|почему|зачем|как|сколько|кому|кого|кем|чего|куда|откуда|с кем|как долго)(?: (?:именно|так|ж|же))?\\W*$`,
  ),
  nameFor: (_pronoun, name) => name,
};

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
