"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextAreaField } from "@/app/_ui/field";
import { splitLines } from "./read-settings";

interface Props {
  label: string;
  hint: string;
  maxLength: number;
  rows?: number;
}

/** Statements, one a line, with a count and a word about the first that is too long. */
export function SeedField({ label, hint, maxLength, rows = 8 }: Props) {
  const t = useTranslations("manage.create");
  const [text, setText] = useState("");
  const lines = text.split(/\r?\n/);
  const count = splitLines(text).length;
  const index = lines.findIndex((line) => line.trim().length > maxLength);
  const error =
    index < 0
      ? undefined
      : t("tooLong", {
          line: index + 1,
          length: lines[index]?.trim().length ?? 0,
          max: maxLength,
        });
  return (
    <div className="grid gap-1.5">
      <TextAreaField
        label={label}
        hint={hint}
        error={error}
        name="seeds"
        rows={rows}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="text-muted text-sm empty:sr-only">{count > 0 && t("seedCount", { count })}</p>
    </div>
  );
}
