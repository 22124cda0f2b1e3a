import { areResultsPublic, mayDiscloseResults } from "@/lib/results-policy";
import { fetchAnswer, type Look, tell } from "./look";
import { type Twins, votesNeeded } from "./make-twins";
import { stranger, type Viewer } from "./viewers";
import type { Way } from "./way";

/**
 * Lets everybody look at two twins one way.
 * @returns who is told something before they may see results, and who is not told what they may see
 */
export async function compare(
  url: string,
  { way, viewers, twins }: { way: Way; viewers: Viewer[]; twins: Twins },
): Promise<{ early: string[]; missing: string[] }> {
  const [early, missing] = [[] as string[], [] as string[]];
  for (const viewer of viewers) {
    if (way.isVariant && !viewer.isTypical) continue;
    const maySee = mayBeTold(twins, viewer, way);
    const isTold = maySee && isToldOf(way, viewer, twins);
    if (maySee && (!isTold || isTriedOften(way, twins, viewer))) continue;
    const [one, other] = await lookAtBoth(url, { way, viewer, twins });
    const differs = one.told !== other.told;
    const shows = way.shows?.test(one.told) ?? differs;
    if (!maySee && (differs || shows)) early.push(`${viewer.name}: ${tellApart(one, other)}`);
    if (maySee && (one.status >= 400 || !shows))
      missing.push(`${viewer.name}: ${one.told.slice(0, 300)}`);
  }
  return { early, missing };
}

async function lookAtBoth(
  url: string,
  { way, viewer, twins }: { way: Way; viewer: Viewer; twins: Twins },
) {
  const lookAt = async (look: Look) => {
    const answer = await fetchAnswer(url, look);
    return { status: answer.status, told: await tell(answer, look) };
  };
  const [one, other] = twins.both;
  return [
    await lookAt({ way, viewer, twin: one }),
    await lookAt({ way, viewer, twin: other }),
  ] as const;
}

function mayBeTold({ policy, state }: Twins, viewer: Viewer, way: Way): boolean {
  const question = { visibility: policy, resultsAfterVotes: votesNeeded, state };
  if (way.isOverlay && viewer.overlayTokenFor) return true;
  if (way.isForAll) return areResultsPublic(question);
  const { ownVotes, role } = viewer;
  return mayDiscloseResults({ ...question, ownVotes, role });
}

function isToldOf({ tells }: Way, viewer: Viewer, twins: Twins): boolean {
  return typeof tells === "boolean" ? tells : tells(viewer, twins);
}

/** That it tells results to those who may see them is seen by one of each kind, where most may not. */
function isTriedOften(way: Way, { policy, state }: Twins, viewer: Viewer): boolean {
  if (way.isCostly) return policy !== "always" || state !== "open" || viewer.name !== stranger.name;
  return viewer.role !== null && (policy !== "organisers" || state === "closed");
}

/** What only one of two answers has. */
function tellApart(one: { told: string }, other: { told: string }): string {
  const [lines, others] = [one.told.split("\n"), other.told.split("\n")];
  const only = (of: string[], not: string[]) =>
    of.filter((line) => !not.includes(line)).map((line) => line.slice(0, 200));
  const apart = { one: only(lines, others).slice(0, 8), other: only(others, lines).slice(0, 8) };
  return `${lines.length}:${others.length} ${JSON.stringify(apart)}`;
}
