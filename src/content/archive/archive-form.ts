/** Raise it whenever what is stored changes, or the way words become terms: every article is then indexed again. */
export const ARCHIVE_FORM = 1;
/** Articles of an earlier form are answered from until they are indexed again. Raise it if they can no longer be read. */
export const OLDEST_READABLE_FORM = 1;
