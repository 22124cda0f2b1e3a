import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/app/_ui/field";
import { type Locale, locales } from "@/lib/i18n/locales";
import {
  HOLD_SECONDS_MAX,
  HOLD_SECONDS_MIN,
  type OverlayOptions,
  overlayMargins,
  overlaySizes,
} from "@/lib/overlay/overlay-options";
import { ChoiceField } from "../_forms/choice-field";
import type { OverlayWish } from "./read-wish";

interface Props {
  wish: OverlayWish;
  /** The languages that there are. */
  offered: readonly Locale[];
}

/** Everything that the address of an overlay can ask for, but for the private one. */
export function ComposerFields({ wish, offered }: Props) {
  const t = useTranslations("manage.overlay");
  const { options } = wish;
  return (
    <>
      <ChoiceField
        legend={t("layout")}
        name="layout"
        defaultValue={options.layout}
        choices={[
          { value: "map", label: t("map") },
          { value: "lower-third", label: t("lowerThird") },
          { value: "ticker", label: t("ticker") },
          { value: "full", label: t("full") },
        ]}
      />
      <LookFields wish={wish} offered={offered} />
      <StatementFields options={options} />
    </>
  );
}

function LookFields({ wish, offered }: Props) {
  const t = useTranslations("manage.overlay");
  const common = useTranslations("common");
  const { options, locale } = wish;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField label={t("theme")} name="theme" defaultValue={options.theme}>
        <option value="auto">{t("themeAuto")}</option>
        <option value="light">{t("light")}</option>
        <option value="dark">{t("dark")}</option>
      </SelectField>
      <SelectField label={t("size")} name="size" defaultValue={options.size}>
        {overlaySizes.map((size) => (
          <option key={size} value={size}>
            {t(size)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("margin")} name="margin" defaultValue={options.margin}>
        {overlayMargins.map((margin) => (
          <option key={margin} value={margin}>
            {margin}%
          </option>
        ))}
      </SelectField>
      <SelectField label={common("language")} name="language" defaultValue={locale ?? ""}>
        <option value="">{t("anyLanguage")}</option>
        {locales
          .filter(({ tag }) => offered.includes(tag))
          .map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
      </SelectField>
    </div>
  );
}

function StatementFields({ options }: { options: OverlayOptions }) {
  const t = useTranslations("manage.overlay");
  const overlay = useTranslations("overlay");
  const results = useTranslations("results");
  const kinds = [
    { kind: "newest", label: overlay("newest") },
    { kind: "shared", label: t("shared") },
    { kind: "dividing", label: results("dividingTitle") },
  ] as const;
  return (
    <>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">{t("statements")}</legend>
        {kinds.map(({ kind, label }) => (
          <label key={kind} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="show"
              value={kind}
              defaultChecked={options.kinds.includes(kind)}
              className="size-5 shrink-0 accent-accent"
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("numbers")}
          hint={t("numbersHint")}
          name="statements"
          inputMode="numeric"
          defaultValue={options.numbers.join(", ")}
        />
        <TextField
          label={t("hold")}
          name="hold"
          type="number"
          min={HOLD_SECONDS_MIN}
          max={HOLD_SECONDS_MAX}
          defaultValue={options.holdSeconds}
          className="self-end"
        />
      </div>
    </>
  );
}
