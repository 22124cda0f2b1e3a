"use client";

import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/trpc/root";

/** The typed client of the console; public pages use fetch on /api/v1 instead. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();
