"use client";

import { type MouseEvent, type ReactNode, useState } from "react";
import { LinkButton } from "../_ui/link-button";
import { Notice } from "../_ui/notice";
import { ownHeaders } from "../_vote/own-token";

interface Props {
  conversationId: number;
  slug: string;
  failed: string;
  children: ReactNode;
}

/** A plain link, for whom the cookie names; with the script the token goes along. */
export function DownloadOwn({ conversationId, slug, failed, children }: Props) {
  const [hasFailed, setHasFailed] = useState(false);
  const href = `/api/v1/conversations/${slug}/me?download`;
  const download = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    const file = await ownHeaders(conversationId)
      .then((headers) => fetch(href, { headers }))
      .then((response) => (response.ok ? response.blob() : null))
      .catch(() => null); // no connection
    setHasFailed(file === null);
    if (file) save(file, `${slug}-my-data.json`);
  };
  return (
    <>
      <div role="status" className="empty:sr-only">
        {hasFailed && (
          <Notice tone="error">
            <p>{failed}</p>
          </Notice>
        )}
      </div>
      <LinkButton href={href} download onClick={download}>
        {children}
      </LinkButton>
    </>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
