import type { RequestWordLists } from "../language-pack.ts";
import { ENGLISH_REPORTING_VERBS } from "./reporting-verbs.ts";

const OVERVIEW = `
  summary summarise summarize summarised summarized sum overview brief briefly gist tl dr tldr recap
  digest outline everything main key idea ideas point points takeaway takeaways topic topics contents
  conclusion essence nutshell highlights happened happening short shorter version basics message
  theme themes`;

/** What somebody says or thinks, in a noun. */
const WORDS_OF_SOMEBODY = `
  accusation accusations admission allegation allegations announcement announcements answers appeal appeals
  argument arguments assertion assertions assessment assessments assumption assumptions assurance
  assurances belief beliefs claim claims comment comments complaint complaints conclusion conclusions
  criticism declaration demand demands denial estimate estimates expectation expectations explanation
  explanations forecast forecasts idea ideas message objection objections opinion opinions pledge pledges
  point points position prediction predictions promise promises proposal proposals quote quotes remark
  remarks recommendation recommendations stance statement statements suggestion suggestions testimony
  thesis theses thought thoughts view views viewpoint warning warnings word words`;
const SPEECH = `
  ${ENGLISH_REPORTING_VERBS.all} ${WORDS_OF_SOMEBODY} assess assesses everything speak speaks spoke take`;

/** Every form is listed: English words are folded but not stemmed before they are compared. */
export const ENGLISH_REQUEST_WORDS: RequestWordLists = {
  overview: OVERVIEW,
  mainPoint: `point points takeaway takeaways highlights ideas thesis theses statements claims`,
  fact: `fact facts figures numbers statistics`,
  date: `date dates timeline chronology chronological chronologically calendar`,
  people: `
  people person persons names participants speakers experts quotes quotations quoted mentioned named involved speaks speaking
  spoke`,
  source: `
  source sources publisher published publish publishes publication author authors written wrote write
  writer reporter link url headline original website newspaper outlet`,
  linking: `
  a an the of and or in on at to for with from by between about against as this that`,
  text: `
  article articles text story piece news interview post page report reading read`,
  filler: `
  give gives giving show list lists get got make want need like know learn find see name full whole
  entire complete one two three few couple four five six seven ten bullet bullets paragraph paragraphs minute minutes second seconds word words sentence
  sentences line lines quick quickly fast short shortly simple simply briefly important most best
  main major key general basic basically exactly actually really kindly thing things stuff question
  overall again go come comes came located explain describe put bullet form title date called said
  bit little long all some any else information info content detail details please against regarding
  concerning towards mention mentions mentioned`,
  speech: SPEECH,
  reportingVerb: `${ENGLISH_REPORTING_VERBS.verbs} speaks spoke`,
  speechAct: ENGLISH_REPORTING_VERBS.acts,
  point: `${SPEECH} ${OVERVIEW} anything something`,
  identity: `
  name full title job role profession position work works called exactly actually person man woman guy
  organisation organization body occupation background mentioned here`,
  judgement: `
  good better best bad worse worst nice nicer nicest great greatest top cheap cheaper cheapest affordable cool coolest fun funniest
  favourite favorite beautiful pretty recommended popular ideal perfect decent reliable fastest easiest`,
};
