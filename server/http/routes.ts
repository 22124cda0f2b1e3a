import { handleAgreement } from "./agreement";
import { handleAnalysis } from "./analyses";
import { handleAnswerForm } from "./answer-forms";
import { handleAuth } from "./auth";
import { handleSetup, handleSignIn, handleSignOut } from "./console-forms";
import { handleDirectoryCsv } from "./directory";
import { handleEvents } from "./events";
import { handleExport } from "./exports";
import { handleConversationFeed, handleFeed } from "./feeds";
import { handleHealth } from "./health";
import { handleHistory } from "./history";
import { handleRotateHostSecret } from "./host-secrets";
import { handleJoinCode } from "./join-codes";
import { handleJoin } from "./join-form";

import { handleOembed } from "./oembed";

import { handleOverlayProgramme, handleRotateOverlayToken } from "./overlay";

import {
  handleDeleteOwnData,
  handleForget,
  handleHostIdentity,
  handleOwnData,
  handleResume,
  handleResumeCode,
} from "./own-data";
import { handleOwnPage } from "./own-pages";
import {
  handleAddPerson,
  handleChangeRole,
  handleRemovePerson,
  handleWithdrawInvitation,
} from "./people-forms";
import { handlePolisEmbed } from "./polis-embeds";
import { handlePoster } from "./posters";
import { handlePresent } from "./present-form";
import { handlePreview } from "./previews";
import { handleQrCodePng, handleQrCodeSvg } from "./qr-codes";
import { handleReportPdf, handleReportPdfState } from "./report-pdfs";
import type { Route } from "./route";

import { handleServiceWorker } from "./service-worker";
import { handleSession } from "./session";
import { handleSigningKeys } from "./signing-keys";
import {
  handleNextStatements,
  handleOwnStatements,
  handleSimilarStatements,
  handleWriteStatement,
} from "./statements";

import { handleTrpc } from "./trpc";
import { handleCastVotes, handleOwnVotes } from "./votes";

const conversation = "/api/v1/conversations/:slug";
const managed = "/api/manage/c/:slug";

/** Everything that stands on node:http, one line an address; the first that fits wins. */
export const routes: Route[] = [
  { method: "POST", pattern: `${conversation}/votes`, handle: handleCastVotes },
  { method: "GET", pattern: `${conversation}/votes/mine`, handle: handleOwnVotes },
  { method: "GET", pattern: `${conversation}/next`, handle: handleNextStatements },
  { method: "POST", pattern: `${conversation}/statements`, handle: handleWriteStatement },
  { method: "GET", pattern: `${conversation}/statements/mine`, handle: handleOwnStatements },
  {
    method: "POST",
    pattern: `${conversation}/statements/similar`,
    handle: handleSimilarStatements,
  },
  { method: "GET", pattern: `${conversation}/me`, handle: handleOwnData },
  { method: "POST", pattern: `${conversation}/me/delete`, handle: handleDeleteOwnData },
  { method: "POST", pattern: `${conversation}/me/forget`, handle: handleForget },
  { method: "POST", pattern: `${conversation}/me/resume-code`, handle: handleResumeCode },
  { method: "POST", pattern: `${conversation}/me/host-identity`, handle: handleHostIdentity },
  { method: "POST", pattern: `${conversation}/me/resume`, handle: handleResume },
  { method: "GET", pattern: `${conversation}/analyses/:version`, handle: handleAnalysis },
  {
    method: "GET",
    pattern: `${conversation}/analyses/:version/statements/:statement`,
    handle: handleAgreement,
  },
  { method: "GET", pattern: `${conversation}/preview/:file`, handle: handlePreview },
  { method: "GET", pattern: `${conversation}/qr-code.svg`, handle: handleQrCodeSvg },
  { method: "GET", pattern: `${conversation}/qr-code.png`, handle: handleQrCodePng },
  { method: "GET", pattern: "/c/:slug/report.pdf", handle: handleReportPdf },
  { method: "GET", pattern: "/c/:slug/poster.pdf", handle: handlePoster },
  { method: "GET", pattern: `${conversation}/report-pdfs/:key`, handle: handleReportPdfState },
  { method: "GET", pattern: `${conversation}/history/:version`, handle: handleHistory },
  { method: "GET", pattern: `${conversation}/events`, handle: handleEvents },
  { method: "GET", pattern: `${conversation}/overlay`, handle: handleOverlayProgramme },
  { method: "GET", pattern: `${conversation}/session`, handle: handleSession },
  { method: "ALL", pattern: "/api/trpc/*", handle: handleTrpc },
  { method: "POST", pattern: "/api/auth/sign-in/email", handle: handleAuth },
  { method: "POST", pattern: "/api/auth/sign-out", handle: handleAuth },
  { method: "POST", pattern: "/api/manage/sign-in", handle: handleSignIn },
  { method: "POST", pattern: "/api/manage/sign-out", handle: handleSignOut },
  { method: "POST", pattern: "/api/manage/setup", handle: handleSetup },
  { method: "POST", pattern: `${managed}/join`, handle: handleJoin },
  { method: "POST", pattern: `${managed}/people`, handle: handleAddPerson },
  { method: "POST", pattern: `${managed}/people/role`, handle: handleChangeRole },
  { method: "POST", pattern: `${managed}/people/remove`, handle: handleRemovePerson },
  { method: "POST", pattern: `${managed}/people/withdraw`, handle: handleWithdrawInvitation },
  { method: "POST", pattern: `${managed}/overlay-token`, handle: handleRotateOverlayToken },
  { method: "POST", pattern: `${managed}/host-secret`, handle: handleRotateHostSecret },
  { method: "POST", pattern: "/embed/:slug", handle: handleOwnPage },
  { method: "POST", pattern: "/embed/:slug/mine", handle: handleOwnPage },
  { method: "POST", pattern: `${managed}/present`, handle: handlePresent },
  { method: "POST", pattern: "/manage/c/:slug/answers", handle: handleAnswerForm },
  { method: "GET", pattern: `${conversation}/export/:file`, handle: handleExport },
  { method: "GET", pattern: "/c/:slug/answers.atom", handle: handleConversationFeed },
  { method: "GET", pattern: "/answers.atom", handle: handleFeed },
  { method: "GET", pattern: "/directory.csv", handle: handleDirectoryCsv },
  { method: "GET", pattern: "/j/:code", handle: handleJoinCode },
  { method: "GET", pattern: "/polis/:id", handle: handlePolisEmbed },
  { method: "GET", pattern: "/oembed", handle: handleOembed },
  { method: "GET", pattern: "/api/health", handle: handleHealth },
  { method: "GET", pattern: "/.well-known/plenum-keys.json", handle: handleSigningKeys },
  { method: "GET", pattern: "/sw.js", handle: handleServiceWorker },
];
