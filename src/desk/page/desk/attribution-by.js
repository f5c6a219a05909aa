/** The publisher reports; of others, the kind stays as it was, or is the one that claims least. */
export function attributionBy({ kind }, { id }) {
  if (id === null) return { speaker: null, kind: "report", quoted: "retold" };
  return { speaker: id, kind: kind === "report" ? "opinion" : kind };
}
