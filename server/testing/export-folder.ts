import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A sound small export of the oldest generation: 2 participants, 2 statements, 4 votes. */
export const soundExport: Record<string, string> = {
  "summary.csv":
    'topic,Town hall\nurl,https://pol.is/x\nviews,9\nvoters,2\nvoters-in-conv,2\ncommenters,1\ncomments,2\ngroups,2\nconversation-description,"What, then?"\n',
  "comments.csv":
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n" +
    "1500000000000,Fri Jul 14 02:40:00 UTC 2017,0,0,2,0,1,Plant trees.\n" +
    '1500000001000,Fri Jul 14 02:40:01 UTC 2017,1,0,1,1,-1,"Close the road, please."\n',
  "votes.csv":
    "timestamp,datetime,comment-id,voter-id,vote\n" +
    "1500000002000,x,0,0,1\n1500000003000,x,0,1,1\n1500000004000,x,1,0,1\n1500000005000,x,1,1,-1\n",
  "participants-votes.csv":
    "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n0,0,2,2,2,0,1,1\n1,1,0,2,1,1,1,-1\n",
};

/**
 * Writes a folder that is gone when the test ends.
 * @param changes files by name on top of the sound export; null leaves a file out
 */
export async function writeExportFolder(
  changes: Record<string, string | Uint8Array | null> = {},
): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "plenum-export-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...soundExport, ...changes })) {
    if (content !== null) await writeFile(join(dir, name), content);
  }
  return dir;
}
