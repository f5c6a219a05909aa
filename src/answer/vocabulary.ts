/** Words by which readers ask for something other than a single passage, folded. */

/** What says that a text as a whole is meant. */
export const OVERVIEW_WORDS = wordSet(`
  summary summarise summarize summarised summarized sum overview brief briefly gist tl dr tldr recap
  digest outline everything main key idea ideas point points takeaway takeaways topic topics contents
  conclusion essence nutshell highlights happened happening short shorter version basics message
  theme themes`);

export const FACT_WORDS = wordSet(`fact facts`);

export const DATE_WORDS = wordSet(`date dates timeline chronology calendar`);

export const PEOPLE_WORDS = wordSet(`
  people person persons participants speakers experts quoted mentioned named involved`);

export const SOURCE_WORDS = wordSet(`
  source sources publisher published publish publishes publication author authors written wrote write
  writer reporter link url headline original website newspaper outlet`);

/** What may stand between the nouns of a topic. */
export const LINKING_WORDS = wordSet(`
  a an the of and or in on at to for with from by between about against as this that`);

/** What names the text itself. */
export const TEXT_WORDS = wordSet(`
  article articles text story piece news interview post page report reading read`);

/** What may stand beside any of these and adds nothing. */
export const FILLER_WORDS = wordSet(`
  give gives giving show list lists get got make want need like know learn find see name full whole
  entire complete one two three few couple minute minutes second seconds word words sentence
  sentences line lines quick quickly fast short shortly simple simply briefly important most best
  main major key general basic basically exactly actually really kindly thing things stuff question
  overall again go come comes came located explain describe put bullet form title date called said
  bit little long all some any else information info content detail details please`);

/** Verbs and nouns of saying and thinking. */
export const SPEECH_WORDS = wordSet(`
  say says said saying tell tells told think thinks thought thinking believe believes believed claim
  claims claimed argue argues argued argument arguments state states stated statement statements
  mention mentions mentioned comment comments commented opinion opinions view views viewpoint position
  stance word words quote quotes quoted point points report reports reported assessment assess
  assesses conclusion conclusions remark remarks explain explains explained message thesis theses
  take everything speak speaks spoke announce announces announced agree agrees agreed disagree disagrees
  disagreed deny denies denied`);

/** What may be asked of what a person says, as a whole. */
export const POINT_WORDS: ReadonlySet<string> = new Set([...SPEECH_WORDS, ...OVERVIEW_WORDS]);

/** What may be asked of a person besides their name. */
export const IDENTITY_WORDS = wordSet(`
  name full title job role profession position work works called exactly actually person man woman guy
  organisation organization body occupation background mentioned here`);

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
