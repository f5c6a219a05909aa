import { pattern } from "../pattern.ts";
import type { RequestForms } from "../language-pack.ts";

const BEGINS = "^(?:(?:а|і|й|та|але|ну|то|так) )*";
const TELL = "(?:(?:скажи|скажіть|поясни|поясніть|розкажи|розкажіть|підкажи|знаєш),? (?:мені )?)?";

const POLITENESS = pattern("(?<![,\\s])[,\\s]+(?:будь ласка|дякую)(?=\\W*$)");

export const UKRAINIAN_REQUESTS: RequestForms = {
  aboutNothingElse: pattern(
    `${BEGINS}про що\\b|\\bпро (?:цю |саму )?(?:статтю|текст|матеріал|новину|це)\\W*$|\\b(?:все|усе)\\W*$|\\bу чому (?:суть|річ)\\b`,
  ),
  whereFrom: pattern(`${BEGINS}звідки\\b|${BEGINS}де\\b.*\\b(?:опубліковано|надруковано)\\W*$`),
  byWhom: pattern("\\bхто (?:це |її |його )?(?:написав|написала|опублікував)\\W*$"),
  asksForMore: pattern(
    "^(?:(?:а|і|та|що|є|щось|розкажи|покажи|дай|давай|будь|ласка|можна|читай|читати) ?)*(?:ще|далі|більше|наступне|наступний|продовжуй|продовження)(?: щось| є)?\\W*$",
  ),
  asksWho: pattern(
    `${BEGINS}${TELL}(?:хто|що)(?: ж)?(?: (?:це|такий|така|таке|такі|є|за людина|взагалі))* ?$`,
  ),
  asksWhoAfter: pattern(
    "^[,–—-]? ?(?:це )?(?:хто|що)(?: (?:це|такий|така|таке|він|вона|воно))*\\W*$",
  ),
  asksWhat: pattern("\\b(?:хто|що|який|яка|яке|ким)\\b"),
  nothingAfter: pattern(
    "^(?: (?:це|є|взагалі|власне|такий|така))*(?:\\W*$|[,;]| і | та | чи | або )",
  ),
  onlyNames: pattern(`${BEGINS}(?:що (?:про|щодо|з|зі) |як щодо |щодо |про )?$`),
  whatAbout: pattern("\\b(?:що (?:з|зі)|щодо|про) $"),
  beforeDoer: pattern(`${BEGINS}(?:чому|навіщо|коли|де|куди|як) $`),
  direct: (question) => question.replace(POLITENESS, ""),
  leadIn: pattern(`${BEGINS}(?:що (?:про|щодо|з|зі)|як щодо|щодо|про)\\b`),
};
