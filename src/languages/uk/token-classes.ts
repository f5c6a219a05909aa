import { namesOfTimes } from "../dates/date-words.ts";
import type { TokenClassLists } from "../token-classes.ts";
import { UKRAINIAN_DATES } from "./dates.ts";

export const UKRAINIAN_TOKEN_CLASSES: TokenClassLists = {
  number: `
    десятк*3 сотен* сотн* тисяч* мільйон* мільярд* дюжин* половин* відсотк* процент* більшіст* двічі`,
  time: `
    ${namesOfTimes(UKRAINIAN_DATES)}
    рік рок*3 день дні*2 дня*2 дне*2 дню*2 тижн* тиждень місяц* столітт* століть
    час часу годин*3 хвилин* сьогодні завтра вчора весн*2 осін*2 зим*2 навесні влітку восени взимку`,
  preposition: `в у на з із до під`,
  reason: `бо тому через оскільки адже отже завдяки внаслідок причин*`,
  moment: `
    після до під коли перед протягом упродовж доки зараз тепер нині спочатку пізніше раніше згодом`,
  negation: `не ні немає нема без ніколи ніхто ніщо`,
};
