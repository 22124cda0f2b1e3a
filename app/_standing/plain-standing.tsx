import { loadResults } from "../_results/load-results";
import { GroupVotes } from "./group-votes";
import { YourPlace } from "./your-place";

/** What StandingPanel says, without the map, for browsers without scripts; nothing before a vote. */
export async function PlainStanding({ slug }: { slug: string }) {
  const { disclosed } = await loadResults(slug);
  if (!disclosed?.view || disclosed.standing === null) return null;
  const { view, statements, ownVotes, standing } = disclosed;
  const [last] = ownVotes; // the newest goes first
  const quote = last && statements[last[0]];
  const voted = ownVotes.flatMap(([id]) => {
    const statement = statements[id];
    return statement ? [[id, statement] as const] : [];
  });
  return (
    <noscript>
      <div className="grid gap-8">
        {last && quote && (
          <GroupVotes
            statement={quote}
            value={last[1]}
            result={view.statements.find(({ statement }) => statement === last[0]) ?? null}
            hasGroups={view.groups.length > 0}
          />
        )}
        <YourPlace
          standing={standing}
          groups={view.groups}
          statements={Object.fromEntries(voted)}
          map={null}
        />
      </div>
    </noscript>
  );
}
