import { useTranslations } from "next-intl";
import { findLicence } from "@/lib/format/data-licences";
import { countTold } from "@/lib/results/is-crowd";
import type { ResultsView } from "@/lib/results/results-view";
import { smallestCrowd } from "@/lib/results/tally";
import type { LoadedReport } from "./load-report";

const files = [
  { name: "export.zip", label: "fileAll", isMap: false },
  { name: "statements.xlsx", label: "fileTable", isMap: false },
  { name: "map.png", label: "fileMapPng", isMap: true },
  { name: "map.svg", label: "fileMapSvg", isMap: true },
] as const;

interface Props {
  view: ResultsView;
  conversation: LoadedReport["body"]["conversation"];
  release: LoadedReport["release"];
}

/** What people take away; the files behind the figures stand with how to check them. */
export function Downloads({ view, conversation: { slug, settings }, release }: Props) {
  const t = useTranslations("report");
  const api = `/api/v1/conversations/${encodeURIComponent(slug)}/export`;
  const version = release ? `?version=${release.number}` : "";
  const { name, url } = findLicence(settings.licence);
  return (
    <section aria-labelledby="downloads" className="mt-6 print:hidden">
      <h2 id="downloads" className="text-lg">
        {t("downloads")}
      </h2>
      <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {files
          .filter(({ isMap }) => !isMap || countTold(view.map.baseClusters) >= smallestCrowd)
          .map(({ name: file, label }) => (
            <li key={file}>
              <a
                href={`${api}/${file}${version}`}
                download
                className="link inline-flex min-h-11 items-center"
              >
                {t(label)}
              </a>
            </li>
          ))}
      </ul>
      <p className="text-muted text-sm">
        {t("licence")}:{" "}
        <a href={url} rel="license" className="link">
          {name}
        </a>
      </p>
    </section>
  );
}
