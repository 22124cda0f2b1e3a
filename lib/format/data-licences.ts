import type { DataLicence } from "../schemas/conversation";

interface Licence {
  /** As SPDX names it. */
  id: DataLicence;
  name: string;
  url: string;
  /** Whether whoever asked must be named. */
  asksForAttribution: boolean;
}

/** Every licence that a conversation can give its data; the first is the default. */
export const dataLicences: Licence[] = [
  {
    id: "CC-BY-4.0",
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
    asksForAttribution: true,
  },
  {
    id: "CC0-1.0",
    name: "CC0 1.0",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
    asksForAttribution: false,
  },
];

export function findLicence(id: DataLicence): Licence {
  return dataLicences.find((licence) => licence.id === id) ?? dataLicences[0]!;
}

/** Whom and what to name when the data are used. */
export function nameSource(of: { askedBy: string; title: string; url: string }): string {
  return [of.askedBy, of.title, of.url].filter((part) => part !== "").join(", ");
}
