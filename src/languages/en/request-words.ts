import type { RequestWordLists } from "../language-pack.ts";

const OVERVIEW = `
  summary summarise summarize summarised summarized sum overview brief briefly gist tl dr tldr recap
  digest outline everything main key idea ideas point points takeaway takeaways topic topics contents
  conclusion essence nutshell highlights happened happening short shorter version basics message
  theme themes`;

const SPEECH = `
  say says said saying tell tells told think thinks thought thinking believe believes believed claim
  claims claimed argue argues argued argument arguments state states stated statement statements
  mention mentions mentioned comment comments commented opinion opinions view views viewpoint position
  stance word words quote quotes quoted point points report reports reported assessment assess
  assesses conclusion conclusions remark remarks explain explains explained message thesis theses
  take everything speak speaks spoke announce announces announced agree agrees agreed disagree disagrees
  disagreed deny denies denied`;

/** Every form is listed: English words are folded but not stemmed before they are compared. */
export const ENGLISH_REQUEST_WORDS: RequestWordLists = {
  overview: OVERVIEW,
  fact: `fact facts`,
  date: `date dates timeline chronology calendar`,
  people: `
  people person persons participants speakers experts quoted mentioned named involved`,
  source: `
  source sources publisher published publish publishes publication author authors written wrote write
  writer reporter link url headline original website newspaper outlet`,
  linking: `
  a an the of and or in on at to for with from by between about against as this that`,
  text: `
  article articles text story piece news interview post page report reading read`,
  filler: `
  give gives giving show list lists get got make want need like know learn find see name full whole
  entire complete one two three few couple minute minutes second seconds word words sentence
  sentences line lines quick quickly fast short shortly simple simply briefly important most best
  main major key general basic basically exactly actually really kindly thing things stuff question
  overall again go come comes came located explain describe put bullet form title date called said
  bit little long all some any else information info content detail details please`,
  speech: SPEECH,
  point: `${SPEECH} ${OVERVIEW} anything something`,
  identity: `
  name full title job role profession position work works called exactly actually person man woman guy
  organisation organization body occupation background mentioned here`,
};
