import { useTranslations } from "next-intl";
import type { PresentedStage } from "@/server/services/live-sessions/get-stage";
import { ActButton } from "./act-button";

/** Every statement that can be shown, each with a button of its own. */
export function StatementChoices({ presented }: { presented: PresentedStage }) {
  const t = useTranslations("manage.present");
  const { stage, statements } = presented;
  return (
    <section aria-labelledby="choices-title" className="grid grid-cols-1 gap-3">
      <h3 id="choices-title" className="text-xl">
        {t("list")}
      </h3>
      <ul className="grid grid-cols-1 divide-y divide-line rounded-card border border-line bg-card">
        {statements.map(({ id, text, language }) => (
          <li
            key={id}
            aria-current={id === stage.statementId ? "true" : undefined}
            className="flex items-center gap-3 border-s-4 border-s-transparent px-3 py-2 aria-[current]:border-s-accent aria-[current]:font-semibold"
          >
            <div className="min-w-0 flex-1">
              <p
                id={`choice-${id}`}
                dir="auto"
                lang={language ?? undefined}
                className="break-words"
              >
                {text}
              </p>
              {id !== stage.statementId && stage.shown.includes(id) && (
                <p className="text-muted text-sm">{t("shown")}</p>
              )}
            </div>
            {id !== stage.statementId && (
              <ActButton act={{ type: "show", statement: id }}>
                {t("show")}
                <span className="sr-only">: {text}</span>
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
