import type { PrincipalComponents } from "./principal-components";

/**
 * How far from the middle a statement pulls those who agree with it: the length of the projection of
 * a participant whose only vote is an agreement with it.
 * @param center mean vote of each column, -1..1
 * @returns one length a column, 0 for a statement that does not separate people
 * @see MATH.md A5; polis `math/pca.clj` pca-project-cmnts, comment-extremity
 */
export function computeExtremity(
  center: Float64Array,
  { loadings: [first, second] }: Pick<PrincipalComponents, "loadings">,
): Float64Array {
  const scale = Math.sqrt(center.length);
  return center.map((mean, column) => {
    const x = scale * (1 - mean) * first[column]!;
    const y = scale * (1 - mean) * second[column]!;
    return Math.sqrt(x * x + y * y);
  });
}
