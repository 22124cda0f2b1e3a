import { findLicence, nameSource } from "@/lib/format/data-licences";
import type { ExportSource } from "../export-source";

/** LICENSE.txt: under which terms these files may be used. */
export async function* writeLicence({ conversation, url }: ExportSource): AsyncGenerator<string> {
  const { askedBy, licence } = conversation.settings;
  const { id, name, url: terms, asksForAttribution } = findLicence(licence);
  const source = nameSource({ askedBy, title: conversation.title, url });
  const terse = asksForAttribution
    ? `You may share and adapt them, for any purpose, if you name the source:\n\n    ${source}\n`
    : `You may share and adapt them for any purpose, without asking and without naming anybody.\nWhere you name a source all the same:\n\n    ${source}\n`;
  yield `The files in this folder are published under ${name} (SPDX: ${id}):
${terms}

${terse}
The statements were written by participants and organisers, the votes cast by participants.
Figures made by Plenum; its source code has a licence of its own.
`;
}
