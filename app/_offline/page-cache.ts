/** Each conversation's copy has a cache of its own, so that it can be forgotten as a whole. */
export const cachePrefix = "plenum-page:";

export const cacheOf = (slug: string) => cachePrefix + slug;

export const addressOf = (slug: string) => `/c/${encodeURIComponent(slug)}`;
