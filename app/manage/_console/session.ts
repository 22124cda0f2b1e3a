import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { readSession, type Session } from "@/server/auth/session";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import type { ServiceContext } from "@/server/services/context";

/** Who is signed in; asked once a request. */
export const findSession = cache(async (): Promise<Session | null> => {
  return readSession(getRuntime().auth, await headers());
});

/** The signed-in facilitator and a context to call services with; others are sent to sign in. */
export async function requireSession(): Promise<{ session: Session; ctx: ServiceContext }> {
  const session = await findSession();
  if (!session) {
    const href = await getLocalizeHref();
    redirect(href("/manage/sign-in"));
  }
  return { session, ctx: contextOf(session.actor) };
}

export function contextOf(actor: ServiceContext["actor"]): ServiceContext {
  return { db: getRuntime().database.db, actor, now: () => new Date() };
}
