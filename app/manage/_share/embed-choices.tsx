import { useTranslations } from "next-intl";
import { type ReactNode, type SyntheticEvent, useId } from "react";
import {
  type EmbedView,
  embedParts,
  embedThemes,
  embedViews,
  usualParts,
} from "@/lib/embed/embed-options";
import type { LocaleEntry } from "@/lib/i18n/locales";

const notIn: Record<EmbedView, readonly string[]> = {
  vote: ["map", "words", "statements"],
  results: ["write", "place", "own"],
  both: [],
};

interface Props {
  view: EmbedView;
  offered: readonly LocaleEntry[];
  /** Told what the address of the embed is to hold; defaults are left out. */
  onChange(query: Record<string, string>): void;
}

export function EmbedChoices({ view, offered, onChange }: Props) {
  const t = useTranslations("manage.embed");
  const shown = embedParts.filter((part) => !notIn[view].includes(part));
  const read = (event: SyntheticEvent<HTMLFormElement>) => {
    onChange(readChoices(new FormData(event.currentTarget), shown));
  };
  return (
    <form onChange={read} onSubmit={(event) => event.preventDefault()} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <Choice label={t("view")} name="view">
          {embedViews.map((value) => (
            <option key={value} value={value}>
              {t(`views.${value}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t("theme")} name="theme">
          {embedThemes.map((value) => (
            <option key={value} value={value}>
              {t(`themes.${value}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t("lang")} name="lang">
          <option value="">{t("langReader")}</option>
          {offered.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </Choice>
      </div>
      <div className="flex flex-wrap items-center gap-x-4">
        <Check name="hasAccent" label={t("accent")} />
        <input
          type="color"
          name="accent"
          defaultValue="#0b5571"
          aria-label={t("accent")}
          className="h-11 w-16 rounded-control border border-edge bg-card p-1"
        />
        <span className="text-muted text-sm">{t("accentHint")}</span>
      </div>
      <fieldset>
        <legend className="font-medium">{t("parts")}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {shown.map((part) => (
            <Check
              key={part}
              name="parts"
              value={part}
              label={t(`part.${part}`)}
              isChecked={usualParts.includes(part)}
            />
          ))}
        </div>
      </fieldset>
    </form>
  );
}

function readChoices(form: FormData, shown: readonly string[]): Record<string, string> {
  const text = (name: string) => String(form.get(name) ?? "");
  const parts = form.getAll("parts").map(String);
  const usual = shown.filter((part) => usualParts.some((name) => name === part));
  return {
    view: text("view"),
    theme: text("theme"),
    lang: text("lang"),
    ...(form.has("hasAccent") && { accent: text("accent") }),
    ...(parts.join() !== usual.join() && { parts: parts.join() }),
  };
}

function Choice({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <select
        id={id}
        name={name}
        className="min-h-11 w-full rounded-control border border-edge bg-card px-3 text-ink hover:border-ink"
      >
        {children}
      </select>
    </div>
  );
}

interface CheckProps {
  name: string;
  value?: string;
  label: string;
  isChecked?: boolean;
}

function Check({ name, value, label, isChecked }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChecked}
        className="size-5 shrink-0 accent-accent"
      />
      {label}
    </label>
  );
}
