import { getTranslations } from "next-intl/server";
import { getLocalizeHref } from "@/server/i18n/localize-href";

/** The way back, what this page is, and of which conversation. */
export async function MyDataHeading({
  conversation,
  title,
}: {
  conversation: { slug: string; title: string };
  title: string;
}) {
  const [mine, href] = await Promise.all([getTranslations("mine"), getLocalizeHref()]);
  return (
    <header className="grid gap-2">
      <a
        href={href(`/c/${conversation.slug}`)}
        className="link inline-flex min-h-11 items-center justify-self-start"
      >
        {mine("back")}
      </a>
      <h1 className="text-2xl tracking-tight sm:text-3xl">{title}</h1>
      <p dir="auto" className="wrap-anywhere font-medium">
        {conversation.title}
      </p>
    </header>
  );
}
