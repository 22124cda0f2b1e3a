import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { log } from "@/server/log";
import { type ErrorCode, ServiceError } from "@/server/services/errors";
import type { TrpcContext } from "./context";

const t = initTRPC.context<TrpcContext>().create({
  transformer: superjson,
  isDev: false, // no stack in any answer
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code === "INTERNAL_SERVER_ERROR" ? GENERIC_MESSAGE : shape.message,
    data: { ...shape.data, reason: reasonOf(error) },
  }),
});

const GENERIC_MESSAGE = "Something went wrong on the server.";

/** The one place where a refusal of a service becomes an error of tRPC; anything else is logged. */
const mapServiceErrors = t.middleware(async ({ next, path }) => {
  const result = await next(); // it returns errors, it does not throw them
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof ServiceError) {
    throw new TRPCError({ code: codeOf(cause.code), message: cause.message, cause });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    log.error("A procedure failed.", { path, error: cause ?? result.error });
  }
  return result;
});

export const router = t.router;
/** For everybody: the services ask who acts. */
export const procedure = t.procedure.use(mapServiceErrors);

/** tRPC has a name for every refusal but one. */
function codeOf(code: ErrorCode): TRPCError["code"] {
  return code === "GONE" ? "NOT_FOUND" : code;
}

/** What the interface translates. */
function reasonOf(error: TRPCError): string {
  if (error.cause instanceof ServiceError) return error.cause.reason;
  return error.code === "INTERNAL_SERVER_ERROR" ? "internal-error" : "input-invalid";
}
