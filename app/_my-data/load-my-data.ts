import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { readResumeCode, resumeCodeCookieName } from "@/server/auth/resume-code";
import { getRuntime } from "@/server/runtime";
import { findShownCode } from "@/server/services/participants/find-shown-code";
import { getOwnData } from "@/server/services/participants/get-own-data";
import type { loadViewer } from "../_viewer/load-viewer";

type Viewer = Awaited<ReturnType<typeof loadViewer>>;

/** What is stored of this browser's participant, and the code that the browser was shown last. */
export async function loadMyData({ context, conversation, credentials }: Viewer) {
  if (conversation.state === "draft") notFound();
  const { ballots, secrets } = getRuntime();
  const kept = (await cookies()).get(resumeCodeCookieName(conversation.id))?.value;
  const input = {
    slug: conversation.slug,
    credentials,
  };
  const ctx = { ...context, ballots, secrets };
  const [data, code] = await Promise.all([
    getOwnData(ctx, input),
    findShownCode(ctx, { ...input, code: readResumeCode(kept ?? "") }),
  ]);
  return { data, code };
}
