import { exponential, hyperbolicTangent, logarithm } from "./elementary-functions";
import type { Judgements } from "./judgements";
import { createRandom } from "./random";
import type { VotingStyles } from "./voting-style";

const powerRounds = 15;
const campRounds = 15;
/** Expected square of half the distance between camps, in standard units, on statements they differ on. */
const slab = 0.15;
/** Share of statements on which camps are expected to differ. */
const shareDiffering = 0.9;
const largestMajority = 0.8;

/**
 * How much better two camps explain the judgements than styles alone do, as a logarithm of a
 * likelihood ratio (variational).
 */
export function measureCamps(judgements: Judgements, styles: VotingStyles, seed: number): number {
  const search = new CampSearch(judgements, styles, seed);
  for (let round = 0; round < powerRounds; round++) {
    search.place(0);
    if (!search.followAxis()) return 0;
  }
  search.place(0);
  search.startCamps();
  for (let round = 0; round < campRounds; round++) {
    search.weigh();
    search.estimate();
    search.place(1);
  }
  search.weigh();
  return search.gain();
}

class CampSearch {
  private readonly distance: Float64Array;
  private readonly place_: Float64Array;
  private readonly byCode: Float64Array;
  private readonly pulled: Float64Array;
  private readonly explained: Float64Array;
  private readonly shapesTimes: Float64Array;
  private readonly evidence: Float64Array;
  private readonly precision: Float64Array;
  constructor(
    private readonly judgements: Judgements,
    private readonly styles: VotingStyles,
    seed: number,
  ) {
    const { rowCount, columnCount } = judgements;
    const random = createRandom(seed);
    this.distance = new Float64Array(columnCount).map(() => random() - 0.5);
    this.place_ = new Float64Array(rowCount);
    this.byCode = new Float64Array(columnCount * 2);
    this.pulled = new Float64Array(columnCount * 3);
    this.shapesTimes = new Float64Array(columnCount * 3);
    this.explained = new Float64Array(rowCount * 3);
    this.evidence = new Float64Array(columnCount);
    this.precision = new Float64Array(columnCount);
  }

  place(camps: number): void {
    const { distance, byCode, shapesTimes, place_, explained } = this;
    const { rowCount, columnCount, rowStart, codes } = this.judgements;
    const { scores, shapes, totals, uncertainty } = this.styles;
    for (let j = 0; j < columnCount; j++) {
      byCode[j * 2] = scores[j * 2]! * distance[j]!;
      byCode[j * 2 + 1] = scores[j * 2 + 1]! * distance[j]!;
      shapesTimes[j * 3] = shapes[j * 3]! * distance[j]!;
      shapesTimes[j * 3 + 1] = shapes[j * 3 + 1]! * distance[j]!;
      shapesTimes[j * 3 + 2] = shapes[j * 3 + 2]! * distance[j]!;
    }
    let mean = 0;
    for (let r = 0; r < rowCount; r++) mean += place_[r]!;
    mean = Math.min(largestMajority, Math.max(0 - largestMajority, mean / rowCount));
    const bias = camps ? logarithm((1 + mean) / (1 - mean)) / 2 : 0;
    for (let r = 0; r < rowCount; r++) {
      let field = 0;
      let a = 0;
      let b = 0;
      let c = 0;
      for (let i = rowStart[r]!; i < rowStart[r + 1]!; i++) {
        const code = codes[i]!;
        field += byCode[code]!;
        const at = (code >> 1) * 3;
        a += shapesTimes[at]!;
        b += shapesTimes[at + 1]!;
        c += shapesTimes[at + 2]!;
      }
      const u = r * 9;
      const x = uncertainty[u]! * a + uncertainty[u + 1]! * b + uncertainty[u + 2]! * c;
      const y = uncertainty[u + 3]! * a + uncertainty[u + 4]! * b + uncertainty[u + 5]! * c;
      const z = uncertainty[u + 6]! * a + uncertainty[u + 7]! * b + uncertainty[u + 8]! * c;
      explained[r * 3] = x;
      explained[r * 3 + 1] = y;
      explained[r * 3 + 2] = z;
      field -= totals[r * 3]! * x + totals[r * 3 + 1]! * y + totals[r * 3 + 2]! * z;
      place_[r] = camps ? hyperbolicTangent(field + bias) : field;
    }
  }

