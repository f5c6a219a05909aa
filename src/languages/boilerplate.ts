/** What news pages say around an article. Each pattern but the last matches at the start of a line, as written. */
export type BoilerplateForms = {
  /** Leads to other pages: "Read more:", "Related", "See also". */
  readonly elsewhere: RegExp;
  /** A whole line or heading above a list of other pages: "Related articles", "Most read". */
  readonly elsewhereHeading: RegExp;
  /** Asks the reader to do something: subscribe, follow, comment, send a tip. */
  readonly invitation: RegExp;
  /** Who wrote it, and when: "By Ann Lee", "Posted on 3 May". */
  readonly byline: RegExp;
  /** Whose picture it is. */
  readonly credit: RegExp;
  /** A whole line: "Advertisement", "Share", "Comments". */
  readonly label: RegExp;
  /** Terms of use. */
  readonly legal: RegExp;
  /** A heading above what is about the author or the publisher, no longer the article. */
  readonly ending: RegExp;
  /** Says that only subscribers may read on. */
  readonly wall: RegExp;
  /** The title, a heading or the first line of a page that is not there, though its status says otherwise. */
  readonly missing: RegExp;
  /** Opens a page that first wants to know whether a person is reading it. */
  readonly challenge: RegExp;
  /** Asks for consent to cookies and the like. Matches anywhere in a line. */
  readonly consent: RegExp;
};
