import { getRuntime } from "@/server/runtime";

/** The address that is passed on: everybody's own language, so no choice of this reader's in it. */
export function shareAddress(path: string): string {
  return `${getRuntime().publicUrl}${path}`;
}

/** A letter in the reader's own mail program. */
export function mailtoHref(title: string, url: string): string {
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}\n`)}`;
}
