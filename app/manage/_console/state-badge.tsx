import { useTranslations } from "next-intl";
import type { ConversationState } from "@/lib/schemas/conversation";

const looks: Record<ConversationState, string> = {
  open: "border-agree bg-agree-soft text-agree",
  draft: "border-edge border-dashed bg-card text-muted",
  closed: "border-edge bg-pass-soft text-pass",
};

export function StateBadge({ state }: { state: ConversationState }) {
  const t = useTranslations("common");
  return (
    <span className={`rounded-full border px-3 py-0.5 font-medium text-sm ${looks[state]}`}>
      {t(state)}
    </span>
  );
}
