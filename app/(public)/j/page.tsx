import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/app/_share/code-form";
import { formatJoinCode, readJoinCode } from "@/lib/share/join-code";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("takePart"), robots: "noindex" };
}

/** For those who were told a code and no more; what they type leads to the short address. */
export default async function CodePage({ searchParams }: Props) {
  const { code, problem } = await searchParams;
  const typed = typeof code === "string" ? code.slice(0, 40) : "";
  const joinCode = readJoinCode(typed);
  if (joinCode !== null) {
    const href = await getLocalizeHref();
    redirect(href(`/j/${formatJoinCode(joinCode)}`));
  }
  const isWrong = typed !== "" ? "unknown" : undefined;
  return <CodeForm typed={typed} problem={problem === "too-many-tries" ? "tooMany" : isWrong} />;
}