  private gather(camps: number): void {
    const { byCode, pulled, place_, explained } = this;
    const { rowCount, rowStart, codes } = this.judgements;
    const { expected } = this.styles;
    byCode.fill(0);
    pulled.fill(0);
    for (let r = 0; r < rowCount; r++) {
      const u = place_[r]!;
      const a = u * expected[r * 3]! - camps * explained[r * 3]!;
      const b = u * expected[r * 3 + 1]! - camps * explained[r * 3 + 1]!;
      const c = u * expected[r * 3 + 2]! - camps * explained[r * 3 + 2]!;
      for (let i = rowStart[r]!; i < rowStart[r + 1]!; i++) {
        const code = codes[i]!;
        byCode[code]! += u;
        const at = (code >> 1) * 3;
        pulled[at]! += a;
        pulled[at + 1]! += b;
        pulled[at + 2]! += c;
      }
    }
  }

  private pull(j: number): number {
    const { byCode, pulled } = this;
    const { scores, shapes } = this.styles;
    return (
      scores[j * 2]! * byCode[j * 2]! +
      scores[j * 2 + 1]! * byCode[j * 2 + 1]! -
      shapes[j * 3]! * pulled[j * 3]! -
      shapes[j * 3 + 1]! * pulled[j * 3 + 1]! -
      shapes[j * 3 + 2]! * pulled[j * 3 + 2]!
    );
  }

  followAxis(): boolean {
    const { distance } = this;
    const { counts } = this.styles;
    this.gather(0);
    let size = 0;
    for (let j = 0; j < distance.length; j++) {
      distance[j] = counts[j]! > 0 ? this.pull(j) / counts[j]! - distance[j]! : 0;
      size += distance[j]! * distance[j]! * counts[j]!;
    }
    if (!(size > 0)) return false;
    const scale = Math.sqrt(this.judgements.rowCount / size);
    for (let j = 0; j < distance.length; j++) distance[j]! *= scale;
    return true;
  }

  startCamps(): void {
    const { place_ } = this;
    let size = 0;
    for (const u of place_) size += Math.abs(u);
    const scale = size > 0 ? (0.7 * place_.length) / size : 0;
    for (let r = 0; r < place_.length; r++)
      place_[r] = Math.min(0.95, Math.max(-0.95, scale * place_[r]!));
  }

  weigh(): void {
    const { counts } = this.styles;
    this.gather(1);
    for (let j = 0; j < this.evidence.length; j++) {
      this.evidence[j] = this.pull(j);
      const n = counts[j]!;
      const mean = n > 0 ? (this.byCode[j * 2]! + this.byCode[j * 2 + 1]!) / n : 0;
      this.precision[j] = n * (1 - mean * mean);
    }
  }

  estimate(): void {
    for (let j = 0; j < this.evidence.length; j++) {
      const variance = 1 / (this.precision[j]! + 1 / slab);
      const mean = this.evidence[j]! * variance;
      const odds = (shareDiffering / (1 - shareDiffering)) * this.bayesFactor(j);
      this.distance[j] = (mean * odds) / (1 + odds);
    }
  }

  private bayesFactor(j: number): number {
    const variance = 1 / (this.precision[j]! + 1 / slab);
    const e = this.evidence[j]!;
    return Math.sqrt(variance / slab) * exponential((e * e * variance) / 2);
  }

  gain(): number {
    let gain = 0;
    for (let j = 0; j < this.evidence.length; j++) {
      const variance = 1 / (this.precision[j]! + 1 / slab);
      const e = this.evidence[j]!;
      const half = (e * e * variance) / 2;
      gain +=
        half > 30
          ? half + logarithm(shareDiffering * Math.sqrt(variance / slab))
          : logarithm(1 - shareDiffering + shareDiffering * this.bayesFactor(j));
    }
    const { place_ } = this;
    let mean = 0;
    for (const u of place_) mean += u;
    const share = Math.min(0.999, Math.max(0.001, (1 + mean / place_.length) / 2));
    for (const u of place_) {
      const p = Math.min(1 - 1e-9, Math.max(1e-9, (1 + u) / 2));
      gain -= p * logarithm(p / share) + (1 - p) * logarithm((1 - p) / (1 - share));
    }
    return gain;
  }
}
