/** A stream of numbers in [0, 1), the same on every machine for the same seed. */
export type Random = () => number;

const warmUpRounds = 12;

/**
 * A seeded generator: sfc32, which passes PractRand, with 32 random bits a number.
 * Not for secrets.
 * @param seed any integer; only its low 32 bits count
 * @see Doty-Humphrey, PractRand (small fast counting generator)
 */
export function createRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < warmUpRounds; i++) next();
  return next;
}

/**
 * A permutation of `items`, each equally likely.
 * @returns a new array
 */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
