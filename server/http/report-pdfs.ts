import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import { detectLocale } from "@/lib/i18n/detect-locale";
import type { Locale } from "@/lib/i18n/locales";
import { type ResultsReader, requireResults } from "../services/analyses/may-read-results";
import { listAnswers } from "../services/answers/list-answers";
import type { ServiceContext } from "../services/context";
import { ServiceError } from "../services/errors";
import {
  loadReportSource,
  type ReportSource,
  type ReportVersionChoice,
} from "../services/reports/load-source";
import type { ReportPdf } from "../services/reports/report-pdfs";
import { wantTranslations } from "../services/translations/want";
import { wantsPage } from "./form-answer";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";
import { sendJson, sendSeeOther } from "./send";

/** A browser that has to wait longer is shown how far it is. */
const PATIENCE_MS = 1_000;

const VersionNumber = z.coerce.number().check(z.int(), z.gte(1), z.lte(2_147_483_647));

/**
 * A report as a PDF. Whoever waits for a page is sent to one that says how far it is and leads back
 * here; a program gets its answer when the file is there.
 */
export async function handleReportPdf(request: RouteRequest): Promise<void> {
  const { query, runtime, req } = request;
  const locale = detectLocale(
    { chosen: query.get("lang"), acceptLanguage: req.headers["accept-language"] },
    runtime.locales,
  );
  const isPage = wantsPage(request);
  const pdf = await findOrMake(request, locale).catch((error: unknown) => {
    // The report's own page says it in words, and what to do.
    if (isPage && isRefusal(error)) return null;
    throw error;
  });
  if (!pdf) return sendSeeOther(request.res, pageAddress(request, "report"));
  if (isPage && !(await isSoonReady(pdf))) {
    return sendSeeOther(request.res, pageAddress(request, "report/pdf", { locale, key: pdf.key }));
  }
  sendPdf(request, await pdf.file, locale);
}

/** How far a PDF is, for the page that waits for it. */
export async function handleReportPdfState(request: RouteRequest): Promise<void> {
  const { ctx, reader } = await readResultsReader(request);
  await requireResults(ctx, reader);
  const { reportPdfs } = request.runtime;
  const pdf = reportPdfs.find(reader.conversation.id, request.params.key!);
  if (!pdf) {
    const message = "There is no such PDF, or no longer; ask for report.pdf anew.";
    throw new ServiceError("NOT_FOUND", "report-pdf-unknown", message);
  }
  sendJson(request.res, 200, { step: pdf.step, ahead: reportPdfs.countAhead(pdf) });
}

async function findOrMake(request: RouteRequest, locale: Locale): Promise<ReportPdf> {
  const { runtime, query } = request;
  const { reportPdfs } = runtime;
  const { ctx, reader } = await readResultsReader(request);
  await requireResults(ctx, reader);
  const { id } = reader.conversation;
  const key = query.get("file");
  const known = key === null ? null : reportPdfs.find(id, key);
  if (known) return known;
  const version = readVersion(query.get("version"));
  const [source, answers] = await Promise.all([
    loadSource(request, ctx, { reader, version, locale }),
    listAnswers(ctx, reader),
  ]);
  return reportPdfs.make(id, { source, locale, answers: { ...answers, asOf: dayOf(ctx) } });
}

/** Answers are told as of a day, so that a file is made anew once a day and when one of them changes. */
function dayOf({ now }: ServiceContext): string {
  return `${now().toISOString().slice(0, 10)}T12:00:00.000Z`;
}

async function loadSource(
  { runtime }: RouteRequest,
  ctx: ServiceContext,
  asked: { reader: ResultsReader; version: ReportVersionChoice; locale: Locale },
): Promise<ReportSource> {
  const { reader, version, locale } = asked;
  const { participations, translator } = runtime;
  const { conversation } = reader;
  const source = await loadReportSource(
    { ...ctx, participations },
    { conversation, version, locale },
  );
  if (!source.release) {
    wantTranslations(translator, { conversationId: conversation.id, locale, ...source.body });
  }
  return source;
}

function readVersion(text: string | null): ReportVersionChoice {
  if (text === null) return "newest";
  if (text === "live") return "live";
  const parsed = VersionNumber.safeParse(text);
  if (parsed.success) return parsed.data;
  const message = "A version is a number, or the word live.";
  throw new ServiceError("NOT_FOUND", "report-not-found", message);
}

function isRefusal(error: unknown): boolean {
  return error instanceof ServiceError && ["NOT_FOUND", "FORBIDDEN"].includes(error.code);
}

async function isSoonReady(pdf: ReportPdf): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(PATIENCE_MS, false, { signal: patience.signal }).catch(() => false);
  const isReady = await Promise.race([
    pdf.file.then(
      () => true,
      () => false,
    ),
    late,
  ]);
  patience.abort();
  return isReady;
}

/** A page of this conversation about the same version, in the same language. */
function pageAddress(
  { params, query }: RouteRequest,
  page: string,
  pdf?: { locale: Locale; key: string },
): string {
  const kept = new URLSearchParams();
  const version = query.get("version");
  const language = pdf?.locale ?? query.get("lang");
  if (version !== null) kept.set("version", version);
  if (language) kept.set("lang", language);
  if (pdf) kept.set("file", pdf.key);
  const path = `/c/${encodeURIComponent(params.slug!)}/${page}`;
  return kept.size > 0 ? `${path}?${kept}` : path;
}

function sendPdf({ req, res, params }: RouteRequest, file: Buffer, locale: Locale): void {
  res.writeHead(200, {
    "Content-Type": "application/pdf",
    "Content-Length": file.length,
    "Content-Disposition": `inline; filename="${encodeURIComponent(params.slug!)}-report-${locale}.pdf"`,
    "Cache-Control": "private, no-store",
    // Without the rest of our policy, which a browser's own viewer would be held to.
    "Content-Security-Policy": "frame-ancestors 'none'",
  });
  res.end(req.method === "HEAD" ? undefined : file);
}
