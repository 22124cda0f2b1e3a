/** proxy.ts copies `?lang=` into this request header: a layout cannot see the query. */
export const choiceHeader = "x-plenum-lang";

/** The token of a link that works once, which is not to be lost with another choice of language. */
export const tokenHeader = "x-plenum-token";
