import type { RoleForms, WordForm } from "../roles.ts";
import { wordTest } from "../word-test.ts";

const word = (list: string): WordForm => ({ test: wordTest(list) });

const isIrregular = wordTest(`
  beat beaten became become began begun bent bound bit bitten bled blew blown broke broken brought built burnt bought caught
  chose chosen came come dealt dug drew drawn drank drunk drove driven ate eaten fell fallen fed felt fought found fled flew flown
  forbade forbidden forgot forgotten froze frozen got gotten gave given went gone grew grown hung heard hid hidden hit held
  hurt kept knew known laid led left lent let lost made meant met paid put read rode ridden ran run rose risen saw seen sought
  sold sent set shook shaken shot showed shown shut sang sung sank sunk sat slept spoke spoken spent split spread stood stole
  stolen stuck struck swore sworn swept swam took taken taught tore torn threw thrown told thought understood won wore worn
  withdrew withdrawn wrote written overthrew overthrown undertook undertaken upheld rebuilt cut cost`);

const REGULAR = /^\w{2,}ed$/u;

export const ENGLISH_ROLES: RoleForms = {
  order: {
    beforeBase: word(
      "do does did will would shall should can could may might must to ll cant dont doesnt didnt wont wouldnt couldnt",
    ),
    notBase: /(?:[^su]s|ed|ing)$/u,
    past: { test: (lower) => REGULAR.test(lower) || isIrregular(lower) },
    third: /[^su]s$/u,
    ing: /\p{L}{2}ing$/u,
    be: word("is are was were be been being am get gets got"),
    by: /^by$/u,
    to: /^to$/u,
  },
  auxiliary: word(
    "do does did will would shall should can could may might must has have had is are was were be been being am",
  ),
  adverb: word(
    "also not never ever then now later soon again still just already only even once first often always finally recently reportedly today yesterday both all",
  ),
  determiner: word(
    "the a an this that these those his her its their our my your no any some each every another whose several many few",
  ),
  preposition: word(
    "of for in at from to with by on against about near outside inside under over into across through after before during since until between among like as than upon towards toward without within behind beyond via amid",
  ),
  possessive: word("his her their"),
  goal: /^to$/u,
  and: /^and$/u,
  who: word("who whom which what"),
  mutual: word(
    "meet* met marr* talk* speak* spoke* discuss* negotiat* agree* confer* play* fight* fought clash* compet* face* faced differ* resembl* equal* join* border* date* dated divorc* rival* match* touch* merg* mix* contrast* cooperat* collaborat* sign* is are was were be been become becomes became remain* mean* means contain* includ*",
  ),
  journey: word(
    "visit* trip trips travel* journey* tour tours toured touring arriv* flies flew fly flying flight",
  ),
  verb: /^\p{L}{2,}$/u,
};
