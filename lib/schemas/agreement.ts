import * as z from "zod/mini";

const count = z.int();

/** Neighbouring base clusters whose votes on a statement are told together: at least five people's. */
export const AgreementArea = z.object({
  /** Ids of base clusters, ascending; those of one group. */
  clusters: z.array(z.int()),
  agrees: count,
  disagrees: count,
  passes: count,
});
export type AgreementArea = z.infer<typeof AgreementArea>;

/** What `GET …/analyses/{version}/statements/{statement}` answers: who agreed, by place on the map. */
export const Agreement = z.object({
  version: z.int(),
  statement: z.int(),
  areas: z.array(AgreementArea),
});
export type Agreement = z.infer<typeof Agreement>;
