import { shareAddress } from "./share-address";

/** Where another site learns how to show this page in its own; see oembed.com. */
export function oembedLinks(path: string, title: string) {
  const link = (format: string) => ({
    url: shareAddress(`/oembed?${new URLSearchParams({ url: shareAddress(path), format })}`),
    title,
  });
  return {
    "application/json+oembed": [link("json")],
    "text/xml+oembed": [link("xml")],
  };
}
