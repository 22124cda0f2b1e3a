"use client";

import { useEffect, useState } from "react";
import { TextField } from "../_ui/field";

/** A link may bring the code behind its #, where no server reads it; it goes from there at once. */
export function CodeField({ label, hint }: { label: string; hint: string }) {
  const [code, setCode] = useState("");
  useEffect(() => {
    const brought = /^#([\w-]{9,20})$/.exec(location.hash)?.[1];
    if (!brought) return;
    setCode(brought);
    history.replaceState(null, "", location.pathname + location.search);
  }, []);
  return (
    <TextField
      label={label}
      hint={hint}
      name="code"
      required
      value={code}
      onChange={(event) => setCode(event.target.value)}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      dir="ltr"
      className="max-w-64 font-mono text-xl uppercase tracking-wider"
    />
  );
}
