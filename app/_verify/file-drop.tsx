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
      className={`grid min-h-32 cursor-pointer justify-items-start gap-3 rounded-card border-2 border-dashed p-6 ${
        isOver ? "border-accent bg-accent-soft" : "border-edge bg-card"
      }`}
    >
      <span className="font-medium text-lg">{t(isFirst ? "choose" : "another")}</span>
      <input
        type="file"
        accept=".zip,application/zip"
        disabled={isBusy}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ""; // the same file again is a change as well
        }}
        className="min-h-11 w-full max-w-full cursor-pointer rounded-control file:me-4 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-edge file:bg-card file:px-4 file:font-medium file:text-ink disabled:opacity-55"
      />
    </label>
  );
}
