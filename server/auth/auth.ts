/** Placeholder type until sign-in lands. */
export type Auth = { handler: (request: Request) => Promise<Response> };
