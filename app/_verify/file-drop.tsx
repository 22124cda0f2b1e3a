import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

interface Props {
  isBusy: boolean;
  isFirst: boolean;
  onFile(file: File): void;
}

/** Where a file is dropped, and by keyboard or finger chosen. */
export function FileDrop({ isBusy, isFirst, onFile }: Props) {
  const t = useTranslations("verify");
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // A file that falls beside the field would be opened in the place of this page.
    const keep = (event: DragEvent) => event.preventDefault();
    window.addEventListener("dragover", keep);
    window.addEventListener("drop", keep);
    return () => {
      window.removeEventListener("dragover", keep);
      window.removeEventListener("drop", keep);
    };
  }, []);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !isBusy) onFile(file);
  };
  return (
    <label
      onDragEnter={() => setIsOver(true)}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      className={`grid min-h-32 cursor-pointer place-items-center rounded-card border-2 border-dashed p-6 text-center font-medium text-lg has-disabled:cursor-progress has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 has-disabled:opacity-55 ${
        isOver ? "border-accent bg-accent-soft" : "border-edge bg-card hover:border-ink"
      }`}
    >
      {t(isFirst ? "choose" : "another")}
      {/* Its own words would be in the language of the browser. */}
      <input
        type="file"
        accept=".zip,application/zip"
        disabled={isBusy}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ""; // the same file again is a change as well
        }}
        className="sr-only"
      />
    </label>
  );
}
