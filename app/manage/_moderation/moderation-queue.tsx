"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import type { ModeratedStatement } from "@/server/services/statements/moderated-statement";
import { ActBar } from "./act-bar";
import { FilterBar } from "./filter-bar";
import { countByFilter } from "./filter-statements";
import { KeyHelp } from "./key-help";
import { StatementItem } from "./statement-item";
import { useModeration } from "./use-moderation";
import { useQueueKeys } from "./use-queue-keys";
import { useQueueView } from "./use-queue-view";
import { useStatements } from "./use-statements";

interface Props {
  conversationId: number;
  slug: string;
  initialStatements: ModeratedStatement[];
  mayModerate: boolean;
}

/** The statements of a conversation, to be decided on by mouse, by thumb or by single keys. */
export function ModerationQueue(props: Props) {
  const { conversationId, mayModerate } = props;
  const t = useTranslations("manage.statements");
  const store = useStatements(props);
  const moderation = useModeration(conversationId, store);
  const view = useQueueView(store.statements);
  const decide: typeof moderation.decide = async (decision) => {
    view.moveOn(decision.statement.id);
    await moderation.decide(decision);
  };
  const undo = async () => {
    const undone = moderation.last?.statement.id;
    await moderation.undo();
    if (undone !== undefined) view.goTo(undone);
  };
  const keys = useQueueKeys({ mayModerate, view, decide, undo });
  const hidden = view.found.length - view.shown.length;

  return (
    <div className="grid gap-5">
      <FilterBar
        filter={view.filter}
        counts={countByFilter(store.statements)}
        search={view.search}
        onFilter={view.setFilter}
        onSearch={view.setSearch}
      />
      <KeyHelp
        hasKeys={mayModerate}
        isOn={keys.isOn}
        onChange={keys.setIsOn}
        isLive={store.isLive}
      />
      {view.shown.length === 0 && (
        <p ref={view.emptyRef} tabIndex={-1} className="py-10 text-center text-lg text-muted">
          {view.filter === "pending" && view.search === "" ? t("emptyPending") : t("empty")}
        </p>
      )}
      <ul className="grid gap-4" aria-keyshortcuts={keys.isListening ? "J K" : undefined}>
        {view.shown.map((statement) => (
          <StatementItem
            key={statement.id}
            conversationId={conversationId}
            statement={statement}
            isSelected={view.selectedId === statement.id}
            hasKeys={keys.isListening && view.selectedId === statement.id}
            isRejecting={view.rejectingId === statement.id}
            mayModerate={mayModerate}
            onSelect={() => view.select(statement.id)}
            onReject={() => view.startRejecting(statement.id)}
            onCancel={view.stopRejecting}
            onDecide={(to, reason) => decide({ statement, to, reason })}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <div className="text-center">
          <Button onClick={view.showMore}>{t("showMore", { count: hidden })}</Button>
        </div>
      )}
      <ActBar
        last={moderation.last}
        failure={moderation.failure}
        isConflict={moderation.isConflict}
        onUndo={undo}
      />
    </div>
  );
}
