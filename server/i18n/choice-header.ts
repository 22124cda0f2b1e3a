/** proxy.ts copies `?lang=` into this request header: a layout cannot see the query. */
export const choiceHeader = "x-plenum-lang";
