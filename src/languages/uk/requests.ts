import { pattern } from "../east-slavic/cyrillic-pattern.ts";
import type { FollowUpForms, RequestForms } from "../language-pack.ts";

const BEGINS = "^(?:(?:а|і|й|та|але|ну|то|так) )*";
const TELL = "(?:(?:скажи|скажіть|поясни|поясніть|розкажи|розкажіть|підкажи|знаєш),? (?:мені )?)?";

const POLITENESS = pattern("(?<![,\\s])[,\\s]+(?:будь ласка|дякую)(?=\\W*$)");

export const UKRAINIAN_REQUESTS: RequestForms = {
  aboutNothingElse: pattern(
    `${BEGINS}про що\\b|\\bпро (?:цю |саму )?(?:статтю|текст|матеріал|новину|це)\\W*$|\\b(?:все|усе)\\W*$|\\bу чому (?:суть|річ)\\b`,
  ),
  whereFrom: pattern(`${BEGINS}звідки\\b|${BEGINS}де\\b.*\\b(?:опубліковано|надруковано)\\W*$`),
  byWhom: pattern("\\bхто (?:це |її |його )?(?:написав|написала|опублікував)\\W*$"),
  goesOn: pattern(
    "^(?:(?:а|і|та|що|є|щось|розкажи|покажи|дай|давай|будь|ласка|можна|читай|читати) ?)*(?:ще|далі|більше|наступне|наступний|продовжуй|продовження)(?: щось| є)?\\W*$",
  ),
  asksWho: pattern(
    `${BEGINS}${TELL}(?:хто|що)(?: ж)?(?: (?:це|такий|така|таке|такі|є|за людина|взагалі))* ?$`,
  ),
  asksWhoBehind: pattern(
    "^[,–—-]? ?(?:це )?(?:хто|що)(?: (?:це|такий|така|таке|він|вона|воно))*\\W*$",
  ),
  asksWhat: pattern("\\b(?:хто|що|який|яка|яке|ким)\\b"),
  nothingBehind: pattern(
    "^(?: (?:це|є|взагалі|власне|такий|така))*(?:\\W*$|[,;]| і | та | чи | або )",
  ),
  onlyNames: pattern(`${BEGINS}(?:що (?:про|щодо|з|зі) |як щодо |щодо |про )?$`),
  whatAbout: pattern("\\b(?:що (?:з|зі)|щодо|про) $"),
  beforeDoer: pattern(`${BEGINS}(?:чому|навіщо|коли|де|куди|як) $`),
  direct: (question) => question.replace(POLITENESS, ""),
  leadIn: pattern(`${BEGINS}(?:що (?:про|щодо|з|зі)|як щодо|щодо|про)\\b`),
};

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
