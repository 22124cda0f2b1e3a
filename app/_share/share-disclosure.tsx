"use client";

import { type ComponentType, type ReactNode, useState } from "react";
import type { ShareActionsProps } from "./share-actions";
import { ShareAddressField } from "./share-address-field";

interface Props extends ShareActionsProps {
  label: string;
  /** Ways that need no script. */
  children: ReactNode;
}

/** Opens without a script; what needs one comes when it is opened. */
export function ShareDisclosure({ label, children, ...rest }: Props) {
  const [Actions, setActions] = useState<ComponentType<ShareActionsProps> | null>(null);
  const load = () => {
    if (Actions) return;
    import("./share-actions").then(
      (file) => setActions(() => file.default),
      () => {}, // asked for again when it is opened the next time
    );
  };
  return (
    <details onToggle={load}>
      <summary className="disclosure font-medium text-accent hover:text-accent-strong">
        {label}
      </summary>
      <div className="grid gap-2 pt-1 pb-3">
        {Actions ? (
          <Actions {...rest} />
        ) : (
          <ShareAddressField label={rest.text.address} url={rest.url} />
        )}
        <div className="flex flex-wrap gap-x-6">{children}</div>
      </div>
    </details>
  );
}
