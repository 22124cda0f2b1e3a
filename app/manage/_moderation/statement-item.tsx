"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import type { Moderation, ModerationReason } from "@/lib/schemas/statement-input";
import type { ModeratedStatement } from "@/server/services/statements/moderated-statement";
import { StatementTranslations } from "../_translations/statement-translations";
import { ReasonChoice } from "./reason-choice";
import { ReasonText } from "./reason-text";

interface Props {
  conversationId: number;
  statement: ModeratedStatement;
  isSelected: boolean;
  /** Single keys decide on this one now. */
  hasKeys: boolean;
  /** The reasons are on the table. */
  isRejecting: boolean;
  mayModerate: boolean;
  onSelect(): void;
  onReject(): void;
  onCancel(): void;
  onDecide(to: Moderation, reason: ModerationReason | null): void;
}

const looks: Record<Moderation, string> = {
  pending: "border-warning bg-warning-soft text-warning",
  accepted: "border-agree bg-agree-soft text-agree",
  rejected: "border-disagree bg-disagree-soft text-disagree",
};

export function StatementItem(props: Props) {
  const { statement, isSelected, hasKeys, isRejecting, mayModerate, onSelect, onDecide } = props;
  const t = useTranslations("manage.statements");
  const { id, text, language, moderation } = statement;
  return (
    <li
      id={`statement-${id}`}
      tabIndex={-1}
      onFocus={onSelect}
      aria-current={isSelected || undefined}
      className="grid scroll-my-28 gap-3 rounded-card border border-line bg-card p-5 aria-[current]:border-accent aria-[current]:shadow-card aria-[current]:outline-2 aria-[current]:outline-accent"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className={`rounded-full border px-2.5 py-0.5 font-medium ${looks[moderation]}`}>
          {t(moderation)}
        </span>
        <Origin statement={statement} />
      </div>
      <p className="statement-text" dir="auto" lang={language ?? undefined}>
        {text}
      </p>
      {moderation === "rejected" && <ReasonText reason={statement.moderationReason} />}
      {mayModerate && !isRejecting && (
        <div className="flex flex-wrap gap-3">
          {moderation !== "accepted" && (
            <Button
              variant="primary"
              aria-keyshortcuts={hasKeys ? "A" : undefined}
              onClick={() => onDecide("accepted", null)}
            >
              {t("accept")}
            </Button>
          )}
          {moderation !== "rejected" && (
            <Button
              variant="danger"
              aria-keyshortcuts={hasKeys ? "R" : undefined}
              onClick={props.onReject}
            >
              {t("reject")}
            </Button>
          )}
          {moderation !== "pending" && (
            <Button variant="quiet" onClick={() => onDecide("pending", null)}>
              {t("toQueue")}
            </Button>
          )}
        </div>
      )}
      <StatementTranslations
        conversationId={props.conversationId}
        statementId={id}
        mayEdit={mayModerate}
      />
      {isRejecting && (
        <ReasonChoice
          onChoose={(reason) => onDecide("rejected", reason)}
          onCancel={props.onCancel}
        />
      )}
    </li>
  );
}

function Origin({ statement }: { statement: ModeratedStatement }) {
  const t = useTranslations("manage.statements");
  const format = useFormatter();
  const { id, isSeed, authorId, isMetadata, createdAt } = statement;
  const author = isSeed ? "byOrganiser" : authorId === null ? "imported" : "byParticipant";
  const parts = [
    t("number", { id }),
    t(author),
    ...(isMetadata ? [t("metadata")] : []),
    format.dateTime(createdAt, "moment"),
  ];
  return (
    <span className="text-muted" suppressHydrationWarning>
      {parts.join(" · ")}
    </span>
  );
}
