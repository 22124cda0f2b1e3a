import { useTranslations } from "next-intl";
import type { Finding } from "@/lib/verify/finding";
import { FindingText } from "./finding-text";

/** More would only say that everything differs. */
const MOST_SHOWN = 100;

interface Props {
  title: string;
  findings: Finding[];
  /** How many there are besides. */
  left: number;
}

/** Differences one by one, each with its place. */
export function FindingList({ title, findings, left }: Props) {
  const t = useTranslations("verify");
  if (findings.length === 0) return null;
  const shown = findings.slice(0, MOST_SHOWN);
  const more = findings.length - shown.length + left;
  return (
    <div className="grid gap-3 wrap-anywhere">
      <h3 className="text-lg">{title}</h3>
      <ul className="grid gap-2">
        {shown.map((finding) => (
          <li key={JSON.stringify(finding)} className="min-w-0 border-line border-b pb-2">
            <Place finding={finding} />
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-muted">{t("more", { count: more })}</p>}
    </div>
  );
}

function Place({ finding }: { finding: Finding }) {
  const t = useTranslations("results");
  const { file, letter, statement } = finding;
  const places = [
    file,
    statement !== undefined && t("statementNumber", { number: statement }),
    letter !== undefined && t("group", { letter }),
  ].filter(Boolean);
  if (places.length === 0) return null;
  return <p className="wrap-anywhere font-medium">{places.join(" · ")}</p>;
}
