import { useEffect, useState } from "./preact.js";
import { askAboutReaders } from "./api.js";

/** Sentences that readers say are somebody else's, until an editor says that it is settled. */
export function useVotes(address, version, setNotice) {
  const [votes, setVotes] = useState([]);
  const load = async () => {
    const answer = await askAboutReaders({ do: "votes", ref: address });
    if (answer.votes) setVotes(answer.votes);
  };
  useEffect(() => {
    if (version !== undefined) void load();
  }, [version]);
  const of = ({ passage, start, end }) =>
    votes.filter((vote) => vote.passage === passage.id && vote.start < end && vote.end > start);
  return {
    countOf: (sentence) => of(sentence).reduce((sum, { traces }) => sum + traces.length, 0),
    settle: async (sentence) => {
      const [{ slug }] = of(sentence);
      const traces = of(sentence).flatMap((vote) => vote.traces);
      const action = { do: "dismiss", slug, traces };
      const answer = await askAboutReaders({ do: "settle", action });
      setNotice(answer.why ?? "");
      await load();
    },
  };
}
