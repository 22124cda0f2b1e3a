import type { Ref } from "react";

interface Props {
  label: string;
  url: string;
  ref?: Ref<HTMLElement>;
}

/** The address in full, to be read out, typed or selected. */
export function ShareAddressField({ label, url, ref }: Props) {
  return (
    <p className="grid gap-1">
      <span className="text-muted text-sm">{label}</span>
      <bdi
        ref={ref}
        dir="ltr"
        className="select-all break-all rounded-control border border-line bg-card px-3 py-2.5 text-sm"
      >
        {url}
      </bdi>
    </p>
  );
}
