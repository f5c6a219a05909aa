/** Pieces that a message can consist of, each to be repeated up to any length. */

const LETTERS =
  "abcdefghijklmnopqrstuvwxyzABZабвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъАЖЄЮäßéøλ中あ한ع0159٣½";
const MARKS = ".,;:!?-–—_'\"’ʼ`´‘“”«»()[]{}<>/\\|@#$%^&*+=~…•§€";
const SPACES = [" ", "\t", "\n", "\u00A0", "\u2003", "\u3000", "\u200B", "\u202F"];
const OTHERS = ["😀", "👨‍👩‍👧", "\u0301", "a\u0301", "и\u0306", "\0", "\uD800", "\u202E", "\u00AD"];

/** What the regular expressions of the three languages match, and near misses. */
const TURNS =
  `ab|a |а |а. |A.|А.|1 |1 1 1 |1.|1,1|12-|what |and |and and |is he |http://a.|a@|a@b.|a'|а’|
"a" |«а» |(a) |[a](b) |no, |yes |ok |hi, |hello, |please ,|that |who said |who is |but |so |of the |
he |it |і |та |що |хто це |хто каже |про що |ні, |так |дякую |привіт, |скажи, |и |что |кто |нет, |
да |спасибо |говорить що |when a, |while , who |while a|how many of the |really |thank you for the help |
haha|хаха |first |second one one |0 |+380 |2022-02-24 |20.03.2023 - |1 000 |(1|tg://|t.me/|a.b|\\n\\n|. |
?!|... |"'|a-b-|where is from |де про опубліковано |где опубликовано |ий|ої |нн|ss|tsch|ться|увати|
п'ят|сімсот|aB|аБ|ABC |СШАСША|peaceplan|миру план|ferry |Ferry, |ferry says that |пором `
    .replaceAll("\n", "")
    .split("|");

const GLUED = [
  "theboatoverthefjordleavesateightandreturnstothetownbeforethelastofthebusesisgone",
  "TheBoatOverTheFjordLeavesAtEightAndReturnsToTheTown",
  "поромчерезбухтувідпливаєовосьмійіповертаєтьсядомістапередостаннімавтобусом",
  "паромчереззаливотходитввосемьивозвращаетсявгороддопоследнегоавтобуса",
  "donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

export const MESSAGE_KINDS: readonly string[] = [
  ...Array.from(LETTERS),
  ...Array.from(MARKS),
  ...SPACES,
  ...OTHERS,
  ...TURNS,
  ...GLUED,
];

/** Repeats a piece as often as it fits into this many UTF-16 units. */
export function filled(kind: string, length: number): string {
  return kind.repeat(Math.floor(length / kind.length));
}
