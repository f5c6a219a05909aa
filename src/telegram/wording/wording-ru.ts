import { counted } from "./counted.ts";
import { RUSSIAN_FEEDBACK } from "./feedback-ru.ts";
import { RUSSIAN_OPERATOR } from "./operator-ru.ts";
import { RUSSIAN_PRIVACY } from "./privacy-ru.ts";
import { RUSSIAN_PROFILE } from "./profile-ru.ts";
import type { Wording } from "./wording.ts";

export const RUSSIAN: Wording = {
  language: "ru",

  kinds: { opinion: "мнение", announcement: "официальное заявление", report: "сообщение" },
  quoted: "прямая речь",
  partlyQuoted: "частично прямая речь",
  retold: "пересказ",
  quotedInDigest: "в статье прямая речь, здесь пересказ",
  partlyQuotedInDigest: "в статье частично прямая речь, здесь пересказ",
  retoldInDigest: "здесь пересказ",
  note: (note) => `Примечание редакторов: ${note}`,
  translation: "Перевод редакторов",
  says: "Это говорит",
  saidByNobody: "Это текст самой статьи: чьи это слова, в ней не сказано.",
  words: (words) => `«${words}»`,
  theRest: "Остальное",

  readAs: (words) => `Читаю это как ${words.join(" · ")}`,
  unsure: "Не уверен, что это ответ.",
  nearest: "Ближайший отрывок:",
  perhaps: "Возможно, это:",
  several: "Об этом несколько отрывков. Какой из них?",

  notInArticle: "В этой статье об этом ничего нет.",
  notSaid: "В статье об этом не сказано.",
  neverMentions: "В ней ни разу не упоминается:",
  noWordsOf: (name) => `${name} в ней об этом не говорит.`,
  tryThese: "Зато в ней есть ответы на такие вопросы:",

  mainPoints: (name) => `${name}: главное`,
  whatTheySay: (count) =>
    `${counted("ru", count, { one: "высказывание", few: "высказывания", other: "высказываний" })} в этой статье`,
  saysNothing: "В этой статье есть только упоминание, без высказываний.",
  asIntroducedBy: (publisher) => `так представляет ${publisher}`,

  keyFacts: "Ключевые факты",
  dates: "Даты",
  people: "Кто упоминается",
  articles: "Статьи, о которых можно спросить",
  noPeople: "О людях в этой статье отдельно не сказано.",
  noDates: "Дат в статье нет.",
  askInYourWords: "Спрашивайте о чём угодно из этого своими словами.",

  source: "Источник",
  publisher: (name, capacity) => `${name}, ${capacity}`,
  author: (name) => `Автор: ${name}`,
  publishedOn: (date) => `Опубликовано: ${date}`,
  notGiven: (missing) => `Не указано: ${missing.join(", ")}`,
  missingPublisher: "издатель",
  missingAuthor: "автор",
  missingDate: "дата",
  missingUrl: "ссылка",
  isDigest: "Здесь она пересказана короткими отрывками, не дословно.",

  promise:
    "Спрашивайте о статье своими словами. Каждый ответ – отрывок из статьи с указанием, кто это говорит.",
  help: [
    "Я отвечаю на вопросы о статье её же отрывками и говорю, кому принадлежит каждый из них. Если в статье о чём-то не сказано, так и говорю. От себя ничего не пишу.",
    "Попробуйте: вопрос своими словами; «кто это говорит?» после ответа; имя и «главное».",
  ],

  smallTalk: {
    greeting: "Здравствуйте. О чём хотите узнать?",
    thanks: "Пожалуйста.",
    goodbye: "До свидания.",
    identity: "Я бот. Нахожу отрывки статьи и говорю, чьи это слова; от себя ничего не пишу.",
    feelings: "Всё хорошо. О чём хотите узнать?",
    agreement: "Хорошо. Спрашивайте, когда захотите.",
    "no-words": "Я читаю только слова. Напишите вопрос несколькими словами.",
  },

  nothingInline: "Об этом ничего нет, открыть бота",
  textOnly: "Я читаю только текст. Напишите вопрос несколькими словами.",
  articleUpdated: "Статья обновлена. Спросите ещё раз.",
  unknownCommand: "Такой команды я не знаю. Все команды: /help.",
  tooFast: "Это быстрее, чем можно прочитать. Отвечу снова, когда несколько секунд будет тихо.",

  feedback: RUSSIAN_FEEDBACK,
  privacy: RUSSIAN_PRIVACY,
  operator: RUSSIAN_OPERATOR,
  buttons: {
    copy: "Копия",
    share: "Поделиться",
    original: "Оригинал",
    translation: "Перевод",
    show: "Показать",
    overview: "О чём статья?",
    list: "Весь список",
    earlier: "‹",
    later: "›",
    more: "Дальше ›",
    fewer: "‹ Назад",
    askMore: "Спросить о статье",
    position: (index, count) => `${index + 1} из ${count}`,
  },
  profile: RUSSIAN_PROFILE,
};
