import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateForm } from "../../_forms/create-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("manage.create"))("title") };
}

export default async function CreatePage() {
  const t = await getTranslations("manage.create");
  return (
    <div className="grid max-w-2xl gap-8">
      <div className="grid gap-2">
        <h1 className="text-3xl">{t("title")}</h1>
        <p className="text-muted">{t("intro")}</p>
      </div>
      <CreateForm />
    </div>
  );
}
