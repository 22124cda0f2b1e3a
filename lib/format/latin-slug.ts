const LONGEST = 60;
const SHORTEST = 3;

/**
 * The Latin letters and digits of a title, in lower case and joined by hyphens, at most 60
 * characters, cut between words where it can be; null when fewer than 3 are left, as of a Chinese title.
 */
export function latinSlug(title: string): string | null {
  const words = title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/['’]/g, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = words?.join("-") ?? "";
  if (slug.length < SHORTEST) return null;
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf("-");
  return end >= SHORTEST ? cut.slice(0, end) : slug.slice(0, LONGEST);
}
